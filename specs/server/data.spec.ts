import { conforms } from '../support/conformance.ts';

describe('data: what records and envelopes look like', () => {
  conforms('data/guaranteed-fields-present');
  conforms('data/validated-fields-in-range');
  conforms('data/list-envelope');
  conforms('data/single-envelope');
  conforms('data/operation-answers');
  conforms('data/json-content-type');
  conforms('data/relations-resolve');
  conforms('data/list-and-single-agree');
  conforms('data/item-uri');
  conforms('data/undocumented-field');
  conforms('data/undocumented-status');
});
