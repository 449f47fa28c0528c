import {
  always,
  emptyAnswer,
  failing,
  htmlAnswer,
  jsonAnswer,
  onWrite,
  resetIn,
  tooMany,
} from './answers.ts';
import type { Answer, Rule, Scenario } from './scenario.ts';

const createsOnce = 'lms/client-creates-once';
/** Without the id of the assignment, a success cannot be used, and is no reason to create it again. */
const unconfirmed = [createsOnce, 'errors/client-survives-unreadable-body'] as const;

const lostAnswers: readonly {
  readonly name: string;
  readonly title: string;
  readonly answer: Rule['answer'];
  /** @default that it is created once */
  readonly provokes?: Scenario['provokes'];
}[] = [
  {
    name: 'create-whose-answer-is-lost',
    title: 'the assignment is created, and the connection is closed before the response',
    answer: () => ({ close: 'before' }),
    provokes: [createsOnce, 'backoff/client-reports-incomplete'],
  },
  {
    name: 'create-whose-answer-breaks-off',
    title: 'the assignment is created, and the connection is closed within the response',
    answer: () => ({ close: 'mid-body' }),
    provokes: unconfirmed,
  },
  ...[500, 502, 503, 504].map((status) => ({
    name: `create-answered-${status}-after-it-was-made`,
    title: `the assignment is created, and the response is ${status}`,
    answer: (): Answer => jsonAnswer(status, { message: 'internal error' }),
  })),
  {
    name: 'create-answered-200-without-a-body',
    title: 'the assignment is created, and the response is a 200 without a body',
    answer: () => emptyAnswer(200),
    provokes: unconfirmed,
  },
  {
    name: 'create-answered-200-with-html',
    title: 'the assignment is created, and the response is a page of HTML under a 200',
    answer: () => htmlAnswer(200),
    provokes: unconfirmed,
  },
  {
    name: 'create-answered-200-with-an-empty-object',
    title: 'the assignment is created, and the response is {} under a 200',
    answer: () => ({ body: '{}' }),
    provokes: unconfirmed,
  },
  {
    name: 'create-answered-after-14-seconds',
    title: 'the assignment is created, and the response takes 14 s',
    answer: () => ({ delayMs: 14_000 }),
  },
];

const creates: readonly Scenario[] = [
  {
    name: 'lms/create-answered-well',
    title: 'the assignment is created, and the response confirms it',
    provokes: [createsOnce, 'lms/client-writes-what-the-job-says'],
    job: 'create-assignment',
    rules: [],
  },
  ...lostAnswers.map(
    ({ name, title, answer, provokes = [createsOnce] }): Scenario => ({
      name: `lms/${name}`,
      title,
      provokes,
      job: 'create-assignment',
      // Also for every retry, so that each creates another assignment.
      rules: [onWrite('is taken and its answer is lost', answer, always)],
    }),
  ),
  // The state directory of the first start is all that the second one has to know of it.
  ...lostAnswers
    .filter(({ name }) => !/seconds|-200-with-/.test(name))
    .map(
      ({ name, title, answer }): Scenario => ({
        name: `lms/${name}-then-started-again`,
        title: `${title}; then the client is started again with the same job`,
        provokes: [createsOnce],
        job: 'create-assignment',
        rules: [onWrite('is taken and its answer is lost', answer, always)],
        starts: [{}, {}],
      }),
    ),
  {
    name: 'lms/create-answered-201',
    title: 'the assignment is created, and the response is a 201',
    provokes: [createsOnce],
    job: 'create-assignment',
    rules: [onWrite('answers 201', (good) => ({ status: 201, body: good.body }))],
  },
  {
    name: 'lms/create-refused-by-the-rate-limit',
    title: 'a create is rejected with 429 and has no effect; after Reset it may be sent once more',
    provokes: [createsOnce],
    job: 'create-assignment',
    rules: [onWrite('is refused', (_good, asked) => tooMany(resetIn(2, asked)))],
  },
];

/** Texts of the error table with their status; the second is plain text, as that page shows it. */
const refusals: readonly {
  readonly name: string;
  readonly status: number;
  readonly message: string;
  readonly asText?: true;
}[] = [
  { name: 'due-date', status: 400, message: 'due_date must be in the future' },
  { name: 'bare-text', status: 400, message: "Invalid character ' ' in string escape code", asText: true },
  { name: 'missing-fields', status: 400, message: 'missing required field(s): title, due_date' },
  {
    name: 'list-of-faults',
    status: 400,
    message:
      'validation failure list:\nsubmission_types.0 in body should be one of [link file text discussion]',
  },
  { name: 'assignees', status: 400, message: 'no valid users found in Canvas' },
  { name: 'invalid-token', status: 403, message: 'Could not authorize token' },
];

const messages: readonly Scenario[] = [
  ...refusals.map(
    ({ name, status, message, asText }): Scenario => ({
      name: `lms/create-refused-with-${name}`,
      title: `a create is rejected with ${status} and a text of the error table`,
      provokes: ['lms/client-shows-message'],
      job: 'create-assignment',
      rules: [
        onWrite(
          'is refused',
          () => ({
            ...jsonAnswer(status, { message }),
            ...(asText ? { body: message, headers: { 'content-type': 'text/plain; charset=utf-8' } } : {}),
            untouched: true,
          }),
          always,
        ),
      ],
    }),
  ),
  {
    name: 'lms/update-refused-with-deleted-assignment',
    title: 'the passback of a grade is rejected, because the assignment is gone',
    provokes: ['lms/client-shows-message'],
    job: 'update-submission',
    rules: [
      onWrite(
        'is refused',
        () => ({ ...jsonAnswer(404, { message: 'Assignment does not exist' }), untouched: true }),
        always,
      ),
    ],
  },
];

const grades: readonly Scenario[] = [
  {
    name: 'lms/grade-answered-well',
    title: 'a grade is stored, and the response confirms it',
    provokes: ['lms/client-writes-what-the-job-says'],
    job: 'update-submission',
    rules: [],
  },
  {
    name: 'lms/newer-grade-after-the-rate-limit',
    title: 'a grade is rejected with 429 each time; the next start has a newer grade',
    provokes: ['lms/client-final-grade-wins'],
    job: 'update-submission',
    rules: [
      {
        ...onWrite('is refused', (_good, asked) => tooMany(resetIn(2, asked)), always),
        when: (asked) => asked.method !== 'GET' && asked.start === 0,
      },
    ],
    starts: [{}, {}],
  },
  {
    name: 'lms/newer-grade-after-a-lost-answer',
    title: 'a grade is stored and all responses to it are lost; the next start has a newer grade',
    provokes: ['lms/client-final-grade-wins'],
    job: 'update-submission',
    rules: [
      {
        ...onWrite('is taken and its answer is lost', () => ({ close: 'before' }), always),
        when: (asked) => asked.method !== 'GET' && asked.start === 0,
      },
    ],
    starts: [{}, {}],
  },
  {
    name: 'lms/newer-grade-after-an-outage',
    title: 'a grade gets 503 until the client gives up; the next start has a newer grade',
    provokes: ['lms/client-final-grade-wins'],
    job: 'update-submission',
    rules: [
      {
        ...onWrite('answers 503', failing(503), always),
        when: (asked) => asked.method !== 'GET' && asked.start === 0,
      },
    ],
    starts: [{}, {}],
  },
];

/** Writes whose responses are lost, late or errors. */
export const lmsScenarios: readonly Scenario[] = [...creates, ...messages, ...grades];
