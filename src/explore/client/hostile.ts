import fc from 'fast-check';
import { always, onPage, onWrite } from '../../scenarios/answers.ts';
import { changedPage, idOf, isList, leadingTo, listAt } from '../../scenarios/page-answers.ts';
import type { Answer, Asked } from '../../scenarios/scenario.ts';
import { all } from '../choices.ts';
import { inTurn } from '../command.ts';
import { type FaultKind, faultKind } from './schedule.ts';

/** Responses that no client may follow to their end: links in a loop or to another origin, and lists and bodies without an end. */

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
  // The loop is not the end of the list.
  needs: { alone: true, size: { students: 45, pageSize: 10 } },
});

function own({ query }: Asked): string | undefined {
  return query.get('starting_after') ?? undefined;
}

const hostOf = (origin: string) => new URL(origin).host;
/** In each three the last is the one that a client may resolve to a path of the server, where it gets no further. */
const elsewhere: Readonly<Record<string, (asked: Asked, path: string) => string>> = {
  'another port': ({ foreignOrigin }, path) => foreignOrigin + path,
  'the own host before an @': ({ origin, foreignOrigin }, path) =>
    `${foreignOrigin.replace('://', `://${hostOf(origin)}@`)}${path}`,
  'a dot': (_, path) => `.clever.example${path}`,
  'another scheme': ({ origin }, path) =>
    (origin.startsWith('https:') ? origin.replace('https:', 'http:') : origin.replace('http:', 'https:')) +
    path,
  'a backslash': ({ foreignOrigin }, path) => `/\\${hostOf(foreignOrigin)}${path}`,
  'an @': ({ foreignOrigin }, path) => `@${hostOf(foreignOrigin)}${path}`,
  'two slashes': ({ foreignOrigin }, path) => `//${hostOf(foreignOrigin)}${path}`,
  'a tab': ({ foreignOrigin }, path) => `/\t/${hostOf(foreignOrigin)}${path}`,
  // A reserved name, which never resolves to a real server.
  'another host': (_, path) => `https://clever.example${path}`,
};

/** The next link of a page leads elsewhere, in another form for each start of the client. */
const foreignLinks = faultKind<{ page: number; forms: string[] }>({
  name: 'foreign-links',
  share: 3,
  effect: () => 'end',
  choices: (turn) =>
    fc.record({
      page: fc.constantFrom(1, 2),
      forms: all([0, 1, 2].map((at) => inTurn(Object.keys(elsewhere), 3 * turn + at))),
    }),
  rules: ({ page, forms }) =>
    forms.map((form, at) => ({
      label: `the next link of page ${page} leads elsewhere in start ${at + 1}`,
      when: (asked: Asked) => asked.start === at && asked.page === page - 1,
      times: always,
      // A later start may go on where an earlier one ended.
      ...(at > 0 ? { isTrap: true as const } : {}),
      answer: (good, asked) =>
        changedPage(good, (body) => ({
          ...body,
          links: [
            ...body.links.filter((link) => link.rel !== 'next'),
            { rel: 'next', uri: elsewhere[form]?.(asked, listAt(asked, idOf(body.data.at(-1)))) ?? '' },
          ],
        })),
    })),
  provokes: () => ['safety/client-keeps-token-on-origin'],
  starts: ({ forms }) => forms.map(() => ({})),
  text: ({ page, forms }) =>
    `the next link of page ${page} leads elsewhere: ${forms.join('; to another start: ')}`,
});

const redirected = (status: number, { foreignOrigin }: Asked, path: string): Answer => ({
  status,
  headers: { Location: foreignOrigin + path, 'Content-Type': null },
  body: '',
  untouched: true,
});

const redirect = faultKind<{ page: number; status: number }>({
  name: 'redirect',
  share: 1,
  effect: () => 'end',
  choices: (turn) =>
    fc.record({ page: fc.constantFrom(1, 2), status: fc.constant(inTurn([302, 307, 308], turn)) }),
  rules: ({ page, status }) => [
    onPage(page, 'is redirected', (_, asked) => redirected(status, asked, listAt(asked)), always),
  ],
  provokes: () => ['safety/client-keeps-token-on-origin'],
  text: ({ page, status }) => `page ${page} is redirected to another port with ${status}`,
});

const redirectOfCreate = faultKind<{ status: number }>({
  name: 'redirect-of-a-create',
  share: 1,
  effect: () => 'end',
  choices: (turn) => fc.record({ status: fc.constant(inTurn([307, 308], turn)) }),
  rules: ({ status }) => [
    onWrite('is redirected', (_, asked) => redirected(status, asked, asked.pathname), always),
  ],
  provokes: () => ['safety/client-keeps-token-on-origin'],
  text: ({ status }) => `the create is redirected to another port with ${status}`,
  needs: { job: 'create-assignment' },
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
            return { data: { ...body.data[0]?.data, id, name }, uri: `${asked.pathname}/${id}` };
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

export const hostileKinds: readonly FaultKind[] = [
  cycle,
  foreignLinks,
  redirect,
  redirectOfCreate,
  endlessPages,
  endlessBody,
];
