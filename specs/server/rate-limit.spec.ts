import { conforms } from '../support/conformance.ts';

describe('rate limit: fixed one-minute windows per token, told on every answer', () => {
  conforms('rate-limit/headers-present');
  conforms('rate-limit/headers-well-formed');
  conforms('rate-limit/limit-is-1200');
  conforms('rate-limit/remaining-counts-down');
  conforms('rate-limit/remaining-in-range');
  conforms('rate-limit/reset-within-a-minute');
  conforms('rate-limit/window-is-fixed');
  conforms('rate-limit/window-refills');
  conforms('rate-limit/full-quota-admitted');
  conforms('rate-limit/exceeding-is-429');
  conforms('rate-limit/429-body-empty');
  conforms('rate-limit/429-headers');
  conforms('rate-limit/admits-after-reset');
  conforms('rate-limit/429-does-not-extend');
  conforms('rate-limit/bucket-per-token');
  conforms('rate-limit/bucket-stable');
  conforms('rate-limit/headers-on-errors');
});
