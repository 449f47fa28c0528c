import fc from 'fast-check';
import { always, onPage } from '../../scenarios/answers.ts';
import { changedPage, idBelow, idOf, listAt, type PageBody, withNext } from '../../scenarios/page-answers.ts';
import { all } from '../choices.ts';
import { inTurn } from '../command.ts';
import { oddRecords } from './odd-records.ts';
import { type FaultKind, faultKind } from './schedule.ts';

/** Pages that differ from the usual ones as the documents allow. */

const page = fc.integer({ min: 1, max: 3 });

const shortPage = faultKind<{ page: number; keeps: number }>({
  name: 'short-page',
  share: 1,
  effect: () => 'odd',
  choices: (turn) => fc.record({ page: fc.constant(2), keeps: fc.constant(inTurn([0, 1, 5], turn)) }),
  change: (body, asked, { page: number, keeps }) => {
    // A client that makes cursors of ids cannot go on at an empty page; by the parameters before it shows whether it uses links.
    if (keeps === 0 && asked.page === number - 2) return formedLinks(body, 'parameters');
    if (asked.page !== number - 1 || body.data.length <= keeps || asked.query.has('ending_before'))
      return body;
    const data = body.data.slice(0, keeps);
    // An empty page leads on from just before its first record.
    const cursor =
      keeps > 0 ? idOf(data.at(-1)) : oneBelow(idOf(body.data[0]), asked.query.get('starting_after'));
    return cursor === undefined
      ? body
      : { ...body, data, links: withNext(body.links, listAt(asked, cursor)) };
  },
  provokes: () => ['pagination/client-continues-past-short-page'],
  text: ({ page: number, keeps }) => `page ${number} has only ${keeps} of its records, and a next link`,
});

/** The cursor just below a record, unless it is the page's own. */
function oneBelow(id: string, own: string | null): string | undefined {
  const below = idBelow(id);
  return below === own ? undefined : below;
}

const orders = [
  ['next', 'prev', 'self'],
  ['prev', 'next', 'self'],
  ['self', 'next', 'prev'],
  ['next', 'self', 'prev'],
  ['self', 'prev', 'next'],
];

/** Another order on each page. On the first one it is most often as usual: a client that goes by the place fails on a later page. */
const linkOrder = faultKind<{ orders: string[][] }>({
  name: 'link-orders',
  share: 1,
  effect: () => 'odd',
  choices: (turn) =>
    fc.record({
      orders: all(
        [turn % 3 === 0 ? turn : orders.length - 1, turn, turn + 1].map((at) => inTurn(orders, at)),
      ),
    }),
  change: (body, { page: at }, { orders: some }) => {
    const order = some.length > 0 && at >= 0 ? inTurn(some, at) : undefined;
    return order
      ? { ...body, links: order.flatMap((rel) => body.links.filter((link) => link.rel === rel)) }
      : body;
  },
  provokes: () => ['pagination/client-accepts-any-link-order'],
  text: ({ orders: some }) =>
    `links come in the order ${some.map((order) => order.join(', ')).join('; on the next page ')}`,
});

const linkForms = ['parameters', 'version', 'order'] as const;

const linkForm = faultKind<{ form: (typeof linkForms)[number] }>({
  name: 'link-form',
  share: 2,
  effect: () => 'odd',
  choices: (turn) => fc.record({ form: fc.constant(inTurn(linkForms, turn)) }),
  change: (body, _, { form }) => formedLinks(body, form),
  provokes: () => ['pagination/client-uses-link-as-given', 'pagination/client-resolves-relative-links'],
  text: ({ form }) => `next links have another ${form}`,
});

/** `/v2.1/…` for `/v2.0/…`. */
function underNextVersion(path: string): string {
  return path.replace(
    /^(\/v\d+\.)(\d+)\//,
    (_, major: string, minor: string) => `${major}${Number(minor) + 1}/`,
  );
}

function formedLinks(body: PageBody, form: (typeof linkForms)[number]): PageBody {
  const links = body.links.map((link) =>
    link.rel === 'next' ? { ...link, uri: formed(link.uri, form) } : link,
  );
  return { ...body, links };
}

