import { conforms } from '../support/conformance.ts';

describe('data: a client that reads records', () => {
  conforms('data/client-tolerates-absent-and-unknown');
});
