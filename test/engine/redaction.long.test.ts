import { describeRedaction } from './redaction-testing.ts';

// Each category has some.
describeRedaction(9);
