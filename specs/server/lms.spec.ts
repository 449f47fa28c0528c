import { conforms } from '../support/conformance.ts';

describe('lms: what LMS Connect v3.1 does', () => {
  conforms('lms/create-read-update-delete');
  conforms('lms/submissions-listed');
  conforms('lms/grade-passback');
  conforms('lms/regrade-overwrites');
  conforms('lms/served-on-v3.1-only');
  conforms('lms/requires-agreement');
  conforms('lms/failed-write-changes-nothing');
});
