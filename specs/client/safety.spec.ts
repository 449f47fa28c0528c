import { conforms } from '../support/conformance.ts';

describe('safety: a client that meets a faulty or hostile server', () => {
  conforms('safety/client-keeps-token-on-origin');
  conforms('safety/client-bounded-pages');
  conforms('safety/client-bounded-body');
});