function formed(uri: string, form: (typeof linkForms)[number]): string {
  const [path = '', query = ''] = uri.split('?');
  const pairs = query.split('&').filter((pair) => !/^(?:view|batch)=/.test(pair));
  // By the parameters, a client that follows a link differs from one that makes cursors of its own and so keeps to its path.
  if (form !== 'order')
    return `${form === 'version' ? underNextVersion(path) : path}?view=own&batch=a%2Fb&${pairs.join('&')}`;
  return `${path}?${pairs.toReversed().join('&')}`;
}

const repeats = faultKind<{ page: number; how: 'twice' | 'overlap' | 'apart' }>({
  name: 'repeated-record',
  share: 1,
  effect: () => 'distrust',
  choices: (turn) =>
    fc.record({ page, how: fc.constant(inTurn(['twice', 'apart', 'overlap'] as const, turn)) }),
  change: (body, asked, { page: number, how }) => {
    if (asked.page !== number - 1 || body.data.length < 2) return body;
    if (how === 'twice') return { ...body, data: [...body.data.slice(0, 1), ...body.data] };
    if (how === 'apart')
      return { ...body, data: [...body.data.slice(0, -1), ...body.data.slice(0, 1), ...body.data.slice(-1)] };
    if (!body.links.some((link) => link.rel === 'next')) return body;
    return {
      ...body,
      links: withNext(body.links, listAt(asked, idBelow(idOf(body.data.at(-1))))),
    };
  },
  provokes: () => [
    'pagination/client-holds-each-record-once',
    'pagination/client-holds-repeated-record-once',
  ],
  text: ({ page: number, how }) =>
    how !== 'overlap'
      ? `page ${number} has its first record twice${how === 'apart' ? ', once before its last' : ''}`
      : `page ${number + 1} begins with the last record of page ${number}`,
});

/** A list without any fault: what a client cannot blame on the server. A client may have other code for each list. */
function plainWalk(collection: 'students' | 'contacts', pageSize: number) {
  return faultKind<Record<never, never>>({
    name: `plain-walk-of-${collection}`,
    share: 1,
    effect: () => 'odd',
    choices: () => fc.record({}),
    provokes: () => [],
    text: () => `a list of ${collection}, in pages of ${pageSize}`,
    needs: { job: `sync:${collection}`, size: { students: 230, pageSize } },
  });
}

/** Every kind of odd page at once, and nothing that could excuse a client. */
const oddWalk = faultKind<Record<never, never>>({
  name: 'odd-walk',
  share: 1,
  effect: () => 'odd',
  choices: () => fc.record({}),
  provokes: () => [],
  text: () => 'nothing fails',
});
const oddWalkOfSections = faultKind<Record<never, never>>({
  name: 'odd-walk-of-sections',
  share: 1,
  effect: () => 'odd',
  choices: () => fc.record({}),
  provokes: () => [],
  text: () => 'a list of sections, in pages of 20',
  needs: { job: 'sync:sections', size: { students: 230, pageSize: 20 } },
});

/** One of several pages does not say whether there are more. */
const missingLinks = faultKind<{ page: number; links: 'absent' | 'null' }>({
  name: 'missing-links',
  share: 1,
  effect: () => 'distrust',
  choices: (turn) =>
    fc.record({
      page: fc.constantFrom(2, 1),
      links: fc.constant(inTurn(['absent', 'null'] as const, turn)),
    }),
  rules: ({ page: number, links }) => [
    onPage(
      number,
      'has no links',
      (good) => changedPage(good, (body) => ({ ...body, links: links === 'null' ? null : undefined })),
      always,
    ),
  ],
  provokes: () => ['pagination/client-distrusts-missing-links'],
  text: ({ page: number, links }) => `page ${number} has ${links === 'null' ? 'null for its' : 'no'} links`,
  needs: { alone: true },
});

export const plainKinds: readonly FaultKind[] = [plainWalk('students', 100), plainWalk('contacts', 100)];
export const oddWalks: readonly FaultKind[] = [oddWalk, oddWalkOfSections];
export const oddKinds: readonly FaultKind[] = [shortPage, linkOrder, linkForm, oddRecords];
export const distrustedKinds: readonly FaultKind[] = [repeats, missingLinks];
