import { conforms } from '../support/conformance.ts';

describe('backoff: what a client sends again, when, how often, and what never', () => {
  conforms('backoff/client-retries-500');
  conforms('backoff/client-retries-502');
  conforms('backoff/client-retries-503');
  conforms('backoff/client-first-wait-1s');
  conforms('backoff/client-waits-double');
  conforms('backoff/client-at-most-five-retries');
  conforms('backoff/client-reports-incomplete');
  conforms('backoff/client-resumes-later');
  conforms('backoff/client-backoff-starts-over');
  conforms('backoff/client-no-retry-400');
  conforms('backoff/client-no-retry-401');
  conforms('backoff/client-no-retry-403');
  conforms('backoff/client-no-retry-404');
  conforms('backoff/client-no-retry-405');
  conforms('backoff/client-no-retry-501');
});
