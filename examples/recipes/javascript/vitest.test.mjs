import { describe, it } from 'vitest';
import { define } from './checks.mjs';

define({ describe, it });
