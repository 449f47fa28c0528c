import fc from 'fast-check';
import { always, emptyAnswer, failing, htmlAnswer, onPage } from '../../scenarios/answers.ts';
import { changedPage, idOf, isList, leadingTo, listAt } from '../../scenarios/page-answers.ts';
import type { Answer, Asked } from '../../scenarios/scenario.ts';
import { inTurn } from '../command.ts';
import { type FaultKind, faultKind } from './schedule.ts';

/** Faults after which a client cannot have the whole list, or must not go on. */

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

/** The next link of a page leads back to an earlier page, or to itself. */
const cycle = faultKind<{ page: number; back: number }>({
  name: 'cycle',
  share: 1,
  effect: () => 'end',
  choices: (turn) => fc.record({ page: fc.constantFrom(2, 3), back: fc.constant(inTurn([0, 1, 2], turn)) }),
  rules: ({ page, back }) => {
    const seen: string[] = [];
    return [
      {
        label: 'every page is remembered',
        when: (asked) => {
          if (isList(asked) && !seen.includes(listAt(asked, own(asked))))
            seen.push(listAt(asked, own(asked)));
          return false;
        },
        isTrap: true,
        answer: () => ({}),
      },
      {
        label: `the next link of page ${page} leads back`,
        when: (asked) => asked.page === page - 1,
        times: always,
        answer: (good, asked) => leadingTo(good, seen.at(-1 - back) ?? seen[0] ?? listAt(asked)),
      },
    ];
  },
  provokes: () => ['pagination/client-stops-on-cycle'],
  text: ({ page, back }) =>
    `the next link of page ${page} leads ${back === 0 ? 'to itself' : `back by ${back}`}`,
  needs: { alone: true },
});

function own({ query }: Asked): string | undefined {
  return query.get('starting_after') ?? undefined;
}

const hostOf = (origin: string) => new URL(origin).host;
const elsewhere: Readonly<Record<string, (asked: Asked, path: string) => string>> = {
  'another port': ({ foreignOrigin }, path) => foreignOrigin + path,
  'two slashes': ({ foreignOrigin }, path) => `//${hostOf(foreignOrigin)}${path}`,
  'the own host before an @': ({ origin, foreignOrigin }, path) =>
    `${foreignOrigin.replace('://', `://${hostOf(origin)}@`)}${path}`,
  'another scheme': ({ origin }, path) =>
    (origin.startsWith('https:') ? origin.replace('https:', 'http:') : origin.replace('http:', 'https:')) +
    path,
  'a backslash': ({ foreignOrigin }, path) => `/\\${hostOf(foreignOrigin)}${path}`,
  'a tab': ({ foreignOrigin }, path) => `/\t/${hostOf(foreignOrigin)}${path}`,
  // A reserved name, which never resolves to a real server.
  'another host': (_, path) => `https://clever.example${path}`,
};

const foreignLink = faultKind<{ page: number; form: string }>({
  name: 'foreign-link',
  share: 4,
  effect: () => 'end',
  choices: (turn) =>
    fc.record({
      page: fc.constantFrom(1, 2),
      form: fc.constant(inTurn(Object.keys(elsewhere), turn)),
    }),
  rules: ({ page, form }) => [
    {
      label: `the next link of page ${page} leads elsewhere`,
      when: (asked) => asked.page === page - 1,
      times: always,
      answer: (good, asked) =>
        changedPage(good, (body) => ({
          ...body,
          links: [
            ...body.links.filter((link) => link.rel !== 'next'),
            { rel: 'next', uri: elsewhere[form]?.(asked, listAt(asked, idOf(body.data.at(-1)))) ?? '' },
          ],
        })),
    },
  ],
  provokes: () => ['safety/client-keeps-token-on-origin'],
  text: ({ page, form }) => `the next link of page ${page} leads elsewhere: ${form}`,
});

const redirect = faultKind<{ page: number; status: number }>({
  name: 'redirect',
  share: 1,
  effect: () => 'end',
  choices: (turn) =>
    fc.record({ page: fc.constantFrom(1, 2), status: fc.constant(inTurn([302, 307, 308], turn)) }),
  rules: ({ page, status }) => [
    onPage(
      page,
      'is redirected',
      (_, asked) => ({
        status,
        headers: { Location: `${asked.foreignOrigin}${listAt(asked)}`, 'Content-Type': null },
        body: '',
      }),
      always,
    ),
  ],
  provokes: () => ['safety/client-keeps-token-on-origin'],
  text: ({ page, status }) => `page ${page} is redirected to another port with ${status}`,
});

/** Ids above every seeded one. */
const madeUp = (place: number) => `ffff${place.toString(16).padStart(20, '0')}`;

/** Every page has a next link to another one. */
const endlessPages = faultKind<{ records: number }>({
  name: 'endless-pages',
  share: 1,
  effect: () => 'end',
  choices: (turn) => fc.record({ records: fc.constant(inTurn([2, 0], turn)) }),
  rules: ({ records }) => [
    {
      label: 'the list has no end',
      when: isList,
      times: always,
      answer: (good, asked) => {
        const at = Number.parseInt(/^ffff([0-9a-f]{20})$/.exec(own(asked) ?? '')?.[1] ?? '0', 16);
        const page = changedPage(good, (body) => ({
          ...body,
          data: Array.from({ length: records }, (_, nth) => {
            const id = madeUp(at + nth + 1);
            const name = { first: 'Sam', last: `No. ${at + nth}` };
            return { data: { ...body.data[0]?.data, id, name }, uri: `/v2.0/students/${id}` };
          }),
          links: [
            { rel: 'self', uri: listAt(asked, own(asked)) },
            { rel: 'next', uri: listAt(asked, madeUp(at + Math.max(1, records))) },
          ],
        }));
        // More requests than a window allows.
        return { ...page, headers: { 'x-ratelimit-limit': '1200', 'x-ratelimit-remaining': '1199' } };
      },
    },
  ],
  provokes: () => ['safety/client-bounded-pages'],
  text: ({ records }) => `every page has ${records} new records and a next link`,
  needs: { alone: true },
});

const endlessBody = faultKind<{ status: number }>({
  name: 'endless-body',
  share: 1,
  effect: () => 'end',
  choices: (turn) => fc.record({ status: fc.constant(inTurn([200, 404], turn)) }),
  rules: ({ status }) => [
    {
      label: 'the body never ends',
      when: isList,
      times: always,
      answer: () => ({
        status,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: status === 200 ? '{"data":[' : '{"error":[',
        endless: true,
      }),
    },
  ],
  provokes: () => ['safety/client-bounded-body'],
  text: ({ status }) => `the list answers ${status} with a body that never ends`,
  needs: { alone: true },
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
  cycle,
  foreignLink,
  redirect,
  endlessPages,
  endlessBody,
  startedAgain,
];
