import { always, type Entry, isList, listAt } from '../page-answers.ts';
import { recordOf } from '../record-parts.ts';
import type { Answer, Asked, GoodAnswer, Rule, Scenario } from '../scenario.ts';
import { elsewhereScenarios } from './elsewhere.ts';

const job = 'sync:students';

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
function chain(entriesOf: (from: number, to: number, asked: Asked) => readonly Entry[]): Rule {
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
      const body = JSON.stringify({ data: entriesOf(from, to, asked), links });
      return {
        status: 200,
        headers: { ...freshQuota, 'Content-Type': 'application/json; charset=utf-8' },
        body,
      };
    },
  };
}

function madeUp(place: number, asked: Asked): Entry {
  const id = chainId(place);
  const values = {
    created: '2025-07-01T06:00:00.000Z',
    credentials: { district_username: '' },
    district: 'ffff00000000000000000000',
    enrollments: [],
    id,
    last_modified: '2025-07-01T06:00:00.000Z',
    name: { first: 'Sam', last: `No. ${place}` },
    school: 'ffff00000000000000000000',
    schools: ['ffff00000000000000000000'],
    sis_id: String(place),
  };
  return { data: recordOf(values, asked), uri: `${asked.pathname}/${id}` };
}

function endlessBody(name: string, title: string, answer: Answer): Scenario {
  return {
    name: `safety/${name}`,
    title,
    provokes: ['safety/client-bounded-body'],
    job,
    limitMs: 30_000,
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
  ...elsewhereScenarios,
  {
    name: 'safety/endless-chain',
    title: 'every page has two new entries and a next link',
    provokes: ['safety/client-bounded-pages'],
    job,
    rules: [
      chain((from, to, asked) => Array.from({ length: to - from }, (_, at) => madeUp(from + at + 1, asked))),
    ],
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
