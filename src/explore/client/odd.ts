import fc from 'fast-check';
import { type Entry, idBelow, idOf, listAt, type PageBody, withNext } from '../../scenarios/page-answers.ts';
import { type ChangePart, changeParts, keepGuaranteed, setFields } from '../../scenarios/record-parts.ts';
import { inTurn } from '../command.ts';
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

const linkOrder = faultKind<{ order: string[] }>({
  name: 'link-order',
  share: 2,
  effect: () => 'odd',
  choices: (turn) => fc.record({ order: fc.constant(inTurn(orders, turn)) }),
  change: (body, _, { order }) => ({
    ...body,
    links: order.flatMap((rel) => body.links.filter((link) => link.rel === rel)),
  }),
  provokes: () => ['pagination/client-accepts-any-link-order'],
  text: ({ order }) => `links come in the order ${order.join(', ')}`,
});

// Not another version: a client with cursors of its own keeps to its path, which only a recommendation forbids.
const linkForms = ['parameters', 'order'] as const;

const linkForm = faultKind<{ form: (typeof linkForms)[number] }>({
  name: 'link-form',
  share: 2,
  effect: () => 'odd',
  choices: (turn) => fc.record({ form: fc.constant(inTurn(linkForms, turn)) }),
  change: (body, _, { form }) => formedLinks(body, form),
  provokes: () => ['pagination/client-uses-link-as-given', 'pagination/client-resolves-relative-links'],
  text: ({ form }) => `next links have another ${form}`,
});

function formedLinks(body: PageBody, form: (typeof linkForms)[number]): PageBody {
  const links = body.links.map((link) =>
    link.rel === 'next' ? { ...link, uri: formed(link.uri, form) } : link,
  );
  return { ...body, links };
}

function formed(uri: string, form: (typeof linkForms)[number]): string {
  const [path = '', query = ''] = uri.split('?');
  const pairs = query.split('&').filter((pair) => !/^(?:view|batch)=/.test(pair));
  if (form === 'parameters') return `${path}?view=own&batch=a%2Fb&${pairs.join('&')}`;
  return `${path}?${pairs.toReversed().join('&')}`;
}

const repeats = faultKind<{ page: number; how: 'twice' | 'overlap' }>({
  name: 'repeated-record',
  share: 1,
  effect: () => 'distrust',
  choices: (turn) => fc.record({ page, how: fc.constant(inTurn(['twice', 'overlap'] as const, turn)) }),
  change: (body, asked, { page: number, how }) => {
    if (asked.page !== number - 1 || body.data.length < 2) return body;
    if (how === 'twice') return { ...body, data: [...body.data.slice(0, 1), ...body.data] };
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
    how === 'twice'
      ? `page ${number} has its first record twice`
      : `page ${number + 1} begins with the last record of page ${number}`,
});

/** Fields that a thrifty server may have besides. */
const alsoKept = ['email', 'location'];
const enumerations = [
  'ell_status',
  'gender',
  'grade',
  'hispanic_ethnicity',
  'race',
  'dob',
  'graduation_year',
];
const recordForms = ['absent', 'empty', 'partly', 'unknown', 'names', 'bare'] as const;
type RecordForm = (typeof recordForms)[number];

const names = [
  { first: 'Zoë', last: "O'Brien-Ñandú" },
  { first: '小明', last: '王' },
  { first: 'מרים', last: 'כהן' },
];

/** Members of an object, of which none is guaranteed. */
function partly(one: Entry['data'], other: Entry['data'], at: number): Entry['data'] {
  return [one, other, {}, { ...one, ...other }][at % 4] ?? {};
}

/** One record as the documents allow it. */
function oddPart(form: RecordForm, at: number): ChangePart {
  return (part, fields) => {
    switch (form) {
      case 'absent':
        return keepGuaranteed(part, fields, alsoKept);
      case 'bare':
        return keepGuaranteed(part, fields);
      case 'empty':
        return setFields(part, fields, Object.fromEntries(enumerations.map((name) => [name, ''])));
      case 'partly':
        return setFields(part, fields, {
          ...('name' in part ? { name: partly({ last: 'Sample' }, { first: 'Robin' }, at) } : {}),
          location: partly({ zip: '00000' }, { city: 'Sampleton' }, at),
        });
      case 'unknown':
        return { ...part, ext: { lunch: ['free'], bus: null }, home_language_code: 'eng', enrolled: true };
      case 'names':
        return 'name' in part ? { ...part, name: names[at % names.length] } : part;
      default:
        return form satisfies never;
    }
  };
}

const oddRecords = faultKind<{ form: RecordForm }>({
  name: 'odd-records',
  share: 3,
  effect: () => 'odd',
  choices: (turn) => fc.record({ form: fc.constant(inTurn(recordForms, turn)) }),
  change: (body, asked, { form }) => ({
    ...body,
    data: body.data.map((entry, at) => ({
      ...entry,
      ...(form === 'unknown' ? { etag: 'W/"1"' } : {}),
      data: changeParts(entry.data, asked, oddPart(form, at)),
    })),
  }),
  provokes: () => ['data/client-tolerates-absent-and-unknown'],
  text: ({ form }) => `records are odd: ${form}`,
});

/** A list without any fault: what a client cannot blame on the server. A client may have other code for each list. */
function plainWalk(collection: 'students' | 'sections', pageSize: number) {
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
export const oddWalk = faultKind<Record<never, never>>({
  name: 'odd-walk',
  share: 3,
  effect: () => 'odd',
  choices: () => fc.record({}),
  provokes: () => [],
  text: () => 'nothing fails',
});

export const plainKinds: readonly FaultKind[] = [plainWalk('students', 100), plainWalk('sections', 20)];
export const oddKinds: readonly FaultKind[] = [shortPage, linkOrder, linkForm, oddRecords];
export const distrustedKinds: readonly FaultKind[] = [repeats];
