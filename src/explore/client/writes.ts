import fc from 'fast-check';
import {
  always,
  emptyAnswer,
  failing,
  jsonAnswer,
  onWrite,
  resetIn,
  tooMany,
} from '../../scenarios/answers.ts';
import type { Answer } from '../../scenarios/scenario.ts';
import { inTurn } from '../command.ts';
import { finalAnswer } from './endings.ts';
import { type FaultKind, faultKind } from './schedule.ts';

/** Faults of the jobs that write. */

const emptySuccess = 'the response is a 200 without a body';
const lost: Readonly<Record<string, () => Answer>> = {
  'the connection is closed before the response': () => ({ close: 'before' }),
  'the response is 500': () => jsonAnswer(500, { message: 'internal error' }),
  'the response takes 14 s': () => ({ delayMs: 14_000 }),
  'the response is 502': () => jsonAnswer(502, { message: 'internal error' }),
  'the response is 503': () => jsonAnswer(503, { message: 'internal error' }),
  'the connection is closed within the response': () => ({ close: 'mid-body' }),
  [emptySuccess]: () => emptyAnswer(200),
};

/** A create that has an effect, and a response that does not show it. */
const lostCreate = faultKind<{ how: string }>({
  name: 'lost-create',
  share: 3,
  effect: () => 'write',
  choices: (turn) => fc.record({ how: fc.constant(inTurn(Object.keys(lost), turn)) }),
  rules: ({ how }) => [onWrite('is taken and its answer is lost', () => lost[how]?.() ?? {}, always)],
  provokes: ({ how }) => [
    'lms/client-creates-once',
    ...(how === emptySuccess ? (['errors/client-survives-unreadable-body'] as const) : []),
    ...(how.startsWith('the connection is closed') ? (['backoff/client-reports-incomplete'] as const) : []),
  ],
  text: ({ how }) => `the assignment is created, and ${how}`,
  needs: { job: 'create-assignment' },
});

const limitedCreate = faultKind<{ seconds: number }>({
  name: 'rate-limited-create',
  share: 1,
  effect: () => 'write',
  choices: () => fc.record({ seconds: fc.constantFrom(2, 20) }),
  rules: ({ seconds }) => [onWrite('is refused', (_, asked) => tooMany(resetIn(seconds, asked)))],
  provokes: () => ['lms/client-creates-once'],
  text: ({ seconds }) => `the create answers 429, Reset is ${seconds} s ahead`,
  needs: { job: 'create-assignment' },
});

/** In another order than those of pages, so that few schedules meet all of them. */
const finals = [403, 405, 401, 404, 400, 501] as const;

const finalCreate = faultKind<{ status: (typeof finals)[number] }>({
  name: 'final-status-of-a-create',
  share: 1,
  effect: () => 'write',
  choices: (turn) => fc.record({ status: fc.constant(inTurn(finals, turn)) }),
  rules: ({ status }) => [onWrite(`answers ${status}`, () => finalAnswer(status, 'json'))],
  provokes: ({ status }) => [`backoff/client-no-retry-${status}` as const],
  text: ({ status }) => `the create answers ${status} once`,
  needs: { job: 'create-assignment' },
});

const messages = [
  { status: 400, message: "Invalid character ' ' in string escape code", isText: true },
  {
    status: 400,
    message:
      'validation failure list:\nsubmission_types.0 in body should be one of [link file text discussion]',
    isText: false,
  },
  { status: 403, message: 'Could not authorize token', isText: false },
  { status: 400, message: 'due_date must be in the future', isText: false },
];

const refusedCreate = faultKind<{ at: number }>({
  name: 'refused-create',
  share: 2,
  effect: () => 'write',
  choices: (turn) => fc.record({ at: fc.constant(turn % messages.length) }),
  rules: ({ at }) => {
    const { status, message, isText } = inTurn(messages, at);
    return [
      onWrite(
        'is refused',
        () => ({
          ...jsonAnswer(status, { message }),
          ...(isText ? { body: message, headers: { 'content-type': 'text/plain; charset=utf-8' } } : {}),
          untouched: true,
        }),
        always,
      ),
    ];
  },
  provokes: () => ['lms/client-shows-message'],
  text: ({ at }) => `the create is refused with: ${JSON.stringify(inTurn(messages, at).message)}`,
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
  needs: { job: 'update-submission', starts: [{}, {}] },
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

export const writeKinds: readonly FaultKind[] = [
  lostCreate,
  limitedCreate,
  finalCreate,
  refusedCreate,
  newerGrade,
  waitingGrade,
];
