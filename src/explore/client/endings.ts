import fc from 'fast-check';
import { always, emptyAnswer, failing, htmlAnswer, onPage } from '../../scenarios/answers.ts';
import type { Answer, Asked, Rule } from '../../scenarios/scenario.ts';
import { all } from '../choices.ts';
import { inTurn } from '../command.ts';
import { hostileKinds } from './hostile.ts';
import { type FaultKind, faultKind } from './schedule.ts';

/** Errors and outages after which a client cannot have the whole list. */

const incomplete = 'errors/client-treats-page-error-as-incomplete';

/** An outage that lasts. */
const endlessOutage = faultKind<{ page: number; status: 500 | 502 | 503 }>({
  name: 'endless-outage',
  share: 1,
  effect: () => 'end',
  choices: (turn) =>
    fc.record({
      page: fc.constantFrom(3, 2, 1),
      status: fc.constant(inTurn([503, 500, 502] as const, turn)),
    }),
  rules: ({ page, status }) => [onPage(page, `answers ${status}`, failing(status), always)],
  provokes: () => [
    'backoff/client-at-most-five-retries',
    'backoff/client-reports-incomplete',
    'backoff/client-first-wait-1s',
    'backoff/client-waits-double',
    incomplete,
  ],
  text: ({ page, status }) => `page ${page} answers ${status} and nothing else`,
});

const finals = [401, 404, 400, 501, 403, 405] as const;
type Final = (typeof finals)[number];

export function finalAnswer(status: Final, form: 'json' | 'other'): Answer {
  if (form === 'json') return failing(status)({ status: 200, headers: {}, body: '' }, {} as Asked);
  return { ...(status === 404 ? htmlAnswer(status) : emptyAnswer(status)), untouched: true };
}

/** A final status at another page for each start of the client; a retry would be served, or not. */
const finalStatuses = faultKind<{
  statuses: Final[];
  form: 'json' | 'other';
  times: number;
  afterOutage: boolean;
}>({
  name: 'final-statuses',
  share: 4,
  effect: () => 'end',
  choices: (turn) =>
    fc.record({
      // What is reported counts at the last start.
      statuses: all([0, 2, 4].map((at) => inTurn(finals, turn + at))),
      form: fc.constant(inTurn(['json', 'json', 'other'] as const, turn)),
      times: fc.constant(inTurn([1, always], turn)),
      afterOutage: fc.constant(turn % 5 === 3),
    }),
  rules: ({ statuses, form, times, afterOutage }) =>
    statuses.flatMap((status, at) => {
      const inStart = (rule: Rule): Rule => ({
        ...rule,
        label: `${rule.label} to start ${at + 1}`,
        when: (asked) => asked.start === at && rule.when(asked),
      });
      return [
        ...(afterOutage ? [inStart(onPage(at + 2, 'answers 503', failing(503)))] : []),
        inStart(onPage(at + 2, `answers ${status}`, () => finalAnswer(status, form), times)),
      ];
    }),
  provokes: ({ statuses, times }) => [
    ...statuses.map((status) => `backoff/client-no-retry-${status}` as const),
    incomplete,
    // Served each time, every repetition shows.
    ...(times > 1 ? (['backoff/client-at-most-five-retries'] as const) : []),
  ],
  starts: ({ statuses }) => statuses.map(() => ({})),
  text: ({ statuses, form, times, afterOutage }) =>
    `${statuses.map((status, at) => `page ${at + 2} answers ${afterOutage ? '503 and then ' : ''}${status}`).join(' to one start, ')} ${times > 1 ? 'each time' : 'once'} (${form})`,
  needs: { size: { students: 55, pageSize: 10 } },
});

/** A request for too much. */
const tooLarge = faultKind<{ page: number; above: number }>({
  name: 'too-large',
  share: 1,
  effect: () => 'end',
  choices: (turn) => fc.record({ page: fc.constantFrom(1, 2), above: fc.constant(inTurn([0, 50], turn)) }),
  rules: ({ page, above }) => [
    above === 0
      ? onPage(page, 'answers 413', failing(413))
      : {
          label: `a limit above ${above} answers 413`,
          when: (asked: Asked) => asked.page >= 0 && Number(asked.query.get('limit') ?? 100) > above,
          times: always,
          answer: failing(413),
        },
  ],
  provokes: () => ['errors/client-lowers-limit-on-413', incomplete],
  text: ({ page, above }) =>
    above === 0 ? `page ${page} answers 413` : `a limit above ${above} answers 413`,
});

/** The client is killed, or gives up, and is started again. */
const startedAgain = faultKind<{ after: number; how: 'killed' | 'outage' | 'killed before an outage' }>({
  name: 'started-again',
  share: 3,
  effect: () => 'end',
  choices: (turn) =>
    fc.record({
      after: fc.constantFrom(4, 3, 5),
      how: fc.constant(inTurn(['killed', 'outage', 'killed before an outage'] as const, turn)),
    }),
  rules: ({ after, how }) => {
    if (how === 'killed') return [];
    const [start, page] = how === 'outage' ? [0, after] : [1, after + 1];
    return [
      {
        label: `page ${page} answers 503 to start ${start + 1}`,
        when: (asked) => asked.page === page - 1 && asked.start === start,
        times: always,
        answer: failing(503),
      },
    ];
  },
  provokes: ({ how }) =>
    how === 'killed before an outage'
      ? ['backoff/client-reports-incomplete', 'backoff/client-at-most-five-retries']
      : ['backoff/client-resumes-later'],
  starts: ({ after, how }) => [how === 'outage' ? {} : { killAfterRequests: after }, {}],
  text: ({ after, how }) =>
    how === 'outage'
      ? `page ${after} answers 503 until the client gives up, and it is started again`
      : `the client is killed after ${after} responses, and started again${how === 'killed' ? '' : `, and page ${after + 1} answers 503 to it and nothing else`}`,
  needs: { alone: true, size: { students: 55, pageSize: 10 } },
});

export const endKinds: readonly FaultKind[] = [
  endlessOutage,
  finalStatuses,
  tooLarge,
  ...hostileKinds,
  startedAgain,
];
