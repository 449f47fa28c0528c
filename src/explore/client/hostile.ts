import fc from 'fast-check';
import { always, onPage } from '../../scenarios/answers.ts';
import { changedPage, idOf, isList, leadingTo, listAt } from '../../scenarios/page-answers.ts';
import type { Asked } from '../../scenarios/scenario.ts';
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

export const hostileKinds: readonly FaultKind[] = [cycle, foreignLink, redirect, endlessPages, endlessBody];
