import type { OperationModel } from '../../../../openapi/model-types.ts';
import type { ServerFault } from './fault.ts';
import { at, errorText, isOfData, isServed, type Places, remembering } from './places.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies of any shape
type Body = any;

const ofAll: readonly (readonly [operator: string, change: (body: Body) => unknown])[] = [
  ['no-envelope', ({ data }) => data],
  ['data-under-another-key', ({ data, ...rest }) => ({ ...rest, records: data })],
  ['data-null', (body) => ({ ...body, data: null })],
  ['data-as-text', (body) => ({ ...body, data: JSON.stringify(body.data) })],
  ['empty-object', () => ({})],
];

const ofLists: typeof ofAll = [
  ['no-links', ({ links: _, ...rest }) => rest],
  ['links-null', (body) => ({ ...body, links: null })],
  [
    'links-as-object',
    (body) => ({
      ...body,
      links: Object.fromEntries(body.links.map((one: Body) => [one.rel, one.uri])),
    }),
  ],
  ['data-as-object', (body) => ({ ...body, data: Object.fromEntries(Object.entries(body.data)) })],
  ['bare-records', (body) => ({ ...body, data: body.data.map((one: Body) => one.data) })],
  ['items-without-uri', (body) => ({ ...body, data: body.data.map(({ uri: _, ...rest }: Body) => rest) })],
  [
    'items-with-another-uri',
    (body) => ({ ...body, data: body.data.map((one: Body) => ({ ...one, uri: `/v1.1${one.uri}` })) }),
  ],
];

const ofSingles: typeof ofAll = [['array-of-one', (body) => ({ ...body, data: [{ data: body.data }] })]];

const bodies = ({ withRecords }: Places) =>
  withRecords.flatMap((operation) =>
    [...ofAll, ...(operation.answers === 'list' ? ofLists : ofSingles)].map(([operator, change]) =>
      at(operation, {
        operator,
        theme: 'data',
        when: (asked, answer) =>
          isServed(asked, answer) && answer.json?.data !== undefined && hasItem(answer.json),
        change: ({ answer }) => answer.edited(change),
      }),
    ),
  );

function hasItem({ data }: Body): boolean {
  return !Array.isArray(data) || data.length > 0;
}

const texts = ({ withRecords }: Places) =>
  withRecords.flatMap((operation) =>
    (
      [
        ['cut-body', (text: string) => text.slice(0, -2)],
        ['html-body', () => '<html><body>Please log in</body></html>'],
        ['empty-body', () => ''],
      ] as const
    ).map(([operator, change]) =>
      at(operation, {
        operator,
        theme: 'data',
        when: isServed,
        change: ({ answer }) => answer.with({ text: change(answer.text) }),
      }),
    ),
  );

/** Statuses in place of a success. 5xx stand for an operation that never works. */
const statuses = [201, 202, 204, 206, 301, 403, 404, 500, 501, 503] as const;

/** Open questions: a create may answer 201, and a delete 204. */
const alsoRight: Readonly<Record<string, number>> = { POST: 201, DELETE: 204 };

const isTopLevel = (one: OperationModel) =>
  one.answers === 'list' && isOfData(one) && !one.path.includes('{');

const otherStatus = ({ operations }: Places) =>
  operations.flatMap((operation) =>
    statuses
      .filter((status) => alsoRight[operation.method] !== status)
      // A list that is refused is outside the scopes of the token.
      .filter((status) => status !== 403 || !isTopLevel(operation))
      .map((status) =>
        at(operation, {
          operator: `answer-${status}`,
          theme: 'errors',
          when: (asked, answer) => isServed(asked, answer) && answer.status !== status,
          change: ({ answer }) => answer.with({ status, ...textOf(operation, status) }),
        }),
      ),
  );

function textOf(operation: OperationModel, status: number): { text?: string } {
  if (status === 204) return { text: '' };
  return status >= 300 ? { text: errorText(operation, 'Something is wrong') } : {};
}

/** A good request that fails now and then. */
const flaky = ({ operations }: Places) =>
  operations.flatMap((operation) =>
    // 502 and 503 are documented as passing (open question transient-failures).
    [404, 500].map((status) =>
      remembering(operation, {
        operator: `sometimes-${status}`,
        theme: 'errors',
        when: isServed,
        open: () => {
          let served = 0;
          return ({ answer }) =>
            ++served % 3 === 0
              ? answer.with({ status, text: errorText(operation, 'Something is wrong') })
              : answer;
        },
      }),
    ),
  );

/** Reads of the same path that differ the second time. */
const unstable = ({ lists }: Places) =>
  lists.map((list) =>
    remembering(list, {
      operator: 'lose-record-on-repeat',
      theme: 'data',
      when: (_, answer) => (answer.entries?.length ?? 0) > 1,
      open: () => {
        const seen = new Set<string>();
        return ({ asked, answer }) => {
          const key = asked.url.pathname;
          const isAgain = seen.has(key);
          seen.add(key);
          return isAgain ? answer.edited(({ data }) => void data.splice(1, 1)) : answer;
        };
      },
    }),
  );

/** Envelopes, whole bodies and statuses, for every operation. */
export function envelopeFaults(places: Places): readonly ServerFault[] {
  return [bodies, texts, otherStatus, flaky, unstable].flatMap((faultsAt) => faultsAt(places));
}
