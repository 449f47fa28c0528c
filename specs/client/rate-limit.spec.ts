import { conforms } from '../support/conformance.ts';

describe('rate limit: a client keeps within its windows', () => {
  conforms('rate-limit/client-waits-for-reset');
  conforms('rate-limit/client-survives-empty-429');
  conforms('rate-limit/client-continues-after-429');
  conforms('rate-limit/client-paces-at-zero');
  conforms('rate-limit/client-bounded-wait');
});
