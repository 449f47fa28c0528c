import { conforms } from '../support/conformance.ts';

describe('events: what changed, oldest first', () => {
  conforms('events/list-ascends');
  conforms('events/type-known');
  conforms('events/payload');
  conforms('events/filters');
});
