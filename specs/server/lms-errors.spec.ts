import { conforms } from '../support/conformance.ts';

describe('lms-errors: the rows of the LMS Connect error table', () => {
  conforms('lms-errors/missing-required-fields');
  conforms('lms-errors/empty-body');
  conforms('lms-errors/due-date-in-past');
  conforms('lms-errors/invalid-escape');
  conforms('lms-errors/empty-submission-type');
  conforms('lms-errors/missing-value');
  conforms('lms-errors/malformed-json');
  conforms('lms-errors/invalid-assignment-id');
  conforms('lms-errors/unknown-grader');
  conforms('lms-errors/update-due-date-out-of-range');
  conforms('lms-errors/lms-missing-required-field');
  conforms('lms-errors/no-valid-assignees');
  conforms('lms-errors/no-token');
  conforms('lms-errors/invalid-token');
  conforms('lms-errors/deleted-assignment');
  conforms('lms-errors/user-not-found');
  conforms('lms-errors/unsupported-method');
});
