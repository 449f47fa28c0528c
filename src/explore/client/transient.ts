import fc from 'fast-check';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import { always, emptyAnswer, failing, htmlAnswer, jsonAnswer, onPage } from '../../scenarios/answers.ts';
import { changedPage } from '../../scenarios/page-answers.ts';
import type { Answer, Rule } from '../../scenarios/scenario.ts';
import { all } from '../choices.ts';
import { inTurn } from '../command.ts';
import { type FaultKind, faultKind } from './schedule.ts';

/** Faults that pass: outages, slow responses, and responses that cannot be read. */

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
  share: 2,
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
  'an empty uri': (good) => changedPage(good, (body) => ({ ...body, links: [{ rel: 'next', uri: '' }] })),
  'a cut connection': () => ({ close: 'mid-body' }),
  'no response': () => ({ close: 'before' }),
};

const unreadablePage = faultKind<{ page: number; form: string; times: number }>({
  name: 'unreadable-page',
  share: 4,
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
  provokes: ({ times, form }, isAlone) => [
    'errors/client-treats-page-error-as-incomplete',
    // A client that tries again is served, unless it fails each time.
    ...(times === 1 && isAlone && form !== 'an empty uri'
      ? (['errors/client-survives-unreadable-body'] as const)
      : []),
  ],
  text: ({ page: number, form, times }) =>
    `page ${number} is served ${times > 1 ? 'each time' : 'once'} with ${form}`,
});

/** From 0. */
const latePage = 44;

/** Slower than some clients wait for one response, or for all of them together. */
const slow = faultKind<{ seconds: number[]; from: number }>({
  name: 'slow-pages',
  share: 1,
  effect: () => 'end',
  choices: (turn) => fc.record({ seconds: all([14, 70]), from: fc.constant(inTurn([1, 2], turn)) }),
  rules: ({ seconds, from }) =>
    seconds.map((one) => ({
      label: `a page takes ${one} s`,
      // The longest comes late: until then the others show something.
      when: ({ page }) => (one > 60 ? page === latePage : page >= from - 1 && page !== latePage),
      times: always,
      ...(one > 60 && seconds.length > 1 ? { isTrap: true as const } : {}),
      answer: () => ({ delayMs: one * 1000 }),
    })),
  provokes: ({ seconds }) => (seconds.length > 0 ? ['errors/client-treats-page-error-as-incomplete'] : []),
  text: ({ seconds, from }) =>
    `pages take ${seconds.map((one) => (one > 60 ? `${one} s near the end` : `${one} s from page ${from} on`)).join(', and ')}, each time`,
  needs: { alone: true, size: { students: 230, pageSize: 5 } },
});

/** Each page fails once, which every client has to overcome. */
const failedOnce = faultKind<{ statuses: Outage[] }>({
  name: 'failed-once',
  share: 1,
  effect: () => 'overcome',
  choices: (turn) => fc.record({ statuses: all(outages.map((_, at) => inTurn(outages, turn + at))) }),
  rules: ({ statuses }) => statuses.map((status, at) => onPage(at + 1, `answers ${status}`, failing(status))),
  provokes: ({ statuses }, isAlone) => [
    ...(statuses.length > 0 ? backoff : []),
    ...(isAlone ? statuses.map((status) => `backoff/client-retries-${status}` as const) : []),
  ],
  text: ({ statuses }) => `the first pages answer ${statuses.join(', ')}, each once`,
});

export const transientKinds: readonly FaultKind[] = [
  outage,
  twoOutages,
  failedOnce,
  unreadableError,
  unreadablePage,
  slow,
];
