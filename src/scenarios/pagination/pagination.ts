import {
  always,
  changedPage,
  idBelow,
  idOf,
  isList,
  listAt,
  type PageLink,
  rewriteNext,
  threePages,
  withNext,
} from '../page-answers.ts';
import type { Rule, Scenario } from '../scenario.ts';
import { cycleScenarios } from './cycles.ts';
import { missingLinksScenarios } from './missing-links.ts';
import { otherListScenarios } from './other-lists.ts';
import { repeatedScenarios } from './repeated-records.ts';

const job = 'sync:students';

/** Requirements exercised by every plain walk. */
const wholeWalk = [
  'pagination/client-follows-next',
  'pagination/client-stops-at-the-end',
  'pagination/client-holds-each-record-once',
  'pagination/client-limit-within-10000',
] as const;

/** Reorders the links of page `page`; missing ones are omitted. */
function inOrder(page: number, ...rels: readonly string[]): Rule {
  return {
    label: `page ${page} has its links in the order ${rels.join(', ')}`,
    when: (asked) => asked.page === page,
    times: always,
    answer: (good) =>
      changedPage(good, (body) => ({
        ...body,
        links: rels.flatMap((rel): readonly PageLink[] => body.links.filter((link) => link.rel === rel)),
      })),
  };
}

/** `view=own` and `batch=a/b` first, the cursor last. */
function withUnknownParameters(uri: string): string {
  const { pathname, searchParams: known } = new URL(uri, 'http://links.localhost');
  const cursor = known.get('starting_after') ?? '';
  for (const name of ['starting_after', 'view', 'batch']) known.delete(name);
  return `${pathname}?view=own&batch=a%2Fb${known.size > 0 ? `&${known}` : ''}&starting_after=${cursor}`;
}

/** `/v2.1/…` for `/v2.0/…`. */
function underNextVersion(uri: string): string {
  return uri.replace(
    /^(\/v\d+\.)(\d+)\//,
    (_, major: string, minor: string) => `${major}${Number(minor) + 1}/`,
  );
}

/** Paging: plain lists, unusual pages and links that the documents allow, and loops of next links. */
export const paginationScenarios: readonly Scenario[] = [
  {
    name: 'pagination/full-walk',
    title: 'a list of three pages, the last one short',
    provokes: [
      ...wholeWalk,
      'pagination/client-resolves-relative-links',
      'pagination/client-uses-link-as-given',
      'access/client-sends-bearer',
    ],
    job,
    ...threePages,
    rules: [],
  },
  {
    name: 'pagination/empty-page-at-the-end',
    title: 'the last page is full, so that its next link leads to an empty page',
    provokes: wholeWalk,
    job,
    students: 200,
    pageSize: 100,
    rules: [],
  },
  {
    name: 'pagination/clamped-pages',
    title: 'every page has at most ten entries, whatever limit is requested',
    provokes: ['pagination/client-continues-past-short-page', 'pagination/client-stops-at-the-end'],
    job,
    rules: [],
  },
  {
    name: 'pagination/short-page-in-the-middle',
    title: 'the second page has half as many entries as the first, and a next link',
    provokes: ['pagination/client-continues-past-short-page'],
    job,
    ...threePages,
    rules: [
      {
        label: 'the second page is short',
        when: (asked) => asked.page === 1,
        times: always,
        answer: (good, asked) =>
          changedPage(good, (page) => {
            const data = page.data.slice(0, Math.max(1, Math.floor(page.data.length / 2)));
            return { data, links: withNext(page.links, listAt(asked, idOf(data.at(-1)))) };
          }),
      },
    ],
  },
  {
    name: 'pagination/empty-page-in-the-middle',
    title: 'the second page is empty, and has a next link to the rest',
    provokes: ['pagination/client-continues-past-short-page'],
    job,
    ...threePages,
    rules: [
      {
        label: 'the second page is empty',
        when: (asked) => asked.page === 1,
        times: always,
        answer: (good, asked) =>
          changedPage(good, ({ data, links }) => ({
            data: [],
            links: withNext(links, listAt(asked, idBelow(idOf(data[0])))),
          })),
      },
      {
        // A client that makes cursors of ids cannot go on at an empty page; by the parameters it shows.
        label: 'the first next link has unknown parameters',
        when: (asked) => asked.page === 0,
        times: always,
        answer: (good) => rewriteNext(good, withUnknownParameters),
      },
    ],
  },
  {
    name: 'pagination/links-in-odd-order',
    title: 'the order of the links changes from page to page',
    provokes: ['pagination/client-accepts-any-link-order'],
    job,
    students: 35,
    // The first page is unchanged, so a client that uses a fixed position fails on the second.
    rules: [inOrder(1, 'prev', 'next', 'self'), inOrder(2, 'next', 'prev', 'self')],
  },
  {
    name: 'pagination/prev-on-the-first-page',
    title: 'the first page has a prev link, which leads to an empty page',
    provokes: ['pagination/client-accepts-any-link-order', 'pagination/client-stops-at-the-end'],
    job,
    rules: [
      {
        label: 'the first page has a prev link',
        when: (asked) => asked.page === 0,
        times: always,
        answer: (good, asked) =>
          changedPage(good, ({ data, links }) => {
            const uri = `${listAt(asked, idOf(data[0])).replace('starting_after', 'ending_before')}`;
            const [self, ...others] = links;
            return { data, links: [...(self ? [self] : []), { rel: 'prev', uri }, ...others] };
          }),
      },
    ],
  },
  {
    name: 'pagination/unknown-parameters-in-links',
    title: 'next links have undocumented parameters, and the cursor comes last',
    provokes: ['pagination/client-uses-link-as-given'],
    job,
    rules: [
      {
        label: 'the next link has unknown parameters',
        when: isList,
        times: always,
        answer: (good) => rewriteNext(good, withUnknownParameters),
      },
    ],
  },
  {
    name: 'pagination/links-under-another-version',
    title: 'the next link leads to another version than the request, with a parameter that marks it',
    provokes: ['pagination/client-resolves-relative-links'],
    job,
    rules: [
      {
        label: 'the next link is under another version',
        when: isList,
        times: always,
        // By the parameter, a client that follows the link differs from one that makes a cursor of its own.
        answer: (good) => rewriteNext(good, (uri) => underNextVersion(withUnknownParameters(uri))),
      },
    ],
  },
  ...missingLinksScenarios,
  ...repeatedScenarios,
  ...cycleScenarios,
  ...otherListScenarios,
];
