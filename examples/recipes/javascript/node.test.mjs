import { describe, it } from 'node:test';
import { define } from './checks.mjs';

define({ describe, it });
