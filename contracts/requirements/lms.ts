import { errorPage } from '../sources.ts';
import type { ThemeRequirement } from './row.ts';

/** LMS Connect v3.1: assignments, submissions and grades. */
export const lmsRequirements = [
  {
    id: 'lms/create-read-update-delete',
    binds: 'server',
    level: 'required',
    claim: 'an assignment can be created, read back unchanged, updated and deleted',
    levelReason: 'These four operations are the purpose of LMS Connect.',
    harm: 'A teacher assigns homework, and it appears without its due date, or not at all.',
    provokedBy:
      'The suite creates an assignment, reads it, changes one field at a time, reads it again, deletes it, and looks for it and its submissions more than once. Others are due minutes and hours from now, for the whole class, and of every type of grading. Each step is a case.',
    fix: 'Store what was sent, change only the fields that an update names, serve reads from the same store, and accept any due date ahead.',
    sources: [{ document: 'SPEC', section: 'v3.1 LMS paths: the four assignment operations' }],
    needs: ['writes'],
    doubts: ['created-status', 'assignment-guarantees', 'required-on-create-only', 'description-as-html'],
  },
  {
    id: 'lms/submissions-listed',
    binds: 'server',
    level: 'required',
    claim:
      'the submissions of an assignment are listed with a limit of 1 to 100, and paged only by `next` with an opaque cursor',
    levelReason: 'Only submissions that can be found can be graded.',
    harm: 'A teacher sees the work of only some students, and the others are marked as missing.',
    provokedBy:
      "The submissions of the suite's own assignment are walked with limits of 1, 2 and 100; a page is read again by its link, those of a whole class are compared with its students; limits of 0 and 101 are separate cases.",
    fix: 'List one submission per assigned student, send a cursor while more follow, and reject limits outside the range with 400.',
    sources: [{ document: 'SPEC', section: 'v3.1 LMS paths: list of submissions, and its link' }],
    needs: ['writes'],
    doubts: ['limit-out-of-range', 'cursor-lifetime'],
  },
  {
    id: 'lms/grade-passback',
    binds: 'server',
    level: 'required',
    claim: 'a grade written to a submission can be read back',
    levelReason: 'It is the purpose of grade passback.',
    harm: 'The grade appears in the application but never reaches the grade book, and the report card is wrong.',
    provokedBy:
      "Submissions of the suite's own assignment get points, a grade and a comment, and are read again: alone, and at the end in their list. Optional fields, and each flag and state, are sent alone.",
    fix: 'Store the fields of the update and return them on the next read, numbers unrounded.',
    sources: [{ document: 'SPEC', section: 'v3.1 LMS paths: read and update of a submission' }],
    needs: ['writes'],
    doubts: [],
  },
  {
    id: 'lms/regrade-overwrites',
    binds: 'server',
    level: 'required',
    claim: 'a later grade replaces the earlier one, whether it is higher, lower or zero',
    levelReason:
      'An update of a submission answered with 200 whose grade is not kept is a lost grade, as with a first one.',
    harm: 'A teacher corrects a grade, and the student keeps the wrong one.',
    provokedBy:
      'Grades for submissions that have one: higher, lower, zero, from zero, and grade, points and comment each alone. Each is read back, and what an update does not name has to stay.',
    fix: 'Overwrite the stored grade with the fields that were sent, and keep the others; do not keep the first, the best or the average.',
    sources: [{ document: 'SPEC', section: 'v3.1 LMS paths: update of a submission' }],
    needs: ['writes'],
    doubts: [],
  },
  {
    id: 'lms/served-on-v3.1-only',
    binds: 'server',
    level: 'required',
    claim: 'LMS Connect paths are not served under another version',
    levelReason: 'The error page ties the endpoints to v3.1.',
    harm: 'A partner relies on a path that works by accident, and fails on the day it is switched off.',
    provokedBy:
      'Reads of assignment and submission paths under v1.2, v2.0, v2.1 and v3.0. Each is a case, and none may return data.',
    fix: 'Mount the LMS Connect routes under `/v3.1` only.',
    sources: [errorPage.onlyV31],
    needs: [],
    doubts: ['shared-prefix'],
  },
  {
    id: 'lms/requires-agreement',
    binds: 'server',
    level: 'required',
    claim: 'a token without the LMS Connect agreement is rejected',
    levelReason: 'The error page requires the agreement.',
    harm: 'An application that was never approved for it writes assignments into the classes of a district.',
    provokedBy:
      'A token without the agreement tries to read an assignment, and to create one if writes are allowed.',
    fix: 'Check the agreement together with the token, before reading or writing anything.',
    sources: [errorPage.agreement],
    needs: ['states'],
    doubts: ['agreement-refusal'],
  },
  {
    id: 'lms/failed-write-changes-nothing',
    binds: 'server',
    level: 'required',
    claim: 'a documented 4xx creates and changes nothing',
    levelReason: "The suite's own rule: a client that gets an error tries again, and would write twice.",
    harm: 'Each failed attempt leaves an assignment behind, and the class finds the same homework five times.',
    provokedBy:
      'Assignment and submission are read before and after each rejected write of the error table. Each row is a case.',
    fix: 'Validate everything before the first write, and roll back if the LMS rejects the request.',
    sources: [{ document: 'OWN', section: 'all or nothing' }],
    needs: ['writes'],
    doubts: [],
  },
  {
    id: 'lms/unknown-id-refused',
    binds: 'server',
    level: 'required',
    claim:
      'an id that no record has, or none below its parent, is refused with 400 or 404, wherever it is in the path',
    levelReason:
      'The API description lists 404 for what does not exist and 400 for what is malformed; a success would be about another record.',
    harm: 'A grade goes to an assignment that does not exist, and the application believes that it arrived.',
    provokedBy:
      'Each operation with an unknown and with a malformed id for section, assignment and student, one at a time; and an assignment of the suite through another section, and students of another assignment. Writes only if they are allowed.',
    fix: 'Look up every id of the path, parents first and each below its parent, before reading or writing anything.',
    sources: [{ document: 'SPEC', section: 'v3.1 LMS paths: the responses of each operation' }],
    needs: [],
    doubts: ['unknown-lms-ids', 'other-parent'],
  },
  {
    id: 'lms/client-creates-once',
    binds: 'client',
    level: 'required',
    claim: 'one create job creates one assignment, even if the response is lost or is a 5xx',
    levelReason: "The suite's own rule: nothing in the documents makes a create safe to repeat.",
    harm: 'A class of thirty gets the same essay twice, and half of the students submit it in the wrong place.',
    provokedBy:
      'A create whose response is lost after it was stored, and creates with a 500, 502 or 503 response. Each is a case.',
    fix: 'Do not retry a create blindly: keep its id, check whether it was stored, or report that the outcome is unknown.',
    sources: [{ document: 'OWN', section: 'a write whose response is lost' }],
    needs: [],
    doubts: ['retry-of-writes', 'created-status'],
  },
  {
    id: 'lms/client-writes-what-the-job-says',
    binds: 'client',
    level: 'required',
    claim: 'the body of a write has every member that the job gives, with its value',
    levelReason:
      "The suite's own rule, since no document speaks of it: a grade or a due date that was never entered is worse than none.",
    harm: 'A student gets 0.9 points in place of 90, or a class an essay without a due date, and both look as if the teacher had done it.',
    provokedBy:
      'The writes of every job that creates an assignment or sends a grade. More members, and other ways to write the same value, pass.',
    fix: 'Pass the values on as they were entered, and drop no member of the form.',
    sources: [{ document: 'OWN', section: 'what is written is what was meant' }],
    needs: [],
    doubts: ['description-as-html'],
  },
  {
    id: 'lms/client-shows-message',
    binds: 'client',
    level: 'recommended',
    claim: "the client shows the API's error message",
    levelReason:
      'The error page exists so that people can act on the messages; it does not say that clients must show them.',
    harm: 'A teacher reads that something went wrong, and cannot know that only the due date has to be changed.',
    provokedBy:
      "Creates that are rejected with messages of the error table; the client's output is searched for them.",
    fix: 'Include the text under `message`, or the bare body, in the error that the user sees.',
    sources: [errorPage.missingFields, errorPage.dueDateInPast],
    needs: [],
    doubts: ['error-table-bodies', 'error-body-key'],
  },
  {
    id: 'lms/client-final-grade-wins',
    binds: 'client',
    level: 'recommended',
    claim: 'a retry of an older grade never overwrites a newer one',
    levelReason: "The suite's own rule about the order of retries.",
    harm: 'A late retry restores the grade that the teacher has just corrected.',
    provokedBy: 'The response to a first grade is lost, and a second grade follows; the final grade is read.',
    fix: 'Send the updates of one submission one at a time, and drop a retry once there is a newer grade.',
    sources: [{ document: 'OWN', section: 'order of writes to one submission' }],
    needs: [],
    doubts: ['retry-of-writes'],
  },
] as const satisfies readonly ThemeRequirement<'lms'>[];
