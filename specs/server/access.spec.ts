import { conforms } from '../support/conformance.ts';

describe('access: tokens, and what they open', () => {
  conforms('access/bearer-token');
  conforms('access/test-token');
  conforms('access/scopes-limit-resources');
  conforms('access/sharing-limits-data');
});
