import { conforms } from '../support/conformance.ts';

describe('errors: the status table of the Data API', () => {
  conforms('errors/success-is-200');
  conforms('errors/bad-request-is-400');
  conforms('errors/missing-token-is-401');
  conforms('errors/invalid-token-is-401');
  conforms('errors/unknown-record-is-404');
  conforms('errors/deleted-record-is-404');
  conforms('errors/unshared-record-is-404');
  conforms('errors/limit-over-10000-is-413');
  conforms('errors/unsupported-is-501');
  conforms('errors/outage-statuses');
  conforms('errors/message-readable');
  conforms('errors/no-secret-echo');
  conforms('errors/error-is-side-effect-free');
});
