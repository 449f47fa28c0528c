import { conforms } from '../support/conformance.ts';

describe('pagination: a client that walks lists', () => {
  conforms('pagination/client-follows-next');
  conforms('pagination/client-uses-link-as-given');
  conforms('pagination/client-resolves-relative-links');
  conforms('pagination/client-continues-past-short-page');
  conforms('pagination/client-stops-at-the-end');
  conforms('pagination/client-accepts-any-link-order');
  conforms('pagination/client-limit-within-10000');
  conforms('pagination/client-holds-each-record-once');
  conforms('pagination/client-stops-on-cycle');
});
