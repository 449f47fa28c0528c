import fc from 'fast-check';
import { always, emptyAnswer, failing, htmlAnswer, onPage } from '../../scenarios/answers.ts';
import type { Answer, Asked } from '../../scenarios/scenario.ts';
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
      page: fc.constantFrom(2, 1),
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

/** A final status; a retry would be served. `first`: an outage comes before. */
const finalStatus = faultKind<{
  page: number;
  status: Final;
  form: 'json' | 'other';
  times: number;
  afterOutage: boolean;
}>({
  name: 'final-status',
  share: 6,
  effect: () => 'end',
  choices: (turn) =>
    fc.record({
      page: fc.constantFrom(2, 1, 3),
      status: fc.constant(inTurn(finals, turn)),
      form: fc.constant(inTurn(['json', 'json', 'other'] as const, turn)),
      times: fc.constant(inTurn([1, 1, 1, always], turn)),
      afterOutage: fc.constant(turn % 5 === 3),
    }),
  rules: ({ page, status, form, times, afterOutage }) => [
    ...(afterOutage ? [onPage(page, 'answers 503', failing(503))] : []),
    onPage(page, `answers ${status}`, () => finalAnswer(status, form), times),
  ],
  provokes: ({ status }) => [`backoff/client-no-retry-${status}` as const, incomplete],
  text: ({ page, status, form, times, afterOutage }) =>
    `page ${page} answers ${afterOutage ? '503 and then ' : ''}${status} ${times > 1 ? 'each time' : 'once'} (${form})`,
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
const startedAgain = faultKind<{ after: number; how: 'killed' | 'outage' }>({
  name: 'started-again',
  share: 2,
  effect: () => 'end',
  choices: (turn) =>
    fc.record({
      after: fc.constantFrom(4, 3, 5),
      how: fc.constant(inTurn(['killed', 'outage'] as const, turn)),
    }),
  rules: ({ after, how }) =>
    how === 'killed'
      ? []
      : [
          {
            label: `page ${after} answers 503 to the first start`,
            when: (asked) => asked.page === after - 1 && asked.start === 0,
            times: always,
            answer: failing(503),
          },
        ],
  provokes: () => ['backoff/client-resumes-later'],
  text: ({ after, how }) =>
    how === 'killed'
      ? `the client is killed after ${after} responses, and started again`
      : `page ${after} answers 503 until the client gives up, and it is started again`,
  needs: { alone: true, starts: [{}, {}], size: { students: 55, pageSize: 10 } },
});

export const endKinds: readonly FaultKind[] = [
  endlessOutage,
  finalStatus,
  tooLarge,
  ...hostileKinds,
  startedAgain,
];
