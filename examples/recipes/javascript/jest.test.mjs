import { describe, it } from '@jest/globals';
import { define } from './checks.mjs';

define({ describe, it });
