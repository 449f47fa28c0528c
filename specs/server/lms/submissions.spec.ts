import type { ShownGrade } from '../../../src/traffic/lms/grades.ts';
import { isSuccess, recordOf, submissionsOf } from '../../../src/traffic/lms/responses.ts';
import type { SubmissionList, SubmissionPage } from '../../../src/traffic/lms/submission-lists.ts';
import { shorten } from '../../../src/traffic/read-exchange.ts';
import { expectConclusive, expectFields, nothingSent, requireStep } from '../../support/lms.ts';
import { claim, each, expect, undecided, violation } from '../../support/server.ts';

claim('lms/submissions-listed', {
  cases: ({ lms }) => lms.submissionLists,
  otherwise: { untested: nothingSent },
  assert: (list) => {
    switch (list.kind) {
      case 'limit':
        return each(list.pages, expectLimitRefused);
      case 'walk':
        expectPages(list.pages);
        return expectCompleteWalk(list);
      case 'again':
        return expectSamePage(list.pages);
      case 'other':
        return expectPages(list.pages);
    }
  },
});

/** `limit-out-of-range` */
function expectLimitRefused({ exchange }: SubmissionPage): void {
  expectConclusive(exchange);
  expect(exchange, 'A limit outside of 1 to 100 was not refused.').to.have.status(400);
}

function expectPages(pages: readonly SubmissionPage[]): void {
  each(pages, ({ exchange, isList }) => {
    expectConclusive(exchange);
    if (!isList)
      violation('The response is not a list of submissions.', {
        expected: '200 with `data`, a list of records with a `user_id`',
      });
  });
  const lists = pages.filter((one) => one.isList);
  each(lists, ({ students, limit }) =>
    expect(students, 'A page holds more submissions than its limit.').to.have.sizeAtMost(
      limit ?? Number.POSITIVE_INFINITY,
    ),
  );
  each(
    lists,
    ({ otherAssignments }) =>
      expect(otherAssignments, 'Submissions of another assignment are listed.').to.be.empty,
  );
  each(lists, ({ links }) => {
    const next = links.filter((one) => one.rel === 'next');
    const others = links.filter((one) => one.rel !== 'next');
    expect(others, 'A page has other links than `next`.').to.be.empty;
    expect(next, 'A page has several `next` links.').to.have.sizeAtMost(1);
  });
  each(lists.flatMap(nextLinksOf), ({ page, path, cursor }) => {
    expect(path, 'The `next` link leads to another list.').to.equal(page.exchange.pathname);
    expect(cursor, 'The `next` link has no cursor.').to.have.jsonType('string').that.is.not.empty;
    expect(cursor, 'The `next` link leads to the same page.').to.not.equal(page.cursor);
    expect(cursor, 'The cursor is not opaque: it is a value in the page.').to.not.be.oneOf(page.values);
  });
}

function nextLinksOf(page: SubmissionPage) {
  return page.links
    .filter((one) => one.rel === 'next')
    .map(({ uri }) => {
      const [path, query = ''] = uri.split('?');
      return { exchange: page.exchange, page, path, cursor: new URLSearchParams(query).get('cursor') };
    });
}

/** `cursor-lifetime`: a link is good for two hours, however often it is followed. */
function expectSamePage([before, again]: readonly SubmissionPage[]): void {
  if (!before || !again) return;
  expectPages([again]);
  if (!again.isList) return;
  each([again], ({ students }) =>
    expect(students, 'A link that is followed again leads to other submissions.').to.have.members(
      before.students,
    ),
  );
}

/** The pages of a walk show each assigned student once, and they end. */
function expectCompleteWalk({ pages, assigned }: SubmissionList): void {
  const last = pages.at(-1);
  if (!last || !pages.every((one) => one.isList)) return;
  const further = last.links.filter((one) => one.rel === 'next');
  each([last], () => expect(further, `The list did not end after ${pages.length} pages.`).to.be.empty);
  if (further.length > 0) return;
  const students = pages.flatMap((one) => one.students);
  each([last], () => {
    const repeated = students.filter((id, index) => students.indexOf(id) !== index);
    expect(repeated, 'Students are listed twice.').to.be.empty;
  });
  each([last], () => {
    const missing = assigned.filter((id) => !students.includes(id));
    expect(missing, 'Assigned students have no submission.').to.be.empty;
  });
  each([last], () => {
    const strangers = students.filter((id) => assigned.length > 0 && !assigned.includes(id));
    expect(strangers, 'Students who were not assigned have a submission.').to.be.empty;
  });
  if (students.length === 0) undecided('not-exercised', 'the assignment has no submissions');
}

claim('lms/grade-passback', {
  cases: ({ lms }) => lms.grades,
  otherwise: { untested: nothingSent },
  assert: expectGrade,
});

/** A grade that cannot be passed back at all is the other requirement's. */
claim('lms/regrade-overwrites', {
  cases: ({ lms }) => lms.regrades,
  otherwise: { untested: nothingSent },
  assert: (grade) => {
    if (!grade.replacesGrade)
      undecided('no-control', 'the first grade did not arrive, so it could not be replaced');
    expectGrade(grade);
  },
});

/** The response shows the grade that was sent; a list, each that was read before. */
function expectGrade({ exchange, fields, isOptional }: ShownGrade): void {
  if (isOptional && (!exchange || (!exchange.isTransient && !isSuccess(exchange))))
    undecided('not-offered', 'the LMS does not take this optional field');
  const response = requireStep(exchange);
  each([response], () =>
    expect(response, `A valid ${response.method} was not answered with 200.`).to.have.status(200),
  );
  each([response], () => {
    if (isSuccess(response) && !recordOf(response) && !submissionsOf(response))
      violation('The response is not a submission.', { expected: '{"data": …} with an `id`' });
  });
  each([response], (one) => {
    const { user_id: user, assignment_id: assignment } = recordOf(one) ?? {};
    for (const id of [user, assignment])
      if (typeof id === 'string' && id !== '' && !one.pathname.toLowerCase().includes(id.toLowerCase()))
        violation('The response is the submission of another student or assignment.', {
          expected: 'the ids in the path',
          actual: shorten(`${user} of ${assignment}`),
        });
  });
  expectFields(fields, (field) => `${field} is not as it was passed back.`);
}
