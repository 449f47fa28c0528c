import fc from 'fast-check';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import {
  always,
  emptyAnswer,
  failing,
  htmlAnswer,
  jsonAnswer,
  onPage,
  resetIn,
  tooMany,
} from '../../scenarios/answers.ts';
import type { Answer, Asked, Rule } from '../../scenarios/scenario.ts';
import { inTurn } from '../command.ts';
import { type FaultKind, faultKind } from './schedule.ts';

/** Faults that pass: outages, used-up windows, and responses that cannot be read. */

const page = fc.constantFrom(2, 1, 3);
const outages = [503, 500, 502] as const;
type Outage = (typeof outages)[number];

const backoff: readonly ClientRequirementId[] = [
  'backoff/client-first-wait-1s',
  'backoff/client-waits-double',
];

/** Up to five failures of one page in any mix, then the page. */
const outage = faultKind<{ page: number; statuses: Outage[] }>({
  name: 'outage',
  share: 3,
  // One failure has to be overcome; the five retries are a maximum.
  effect: ({ statuses }) => (statuses.length === 1 ? 'overcome' : 'unsure'),
  choices: (turn) =>
    fc.record({
      page,
      statuses: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.constant(inTurn(outages, turn)) },
          { weight: 1, arbitrary: fc.constantFrom(...outages) },
        ),
        { minLength: 1, maxLength: inTurn([5, 3, 1], turn), size: 'max' },
      ),
    }),
  rules: ({ page: number, statuses }) =>
    statuses.map((status, at) => ({
      ...onPage(number, `answers ${status}`, failing(status)),
      label: `page ${number}, response ${at + 1}, is ${status}`,
    })),
  provokes: ({ statuses }, isAlone) => [
    ...backoff,
    'backoff/client-at-most-five-retries',
    ...(isAlone ? statuses.map((status) => `backoff/client-retries-${status}` as const) : []),
  ],
  text: ({ page: number, statuses }) => `page ${number} answers ${statuses.join(', ')}, then it is served`,
});

/** A long outage, and a short one of a later page. */
const twoOutages = faultKind<{ status: Outage; failures: number }>({
  name: 'two-outages',
  share: 1,
  effect: () => 'unsure',
  choices: (turn) =>
    fc.record({ status: fc.constant(inTurn(outages, turn)), failures: fc.constantFrom(4, 3, 5) }),
  rules: ({ status, failures }) => [
    onPage(2, `answers ${status}`, failing(status), failures),
    onPage(3, `answers ${status}`, failing(status)),
  ],
  provokes: (_, isAlone) => (isAlone ? ['backoff/client-backoff-starts-over', ...backoff] : backoff),
  text: ({ status, failures }) => `page 2 answers ${status} ${failures} times, and page 3 once`,
  needs: { alone: true },
});

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

/** A used-up window that ends sooner or later than all documented waits together (31 s). */
const rateLimited = faultKind<{ page: number; seconds: number; body: BodyForm; until: boolean }>({
  name: 'rate-limited',
  share: 3,
  effect: () => 'overcome',
  choices: (turn) =>
    fc.record({
      page,
      seconds: fc.constant(inTurn([50, 2, 20, 7], turn)),
      body: fc.constant(inTurn(bodies, turn)),
      until: fc.constant(turn % 2 === 0),
    }),
  rules: ({ page: number, seconds, body, until }) => {
    // Until the window ends, or once: the end is known from the first refusal.
    let endS: number | undefined;
    const rule: Rule = {
      label: `page ${number} answers 429`,
      when: ({ page: asked, nowMs }) => asked === number - 1 && (endS === undefined || nowMs < endS * 1000),
      times: until ? always : 1,
      answer: (_, asked) => {
        endS ??= Number(resetIn(seconds, asked));
        return refusal(String(endS), body);
      },
    };
    return [rule];
  },
  provokes: (_, isAlone) => [
    'rate-limit/client-waits-for-reset',
    // A readable body is there to compare with.
    ...(isAlone
      ? (['rate-limit/client-continues-after-429', 'rate-limit/client-survives-empty-429'] as const)
      : []),
  ],
  text: ({ page: number, seconds, body, until }) =>
    `page ${number} answers 429 ${until ? 'until Reset' : 'once'}, ${seconds} s ahead, body: ${body}`,
});

