import { define } from './checks.mjs';

define({ describe, it });
