import { conforms } from '../support/conformance.ts';

describe('access: a client and its token', () => {
  conforms('access/client-sends-bearer');
});
