import fc from 'fast-check';
import {
  always,
  emptyAnswer,
  failing,
  isWrite,
  jsonAnswer,
  onWrite,
  resetIn,
  tooMany,
} from '../../scenarios/answers.ts';
import type { Answer, Asked } from '../../scenarios/scenario.ts';
import { all } from '../choices.ts';
import { inTurn } from '../command.ts';
import { type FaultKind, faultKind } from './schedule.ts';

/** Faults of the jobs that write. */

const lateSuccess = 'the response takes 14 s';
const emptySuccess = 'the response is a 200 without a body';
const lost: Readonly<Record<string, () => Answer>> = {
  'the connection is closed before the response': () => ({ close: 'before' }),
  'the response is 500': () => jsonAnswer(500, { message: 'internal error' }),
  [lateSuccess]: () => ({ delayMs: 14_000 }),
  'the response is 502': () => jsonAnswer(502, { message: 'internal error' }),
  'the response is 503': () => jsonAnswer(503, { message: 'internal error' }),
  'the connection is closed within the response': () => ({ close: 'mid-body' }),
  'the response is 504': () => jsonAnswer(504, { message: 'internal error' }),
  [emptySuccess]: () => emptyAnswer(200),
};

/** A create that has an effect, and a response that does not show it. */
const lostCreate = faultKind<{ how: string; again: boolean; seconds: number }>({
  name: 'lost-create',
  share: 5,
  effect: () => 'write',
  choices: (turn) =>
    fc.record({
      how: fc.constant(inTurn(Object.keys(lost), turn)),
      // A late response confirms the create, and another start may then be another job.
      again: fc.constant(turn % 3 === 1 && inTurn(Object.keys(lost), turn) !== lateSuccess),
      seconds: fc.constant(inTurn([0, 2, 0, 0, 20], turn)),
    }),
  rules: ({ how, seconds }) => [
    // A refused create had no effect, and a client need not send it again.
    ...(seconds > 0
      ? [onWrite('is refused', (_: unknown, asked: Asked) => tooMany(resetIn(seconds, asked)))]
      : []),
    {
      ...onWrite('is taken and its answer is lost', () => lost[how]?.() ?? {}, always),
      ...(seconds > 0 ? { isTrap: true as const } : {}),
    },
  ],
  provokes: ({ how, again, seconds }) => [
    'lms/client-creates-once',
    ...(how === emptySuccess && !again && seconds === 0
      ? (['errors/client-survives-unreadable-body'] as const)
      : []),
    ...(how.startsWith('the connection is closed') && !again && seconds === 0
      ? (['backoff/client-reports-incomplete'] as const)
      : []),
  ],
  // The state directory of the first start is all that the second one has to know of it.
  starts: ({ again }) => (again ? [{}, {}] : undefined),
  text: ({ how, again, seconds }) =>
    `${seconds > 0 ? `the create answers 429, Reset is ${seconds} s ahead; ` : ''}the assignment is created, and ${how}${again ? '; then the client is started again with the same job' : ''}`,
  needs: { job: 'create-assignment' },
});

/** As the error table has them. */
const messages = [
  { status: 403, message: 'Could not authorize token', isText: false },
  {
    status: 400,
    message:
      'validation failure list:\nsubmission_types.0 in body should be one of [link file text discussion]',
    isText: false,
  },
  { status: 400, message: "Invalid character ' ' in string escape code", isText: true },
] as const;
/** In another order than those of pages, so that few schedules meet all of them. */
const finals = [405, 401, 404, 501, 403, 400] as const;

/** A create is refused with a text, and with a bare status at each further start; it would be accepted the next time, or not. */
const refusedCreates = faultKind<{ at: number; statuses: (typeof finals)[number][]; times: number }>({
  name: 'refused-creates',
  share: 3,
  effect: () => 'write',
  choices: (turn) =>
    fc.record({
      at: fc.constant(turn % messages.length),
      statuses: all([0, 1].map((at) => inTurn(finals, 2 * turn + at))),
      times: fc.constant(inTurn([always, 1], turn)),
    }),
  rules: ({ at, statuses, times }) => {
    const { status, message, isText } = inTurn(messages, at);
    const text = { body: message, headers: { 'content-type': 'text/plain; charset=utf-8' } };
    const refusal = { ...jsonAnswer(status, { message }), ...(isText ? text : {}) };
    return [refusal, ...statuses.map(emptyAnswer)].map((answer, start) => ({
      label: `the write is refused with ${answer.status} in start ${start + 1}`,
      when: (asked) => isWrite(asked) && asked.start === start,
      times,
      // A client may take the first refusal as final for every start.
      ...(start > 0 ? { isTrap: true as const } : {}),
      answer: () => ({ ...answer, untouched: true }),
    }));
  },
  provokes: ({ at, statuses }) => [
    'lms/client-shows-message',
    ...[inTurn(messages, at).status, ...statuses].map((one) => `backoff/client-no-retry-${one}` as const),
  ],
  starts: ({ statuses }) => [{}, ...statuses.map(() => ({}))],
  text: ({ at, statuses, times }) =>
    `the create answers ${inTurn(messages, at).status} ${times > 1 ? 'each time' : 'once'}: ${JSON.stringify(inTurn(messages, at).message)}${statuses.map((one) => `; ${one} to another start`).join('')}`,
  needs: { job: 'create-assignment' },
});

/** The grade of the first start is left over; the second start has a newer one. */
const newerGrade = faultKind<{ how: 'lost' | 'outage' }>({
  name: 'newer-grade',
  share: 1,
  effect: () => 'write',
  choices: (turn) => fc.record({ how: fc.constant(inTurn(['lost', 'outage'] as const, turn)) }),
  rules: ({ how }) => [
    {
      ...onWrite('fails', how === 'lost' ? () => ({ close: 'before' }) : failing(503), always),
      when: (asked) => asked.method !== 'GET' && asked.start === 0,
    },
  ],
  provokes: () => ['lms/client-final-grade-wins'],
  text: ({ how }) =>
    `a grade ${how === 'lost' ? 'is stored and its responses are lost' : 'gets 503'}; the next start has a newer one`,
  starts: () => [{}, {}],
  needs: { job: 'update-submission' },
});

/** A grade need not be sent again, but where it is, the waits are those of a read. */
const waitingGrade = faultKind<{ status: 429 | 500 | 502 | 503; seconds: number }>({
  name: 'grade-has-to-wait',
  share: 2,
  effect: () => 'write',
  choices: (turn) =>
    fc.record({
      status: fc.constant(inTurn([429, 503, 429, 500, 429, 502] as const, turn)),
      seconds: fc.constantFrom(2, 7),
    }),
  rules: ({ status, seconds }) => [
    status === 429
      ? onWrite('is refused', (_, asked) => tooMany(resetIn(seconds, asked)))
      : onWrite(`answers ${status}`, failing(status), always),
  ],
  provokes: ({ status }) =>
    status === 429
      ? ['rate-limit/client-waits-for-reset']
      : [
          'backoff/client-at-most-five-retries',
          'backoff/client-first-wait-1s',
          'backoff/client-waits-double',
          'backoff/client-reports-incomplete',
        ],
  text: ({ status, seconds }) =>
    status === 429
      ? `a grade answers 429 once, Reset is ${seconds} s ahead`
      : `a grade answers ${status} and nothing else`,
  needs: { job: 'update-submission' },
});

export const writeKinds: readonly FaultKind[] = [lostCreate, refusedCreates, newerGrade, waitingGrade];
