import type { OperationModel } from '../../../../openapi/model-types.ts';
import type { Answer, Asked } from './exchange.ts';
import type { ServerFault } from './fault.ts';
import {
  at,
  crossed,
  linksOf,
  type Places,
  type Position,
  positionOf,
  positions,
  strayId,
} from './places.ts';

// biome-ignore lint/suspicious/noExplicitAny: entries of any list
type Entry = any;

/** Changes the entries of a page in place; it has at least `least` of them. */
interface EntryOperator {
  readonly operator: string;
  readonly least: number;
  readonly change: (entries: Entry[]) => void;
}

const middleOf = (entries: readonly unknown[]) => Math.floor(entries.length / 2);

const entryOperators: readonly EntryOperator[] = [
  { operator: 'drop-first-record', least: 1, change: (all) => all.shift() },
  { operator: 'drop-middle-record', least: 3, change: (all) => all.splice(middleOf(all), 1) },
  { operator: 'drop-last-record', least: 2, change: (all) => all.pop() },
  { operator: 'drop-every-record', least: 2, change: (all) => all.splice(0) },
  { operator: 'repeat-first-record', least: 1, change: (all) => all.unshift(all[0]) },
  { operator: 'repeat-last-record', least: 2, change: (all) => all.push(all.at(-1)) },
  {
    operator: 'swap-records',
    least: 2,
    change: (all) => {
      const at = all.length - 2;
      all.splice(at, 2, all[at + 1], all[at]);
    },
  },
  {
    operator: 'replace-record',
    least: 1,
    change: (all) => {
      const last = all[all.length - 1];
      const text = JSON.stringify(last).replaceAll(idOf(last), strayId);
      all.splice(-1, 1, JSON.parse(text));
    },
  },
];

function idOf(entry: Entry): string {
  return String(entry.data?.id ?? entry.id);
}

/** Records dropped, repeated, moved or replaced, for every list and position of a page. */
export const recordFaults = ({ lists }: Places): readonly ServerFault[] =>
  crossed(lists, positions, (list, position) =>
    // The order of a list that is not paged by ids is not documented.
    entryOperators
      .filter((one) => one.operator !== 'swap-records' || list.paginated)
      .map(({ operator, least, change }) =>
        at(list, {
          operator,
          theme: 'pagination',
          detail: position,
          when: (asked, answer) => isPage(asked, answer, position) && (answer.entries?.length ?? 0) >= least,
          change: ({ answer }) =>
            answer.edited(({ data }) => {
              change(data);
            }),
        }),
      ),
  );

function isPage(asked: Asked, answer: Answer, position: Position): boolean {
  return answer.entries !== undefined && positionOf(asked, answer) === position;
}

interface Link {
  rel: string;
  uri: string;
}

/** What becomes of one link; several or none are possible. */
interface LinkOperator {
  readonly operator: string;
  readonly change: (link: Link, entries: readonly Entry[]) => readonly Link[];
  readonly fits?: (link: Link) => boolean;
}

const relink = (change: (uri: string, entries: readonly Entry[]) => string) =>
  (({ rel, uri }, entries) => [{ rel, uri: change(uri, entries) }]) satisfies LinkOperator['change'];

const linkOperators: readonly LinkOperator[] = [
  { operator: 'drop-link', change: () => [] },
  { operator: 'repeat-link', change: (link) => [link, link] },
  { operator: 'rename-rel', change: ({ rel, uri }) => [{ rel: `${rel}_page`, uri }] },
  { operator: 'drop-uri', change: ({ rel }) => [{ rel } as Link] },
  { operator: 'absolute-link', change: relink((uri) => `https://elsewhere.example${uri}`) },
  { operator: 'pathless-link', change: relink((uri) => uri.slice(uri.indexOf('?') + 1)) },
  { operator: 'other-version', change: relink((uri) => uri.replace(/^\/v[\d.]+/, '/v1.1')) },
  { operator: 'other-collection', change: relink((uri) => uri.replace(/\/(\w+)(?=\?|$)/, '/other_$1')) },
  {
    operator: 'lose-limit',
    fits: ({ uri }) => /[?&]limit=/.test(uri),
    change: relink((uri) => uri.replace(/([?&])limit=[^&]*&?/, '$1')),
  },
  {
    operator: 'other-limit',
    fits: ({ uri }) => /[?&]limit=/.test(uri),
    change: relink((uri) => uri.replace(/([?&]limit=)[^&]*/, '$13')),
  },
  {
    operator: 'lose-cursor',
    fits: ({ uri }) => cursor.test(uri),
    change: relink((uri) => uri.replace(cursor, '$1')),
  },
  {
    operator: 'early-cursor',
    fits: ({ uri }) => cursor.test(uri),
    change: relink((uri, entries) => (entries.length > 2 ? withCursor(uri, idOf(entries[1])) : uri)),
  },
  {
    operator: 'stray-cursor',
    fits: ({ uri }) => cursor.test(uri),
    change: relink((uri) => withCursor(uri, strayId)),
  },
];

const cursor = /([?&])(?:starting_after|ending_before|cursor)=[^&]*&?/;
const withCursor = (uri: string, id: string) =>
  uri.replace(/((?:starting_after|ending_before|cursor)=)[^&]*/, `$1${id}`);

/** Whether a page was asked for with a limit; servers build links of both kinds apart. */
const sizes = ['default limit', 'own limit'] as const;

/** Links dropped, repeated or leading elsewhere, for every list and rel. */
export const linkFaults = ({ lists }: Places): readonly ServerFault[] =>
  crossed(
    // What the links of a list without pages have to be is documented nowhere.
    lists.filter((list) => list.paginated),
    ['self', 'next', 'prev'],
    (list, rel) =>
      sizes.flatMap((size) =>
        linkOperators
          // A page may do without `prev`, says the overview.
          .filter(({ operator }) => operator !== 'drop-link' || rel !== 'prev')
          .map((one) => linkFault(list, rel, size, one)),
      ),
  );

function linkFault(
  list: OperationModel,
  rel: string,
  size: (typeof sizes)[number],
  { operator, change, fits = () => true }: LinkOperator,
): ServerFault {
  return at(list, {
    operator,
    theme: 'pagination',
    detail: `${rel}, ${size}`,
    when: ({ url }, answer) =>
      url.searchParams.has('limit') === (size === 'own limit') &&
      answer.entries !== undefined &&
      linksOf(answer).some((link) => link.rel === rel && fits(link)),
    change: ({ answer }) =>
      answer.edited((body) => {
        body.links = body.links.flatMap((link: Link) =>
          link.rel === rel ? change(link, body.data) : [link],
        );
      }),
  });
}
