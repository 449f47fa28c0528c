import { always, changedPage, type Entry, idOf, isList, listAt, withNext } from './page-answers.ts';
import type { Answer, Asked, GoodAnswer, Rule, Scenario } from './scenario.ts';

const job = 'sync:students';

/** The first page's next link leads to another origin. `uri` gets path and query of the second page. */
function nextElsewhere(name: string, title: string, uri: (asked: Asked, path: string) => string): Scenario {
  return {
    name: `safety/next-${name}`,
    title: `the next link of the first page ${title}`,
    provokes: ['safety/client-keeps-token-on-origin'],
    job,
    rules: [
      {
        label: `the next link ${title}`,
        when: (asked) => asked.page === 0,
        times: always,
        answer: (good, asked) =>
          changedPage(good, ({ data, links }) => ({
            data,
            links: withNext(links, uri(asked, listAt(asked, idOf(data.at(-1))))),
          })),
      },
    ],
  };
}

const hostOf = (origin: string) => new URL(origin).host;
/** The same host and port with the other scheme. */
const otherScheme = (origin: string) =>
  origin.startsWith('https:') ? origin.replace('https:', 'http:') : origin.replace('http:', 'https:');

function redirect(status: 302 | 307 | 308): Scenario {
  return {
    name: `safety/redirect-${status}-elsewhere`,
    title: `the list is redirected to another port with ${status}`,
    provokes: ['safety/client-keeps-token-on-origin'],
    job,
    rules: [
      {
        label: `the list answers ${status}`,
        when: isList,
        times: always,
        answer: (_, asked) => ({
          status,
          headers: { Location: `${asked.foreignOrigin}${listAt(asked)}`, 'Content-Type': null },
          body: '',
        }),
      },
    ],
  };
}

/** Full quota in every response, because the chain needs more requests than a window allows. */
const freshQuota = { 'X-Ratelimit-Limit': '1200', 'X-Ratelimit-Remaining': '1199' };

/** The position of a cursor in an endless chain; 0 for cursors of real records. */
function placeOf(asked: Asked): number {
  const digits = /^ffff([0-9a-f]{20})$/.exec(asked.query.get('starting_after') ?? '')?.[1];
  return digits === undefined ? 0 : Number.parseInt(digits, 16);
}

/** Greater than every id of the sandbox, and ascending. */
const chainId = (place: number) => `ffff${place.toString(16).padStart(20, '0')}`;

/** Entries per page of the chain. */
const chainPage = 2;

/** Pages that always have a next link. `entriesOf` returns the entries between two positions. */
function chain(entriesOf: (from: number, to: number) => readonly Entry[]): Rule {
  return {
    label: 'there is always a next page',
    when: isList,
    times: always,
    answer: (good: GoodAnswer, asked: Asked): Answer => {
      if (good.status >= 400 && good.status !== 429) return {};
      const from = placeOf(asked);
      const to = from + chainPage;
      const links = [
        { rel: 'self', uri: listAt(asked, asked.query.get('starting_after') ?? undefined) },
        { rel: 'next', uri: listAt(asked, chainId(to)) },
      ];
      const body = JSON.stringify({ data: entriesOf(from, to), links });
      return {
        status: 200,
        headers: { ...freshQuota, 'Content-Type': 'application/json; charset=utf-8' },
        body,
      };
    },
  };
}

function madeUp(place: number): Entry {
  const id = chainId(place);
  return {
    data: {
      created: '2025-07-01T06:00:00.000Z',
      credentials: { district_username: '' },
      district: 'ffff00000000000000000000',
      id,
      last_modified: '2025-07-01T06:00:00.000Z',
      name: { first: 'Sam', last: `No. ${place}` },
      school: 'ffff00000000000000000000',
      schools: ['ffff00000000000000000000'],
      sis_id: String(place),
    },
    uri: `/v2.0/students/${id}`,
  };
}

function endlessBody(name: string, title: string, answer: Answer): Scenario {
  return {
    name: `safety/${name}`,
    title,
    provokes: ['safety/client-bounded-body'],
    job,
    rules: [
      {
        label: 'the body never ends',
        when: isList,
        times: always,
        answer: () => ({ ...answer, endless: true }),
      },
    ],
  };
}

/** Faulty or hostile servers: foreign links and redirects, endless lists and bodies. */
export const safetyScenarios: readonly Scenario[] = [
  nextElsewhere(
    'on-another-port',
    'is absolute, to another port',
    (asked, path) => asked.foreignOrigin + path,
  ),
  nextElsewhere(
    'without-a-scheme',
    'begins with two slashes and another host',
    (asked, path) => `//${hostOf(asked.foreignOrigin)}${path}`,
  ),
  nextElsewhere(
    'with-a-backslash',
    'begins with a slash and a backslash',
    (asked, path) => `/\\${hostOf(asked.foreignOrigin)}${path}`,
  ),
  nextElsewhere(
    'with-a-tab',
    'has a tab between its two slashes',
    (asked, path) => `/\t/${hostOf(asked.foreignOrigin)}${path}`,
  ),
  nextElsewhere(
    'with-userinfo',
    'names the own host before an @, and another one after it',
    (asked, path) => `${asked.foreignOrigin.replace('://', `://${hostOf(asked.origin)}@`)}${path}`,
  ),
  nextElsewhere(
    'with-another-scheme',
    'has the own host and another scheme',
    (asked, path) => otherScheme(asked.origin) + path,
  ),
  // A reserved name, which never resolves to a real server.
  nextElsewhere(
    'on-another-host',
    'is absolute, to another host',
    (_, path) => `https://clever.example${path}`,
  ),
  redirect(302),
  redirect(307),
  redirect(308),
  {
    name: 'safety/endless-chain',
    title: 'every page has two new entries and a next link',
    provokes: ['safety/client-bounded-pages'],
    job,
    rules: [chain((from, to) => Array.from({ length: to - from }, (_, at) => madeUp(from + at + 1)))],
  },
  {
    name: 'safety/endless-empty-pages',
    title: 'every page is empty and has a next link to another one',
    provokes: ['safety/client-bounded-pages'],
    job,
    rules: [chain(() => [])],
  },
  endlessBody('body-without-end', 'the body of the first page never ends', {
    status: 200,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: '{"data":[',
  }),
  endlessBody('error-without-end', 'the list answers 404 with a message that never ends', {
    status: 404,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: '{"error":[',
  }),
];
