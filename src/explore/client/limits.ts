import fc from 'fast-check';
import { always, htmlAnswer, jsonAnswer, onPage, resetIn, tooMany } from '../../scenarios/answers.ts';
import type { Answer, Asked, Rule } from '../../scenarios/scenario.ts';
import { all } from '../choices.ts';
import { inTurn } from '../command.ts';
import { type FaultKind, faultKind } from './schedule.ts';

/** Windows of the rate limit that are used up. */

/** A readable body comes every other time, to compare with. */
const bodies = ['none', 'json', 'html', 'json', 'label', 'json'] as const;
type BodyForm = (typeof bodies)[number];

function refusal(reset: string | readonly string[] | null, body: BodyForm): Answer {
  if (body === 'none') return tooMany(reset);
  if (body === 'label') return tooMany(reset, { headers: { 'content-type': 'application/json' } });
  const { body: text = '', headers = {} } =
    body === 'html' ? htmlAnswer(429) : jsonAnswer(429, { error: 'Too many requests' });
  return tooMany(reset, { body: text, headers });
}

/**
 * Seconds until Reset, page by page; -1: it has just passed. All documented waits together take 31 s; a client may end after a
 * minute.
 */
const windowEnds = [
  [50, 0, -1],
  [7, 20, 0, 2, -1, 0],
] as const;
const retryAfters = [0, 4, 1];

/** Each page finds its window used up, which ends sooner or later. */
const rateLimited = faultKind<{ seconds: number[]; turn: number; until: boolean }>({
  name: 'rate-limited-pages',
  share: 2,
  effect: () => 'overcome',
  choices: (turn) =>
    fc.record({
      seconds: all<number>(inTurn(windowEnds, turn)),
      turn: fc.constant(turn),
      until: fc.constant(turn % 2 === 0),
    }),
  rules: ({ seconds, turn, until }) =>
    seconds.map((ahead, at): Rule => {
      // Until the window ends, or once: the end is known from the first refusal.
      let endS: number | undefined;
      // A client may go by the header that ends sooner, and must then be served.
      const after = until ? 0 : inTurn(retryAfters, turn + at);
      return {
        label: `page ${at + 1} answers 429`,
        when: ({ page, nowMs }) => page === at && (endS === undefined || nowMs < endS * 1000),
        times: until ? always : 1,
        answer: (_, asked) => {
          endS ??= ahead < 0 ? Math.floor(asked.nowMs / 1000) : Number(resetIn(ahead, asked));
          const { headers, ...answer } = refusal(String(endS), inTurn(bodies, turn + at));
          return {
            ...answer,
            headers: { ...headers, ...(after > 0 ? { 'retry-after': String(after) } : {}) },
          };
        },
      };
    }),
  provokes: ({ seconds }, isAlone) =>
    seconds.length === 0
      ? []
      : [
          'rate-limit/client-waits-for-reset',
          // A readable body is there to compare with.
          ...(isAlone
            ? (['rate-limit/client-continues-after-429', 'rate-limit/client-survives-empty-429'] as const)
            : []),
        ],
  text: ({ seconds, turn, until }) =>
    `pages answer 429 ${until ? 'until Reset' : 'once'}, which is ahead by ${seconds.join(', ')} s, with the bodies ${seconds.map((_, at) => inTurn(bodies, turn + at)).join(', ')}`,
  needs: { alone: true, size: { students: 65, pageSize: 10 } },
});

/** The last success of a window. */
export const usedUp = faultKind<{ page: number; seconds: number }>({
  name: 'nothing-remains',
  share: 1,
  effect: () => 'overcome',
  choices: () => fc.record({ page: fc.constantFrom(1, 2), seconds: fc.constantFrom(3, 2, 20) }),
  rules: ({ page: number, seconds }) => [
    onPage(number, 'is the last of its window', (_, asked) => ({
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(seconds, asked) },
    })),
  ],
  provokes: () => ['rate-limit/client-paces-at-zero'],
  text: ({ page: number, seconds }) => `page ${number} is the last of its window, which ends in ${seconds} s`,
});

const resets: Readonly<Record<string, (asked: Asked) => string | readonly string[] | null>> = {
  'years ahead': (asked) => resetIn(10 * 365 * 86_400, asked),
  missing: () => null,
  'in milliseconds': ({ nowMs }) => String(Math.round(nowMs) + 2000),
  'in the past': (asked) => resetIn(-30, asked),
  'a word': () => 'soon',
  negative: () => '-1',
  empty: () => '',
  'sent twice': () => ['5', '0'],
};

/** The pages after the first are refused, each with another Reset. */
const absurdResets = faultKind<{ resets: string[]; times: number }>({
  name: 'absurd-resets',
  share: 2,
  effect: () => 'end',
  choices: (turn) =>
    fc.record({
      resets: all([0, 1, 2].map((at) => inTurn(Object.keys(resets), 3 * turn + at))),
      times: fc.constant(inTurn([1, always], turn)),
    }),
  rules: ({ resets: some, times }) =>
    some.map((reset, at) =>
      onPage(
        at + 2,
        `is refused with Reset ${reset}`,
        (_, asked) => tooMany(resets[reset]?.(asked) ?? null),
        // A client cannot go on from a page that it never gets.
        at === some.length - 1 ? times : 1,
      ),
    ),
  provokes: ({ resets: some }) => (some.length > 0 ? ['rate-limit/client-bounded-wait'] : []),
  text: ({ resets: some, times }) =>
    `pages answer 429 with a Reset that is ${some.join(', ')}${times > 1 ? ', the last one each time' : ''}`,
  needs: { size: { students: 45, pageSize: 10 } },
});

export const limitKinds: readonly FaultKind[] = [rateLimited, absurdResets];
