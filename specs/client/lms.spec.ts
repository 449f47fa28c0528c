import { conforms } from '../support/conformance.ts';

describe('LMS Connect: a client writes once, in order, and passes messages on', () => {
  conforms('lms/client-creates-once');
  conforms('lms/client-shows-message');
  conforms('lms/client-final-grade-wins');
});
