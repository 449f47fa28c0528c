import type { LifecycleStep } from '../../../contracts/steps/lms.ts';
import { isSameValue } from '../../../src/traffic/lms/fields.ts';
import {
  assignmentFields,
  type RefusedWrites,
  showsWrittenValue,
  submissionFields,
} from '../../../src/traffic/lms/refused-writes.ts';
import { isSuccess, recordOf, submissionsOf } from '../../../src/traffic/lms/responses.ts';
import type { ReadExchange } from '../../../src/traffic/read-exchange.ts';
import {
  expectConclusive,
  expectFields,
  nothingSent,
  requireStep,
  undecidedWithoutControl,
} from '../../support/lms.ts';
import { claim, each, expect, note, undecided, violation } from '../../support/server.ts';

/** The documented status, and the other one that an open question allows (`created-status`). */
const statuses: Readonly<Partial<Record<LifecycleStep, readonly [number, number?]>>> = {
  create: [200, 201],
  read: [200],
  change: [200],
  'read after the change': [200],
  'change the due date': [200],
  'read the due date': [200],
  'read again': [200],
  delete: [200, 204],
};

/** Reads of a deleted assignment itself; of its submissions, and of a change, any 4xx is a refusal. */
const looks: ReadonlySet<LifecycleStep> = new Set<LifecycleStep>([
  'look for it',
  'look for it again',
  'look for it after that',
]);

claim('lms/create-read-update-delete', {
  cases: ({ lms }) => lms.lifecycles,
  otherwise: { untested: nothingSent },
  assert: ({ step, exchange, missingFields, sent, unchanged, isRefusedByLms, isOptional }) => {
    if (isOptional && (!exchange || exchange.isRefused))
      undecided('not-offered', 'the LMS does not take these optional values');
    if (isRefusedByLms) undecided('ambiguous', `the LMS refused to create it: ${exchange?.message}`);
    const response = requireStep(exchange);
    each([response], () => expectStatus(response, step));
    each(
      [response],
      () =>
        expect(missingFields, 'The response is not an assignment with its guaranteed fields.').to.be.empty,
    );
    expectFields(sent, (field) => `${field} is not as it was sent.`);
    expectFields(unchanged, (field) => `${field} is not as it was before.`);
  },
});

function expectStatus(response: ReadExchange, step: LifecycleStep): void {
  const [documented, alternative] = statuses[step] ?? [404];
  if (response.status === alternative)
    note(`${alternative} instead of the documented ${documented} (created-status)`);
  else if (looks.has(step))
    expect(response, 'A read of a deleted assignment was not answered with 404.').to.have.status(documented);
  else if (statuses[step])
    expect(response, `A valid ${response.method} was not answered with ${documented}.`).to.have.status(
      documented,
    );
  else expectGone(response);
}

function expectGone(response: ReadExchange): void {
  if (response.status < 400 || response.status > 499)
    violation(`A ${response.method} below a deleted assignment was not refused.`, { expected: '404' });
  if (response.status !== 404) note(`${response.status} instead of the documented 404`);
}

/** There is no list of assignments, so what a refused create leaves behind shows only where its response names it. */
claim('lms/failed-write-changes-nothing', {
  cases: ({ lms }) => lms.refusedWrites,
  otherwise: { untested: nothingSent },
  assert: (refused, { certainty }) => {
    const { writes, after } = refused;
    requireComparison(refused);
    const fields = assignmentFields(refused);
    const isChanged = fields.some(({ expected, actual }) => !isSameValue(expected, actual));
    if (isChanged && !certainty.ownSteps && !showsWrittenValue(refused))
      undecided('ambiguous', 'the assignment changed meanwhile, perhaps by another client');

    each(
      writes,
      (write) => expect(write.carriedIds, 'A refused write was answered with a record.').to.be.empty,
    );
    each([after.assignment], (read) => {
      if (!recordOf(read))
        violation('The assignment cannot be read any more after a refused write.', {
          expected: '200, as before',
        });
    });
    expectFields(fields, (field) => `${field} of the assignment changed although the write was refused.`);
    expectSubmissionsUnchanged(refused);
  },
});

/** Leaves the case undecided unless all of it was answered, read before, and refused. */
function requireComparison({ writes, before, after }: RefusedWrites): void {
  const reads = [before.assignment, before.submissions, after.assignment, after.submissions];
  for (const one of [...writes, ...reads]) if (one) expectConclusive(one);
  if (!recordOf(before.assignment) || (before.submissions && !submissionsOf(before.submissions)))
    undecided('no-control', 'the assignment could not be read before the write');
  const accepted = writes.find(isSuccess);
  if (accepted) undecided('no-control', `a write was not refused: ${accepted.summary}`);
}

function expectSubmissionsUnchanged(refused: RefusedWrites): void {
  const { before, after } = refused;
  const earlier = before.submissions && submissionsOf(before.submissions);
  if (!earlier || !after.submissions) return;
  each([after.submissions], (read) => {
    const now = submissionsOf(read);
    if (!now)
      violation('The submissions cannot be read any more after a refused write.', {
        expected: '200, as before',
      });
    const message = 'Submissions appeared or disappeared although the write was refused.';
    expect(
      now.map((one) => one.user_id),
      message,
    ).to.have.members(earlier.map((one) => one.user_id));
  });
  expectFields(
    submissionFields(refused),
    (field) => `${field} of a submission changed although the write was refused.`,
  );
}

/** `unknown-lms-ids`, `other-parent` */
claim('lms/unknown-id-refused', {
  cases: ({ lms }) => lms.unknownIds,
  otherwise: { untested: nothingSent },
  control: ({ isControlled }, { lms }) => {
    if (!isControlled)
      undecidedWithoutControl(lms, 'no good request of this kind was served, so a refusal proves nothing');
  },
  assert: ({ exchange, isOfOtherParent, mayBeJoined }) => {
    expectConclusive(exchange);
    if (mayBeJoined && isSuccess(exchange))
      undecided('ambiguous', 'in the LMS both sections may be one course');
    if (isOfOtherParent && exchange.status === 403) note('refused with 403: it exists elsewhere');
    else if (exchange.status !== 400 && exchange.status !== 404) {
      const what = isOfOtherParent ? 'is not below its parent in the path' : 'does not exist';
      violation(`A request for what ${what} was not refused.`, { expected: '400 or 404' });
    }
    expect(exchange.carriedIds, 'A refusal has a record.').to.be.empty;
  },
});
