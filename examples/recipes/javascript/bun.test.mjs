import { describe, it } from 'bun:test';
import { define } from './checks.mjs';

define({ describe, it });
