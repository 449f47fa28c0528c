import type { OperationModel } from '../../../../openapi/model-types.ts';
import type { Answer, Asked } from './exchange.ts';
import type { Meeting, ServerFault } from './fault.ts';
import { at, crossed, errorText, type Places } from './places.ts';

interface LimitPlace {
  readonly name: string;
  readonly has: (limit: number) => boolean;
}

/** Kinds of limits that a server may treat apart; `NaN` for none. */
const limitPlaces: readonly LimitPlace[] = [
  { name: 'no limit', has: Number.isNaN },
  { name: 'limit 1', has: (limit) => limit === 1 },
  { name: 'limit 2 to 9', has: (limit) => limit >= 2 && limit <= 9 },
  { name: 'limit 10 to 99', has: (limit) => limit >= 10 && limit <= 99 },
  { name: 'limit 100', has: (limit) => limit === 100 },
  { name: 'limit above 100', has: (limit) => limit > 100 && limit < 10_000 },
  { name: 'limit 10000', has: (limit) => limit === 10_000 },
];

function limitIn({ url }: Asked): number {
  const text = url.searchParams.get('limit');
  return text === null ? Number.NaN : Number(text);
}

const pagedLists = ({ lists }: Places) => lists.filter((one) => one.queryParams.includes('limit'));

/** The page of another limit under the links and headers of the one asked for. */
async function pageOf({ asked, answer, ask }: Meeting, limit: number): Promise<Answer> {
  const url = new URL(asked.url);
  url.searchParams.set('limit', `${limit}`);
  const other = await ask({ path: url.pathname + url.search });
  // All records fit into either page, and a last one may go without `next`.
  if (other.entries === undefined || other.entries.length === answer.entries?.length) return answer;
  const own = asked.url.searchParams.get('limit');
  return answer.with({
    text: other.text.replace(/([?\\u0026]+)limit=\d+/g, (whole, before: string) =>
      own === null ? before : `${before}limit=${own}` || whole,
    ),
  });
}

function limitFaults(list: OperationModel, { name, has }: LimitPlace): readonly ServerFault[] {
  const place = { theme: 'pagination', detail: name } as const;
  const isServed = (asked: Asked, answer: Answer) => has(limitIn(asked)) && answer.entries !== undefined;
  const isFull = (asked: Asked, answer: Answer) =>
    isServed(asked, answer) && answer.entries?.length === (limitIn(asked) || 100);
  const byOne = (asked: Asked, by: number) => (limitIn(asked) || 100) + by;
  return [
    at(list, {
      ...place,
      operator: 'one-record-more',
      when: isFull,
      change: (meeting) => pageOf(meeting, byOne(meeting.asked, 1)),
    }),
    at(list, {
      ...place,
      operator: 'one-record-fewer',
      when: (asked, answer) => isFull(asked, answer) && (answer.entries?.length ?? 0) > 1,
      change: (meeting) => pageOf(meeting, byOne(meeting.asked, -1)),
    }),
    at(list, {
      ...place,
      operator: 'ignore-limit',
      when: (asked, answer) => isFull(asked, answer) && asked.url.searchParams.has('limit'),
      change: (meeting) => pageOf(meeting, 100),
    }),
    at(list, {
      ...place,
      operator: 'refuse-limit',
      when: (asked, answer) => isServed(asked, answer) && asked.url.searchParams.has('limit'),
      change: ({ answer }) => answer.with({ status: 400, text: errorText(list, 'invalid limit') }),
    }),
  ];
}

const limits = (places: Places) => crossed(pagedLists(places), limitPlaces, limitFaults);

const overLimit = (places: Places) =>
  pagedLists(places).map((list) =>
    at(list, {
      operator: 'accept-limit',
      theme: 'pagination',
      detail: 'a limit that is refused',
      when: ({ url }, { status }) => url.searchParams.has('limit') && status >= 400 && status < 500,
      change: async ({ asked, answer, ask }) => {
        const other = await ask({ path: asked.url.pathname });
        return other.entries === undefined ? answer : answer.with({ status: 200, text: other.text });
      },
    }),
  );

/** Limits off by one, ignored, refused or accepted, for every list and kind of limit. */
export function allLimitFaults(places: Places): readonly ServerFault[] {
  return [limits, overLimit, cursorFaults].flatMap((faultsAt) => faultsAt(places));
}

function cursorFaults(places: Places): readonly ServerFault[] {
  return crossed(pagedLists(places), ['starting_after', 'ending_before', 'cursor'], (list, param) => {
    const detail = param;
    const when = ({ url }: Asked, answer: Answer) =>
      url.searchParams.has(param) && answer.entries !== undefined;
    const theme = 'pagination';
    return [
      at(list, {
        operator: 'ignore-cursor',
        theme,
        detail,
        when,
        change: async ({ asked, answer, ask }) => {
          const url = new URL(asked.url);
          url.searchParams.delete(param);
          const { entries } = await ask({ path: url.pathname + url.search });
          return entries === undefined ? answer : answer.edited((body) => ({ ...body, data: entries }));
        },
      }),
      at(list, {
        operator: 'include-cursor',
        theme,
        detail,
        when,
        change: async ({ asked, answer, ask }) => {
          const { entries } = await ask({
            path: `${asked.url.pathname}?limit=${list.queryParams.includes('cursor') ? 100 : 10_000}`,
          });
          const at = entries?.find((entry) => entry.data.id === asked.url.searchParams.get(param));
          if (!at) return answer;
          return answer.edited((body) => {
            const isForward = param === 'starting_after';
            body.data = isForward ? [at, ...body.data] : [...body.data, at];
            if (body.data.length > (limitIn(asked) || 100)) isForward ? body.data.pop() : body.data.shift();
          });
        },
      }),
      at(list, {
        operator: 'refuse-cursor',
        theme,
        detail,
        when,
        change: ({ answer }) => answer.with({ status: 400, text: errorText(list, 'invalid cursor') }),
      }),
      at(list, {
        operator: 'refuse-cursor-at-the-end',
        theme,
        detail,
        when: (asked, answer) => when(asked, answer) && answer.entries?.length === 0,
        change: ({ answer }) => answer.with({ status: 404, text: errorText(list, 'Resource not found') }),
      }),
    ];
  });
}