/** The last success of a window. */
const usedUp = faultKind<{ page: number; seconds: number }>({
  name: 'nothing-remains',
  share: 1,
  effect: () => 'overcome',
  choices: () => fc.record({ page: fc.constantFrom(1, 2), seconds: fc.constantFrom(3, 2, 30) }),
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

const absurdReset = faultKind<{ page: number; reset: string; times: number }>({
  name: 'absurd-reset',
  share: 2,
  effect: () => 'unsure',
  choices: (turn) =>
    fc.record({
      page: fc.constant(2),
      reset: fc.constant(inTurn(Object.keys(resets), turn)),
      times: fc.constant(inTurn([1, 1, 1, always], turn)),
    }),
  rules: ({ page: number, reset, times }) => [
    onPage(number, 'is refused', (_, asked) => tooMany(resets[reset]?.(asked) ?? null), times),
  ],
  provokes: () => ['rate-limit/client-bounded-wait'],
  text: ({ page: number, reset, times }) =>
    `page ${number} answers 429 ${times > 1 ? 'each time' : 'once'}, Reset is ${reset}`,
});

const broken = '{"error":"the answer breaks o';
const unreadableErrors: Readonly<Record<string, (status: number) => Answer>> = {
  html: htmlAnswer,
  'no body': emptyAnswer,
  'broken JSON': (status) => ({ ...jsonAnswer(status, {}), body: broken }),
};

/** The same status twice, on two pages: readable, and not. */
const unreadableError = faultKind<{ status: Outage; form: string }>({
  name: 'unreadable-error',
  share: 1,
  effect: () => 'overcome',
  choices: (turn) =>
    fc.record({
      status: fc.constant(inTurn(outages, turn)),
      form: fc.constant(inTurn(Object.keys(unreadableErrors), turn)),
    }),
  rules: ({ status, form }) => [
    onPage(1, `answers a readable ${status}`, failing(status)),
    onPage(2, 'fails', () => unreadableErrors[form]?.(status) ?? htmlAnswer(status)),
  ],
  provokes: (_, isAlone) => (isAlone ? ['errors/client-survives-unreadable-body'] : []),
  text: ({ status, form }) => `page 1 answers a readable ${status}, and page 2 one with ${form}`,
  needs: { alone: true },
});

const unreadablePages: Readonly<Record<string, Rule['answer']>> = {
  'broken JSON': (good) => ({ body: good.body.slice(0, Math.ceil(good.body.length / 2)) }),
  '{}': () => ({ body: '{}' }),
  html: () => htmlAnswer(200),
  'null for data': () => ({ body: '{"data":null,"links":[]}' }),
  nothing: () => emptyAnswer(200),
  'a cut connection': () => ({ close: 'mid-body' }),
  'no response': () => ({ close: 'before' }),
};

const unreadablePage = faultKind<{ page: number; form: string; times: number }>({
  name: 'unreadable-page',
  share: 2,
  effect: () => 'unsure',
  choices: (turn) =>
    fc.record({
      page: fc.constant(2),
      form: fc.constant(inTurn(Object.keys(unreadablePages), turn)),
      times: fc.constant(inTurn([always, 1], turn)),
    }),
  rules: ({ page: number, form, times }) => [
    onPage(number, 'cannot be read', unreadablePages[form] ?? (() => htmlAnswer(200)), times),
  ],
  provokes: ({ times }, isAlone) => [
    'errors/client-treats-page-error-as-incomplete',
    // A client that tries again is served, unless it fails each time.
    ...(times === 1 && isAlone ? (['errors/client-survives-unreadable-body'] as const) : []),
  ],
  text: ({ page: number, form, times }) =>
    `page ${number} is served ${times > 1 ? 'each time' : 'once'} with ${form}`,
});

export const transientKinds: readonly FaultKind[] = [
  outage,
  twoOutages,
  rateLimited,
  absurdReset,
  unreadableError,
  unreadablePage,
];

/** They pass by themselves, and go with any other fault. */
export const besideKinds: readonly FaultKind[] = [usedUp];
