import { describeRedaction } from './redaction-testing.ts';

describeRedaction(60);
