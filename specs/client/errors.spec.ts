import { conforms } from '../support/conformance.ts';

describe('errors: a client is not broken, and not misled, by what fails', () => {
  conforms('errors/client-lowers-limit-on-413');
  conforms('errors/client-survives-unreadable-body');
  conforms('errors/client-treats-page-error-as-incomplete');
});
