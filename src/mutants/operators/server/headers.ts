import type { Answer, Asked } from './exchange.ts';
import type { ServerFault } from './fault.ts';
import { at, crossed, isOfData, isRefused, isServed, type Places } from './places.ts';

const names = [
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-ratelimit-bucket',
] as const;
type Name = (typeof names)[number];

/** Responses that a server may build apart. */
const kinds = [
  { name: 'success', when: isServed },
  { name: 'error', when: isRefused },
] as const;

/** Another value that looks as good. */
const otherValue: Readonly<Record<Name, (value: string) => string>> = {
  'x-ratelimit-limit': (value) => `${Number(value) / 2}`,
  'x-ratelimit-remaining': (value) => `${Number(value) + 1}`,
  'x-ratelimit-reset': (value) => `${Number(value) + 61}`,
  'x-ratelimit-bucket': (value) => `${value}-of-this-path`,
};

type HeaderOperator = readonly [operator: string, change: (value: string, name: Name) => string | null];

const headerOperators: readonly HeaderOperator[] = [
  ['drop-header', () => null],
  ['empty-header', () => ''],
  ['garble-header', (value) => `${value};`],
  ['repeat-header', (value) => `${value}, ${value}`],
  ['alter-header', (value, name) => otherValue[name](value)],
];

/** Any text that is not empty is a bucket's name, and an error need not count. */
function isAllowed(name: Name, operator: string, kind: (typeof kinds)[number]['name']): boolean {
  if (name === 'x-ratelimit-bucket') return operator === 'garble-header' || operator === 'repeat-header';
  return name === 'x-ratelimit-remaining' && operator === 'alter-header' && kind === 'error';
}

const rateHeaders = ({ operations }: Places) =>
  crossed(operations, kinds, (operation, kind) =>
    crossed(names, headerOperators, (name, [operator, change]) =>
      isAllowed(name, operator, kind.name)
        ? []
        : at(operation, {
            operator,
            theme: 'rate-limit',
            detail: `${name}, ${kind.name}`,
            when: (asked, answer) => kind.when(asked, answer) && answer.headers[name] !== undefined,
            change: ({ answer }) =>
              answer.with({ headers: { [name]: change(answer.headers[name] ?? '', name) } }),
          }),
    ),
  );

const contentTypes = ({ operations }: Places) =>
  crossed(operations, kinds, (operation, { name, when }) =>
    (
      [
        // Errors of LMS Connect need not say that they are JSON (open question error-content-type).
        ...(name === 'success' || isOfData(operation) ? ([['drop-content-type', null]] as const) : []),
        ['html-content-type', 'text/html; charset=utf-8'],
      ] as const
    ).map(([operator, value]) =>
      at(operation, {
        operator,
        theme: 'data',
        detail: name,
        when: (asked, answer) => when(asked, answer) && answer.json !== undefined,
        change: ({ answer }) => answer.with({ headers: { 'content-type': value } }),
      }),
    ),
  );

/** Requests to one operation that cost two. */
const countedTwice = ({ operations }: Places) =>
  operations.map((operation) =>
    at(operation, {
      operator: 'counted-twice',
      theme: 'rate-limit',
      when: (asked, answer) => isServed(asked, answer) && remainingIn(answer) > 0,
      change: ({ answer }) =>
        answer.with({ headers: { 'x-ratelimit-remaining': `${remainingIn(answer) - 1}` } }),
    }),
  );

function remainingIn({ headers }: Answer): number {
  return Number(headers['x-ratelimit-remaining']);
}

const bodies = [
  ['json-body', '{"error":"Too many requests"}'],
  ['text-body', 'Too many requests'],
] as const;

/** A used-up quota, by operation: what its 429 looks like. */
const refusals = ({ operations }: Places) =>
  operations.flatMap((operation): readonly ServerFault[] => {
    const when = (_: Asked, { status }: Answer) => status === 429;
    return [
      ...names.map((name) =>
        at(operation, {
          operator: 'drop-header',
          theme: 'rate-limit',
          detail: `${name}, 429`,
          when,
          change: ({ answer }) => answer.with({ headers: { [name]: null } }),
        }),
      ),
      ...bodies.map(([operator, text]) =>
        at(operation, {
          operator,
          theme: 'rate-limit',
          detail: '429',
          when,
          change: ({ answer }) => answer.with({ text, headers: { 'content-type': 'application/json' } }),
        }),
      ),
      ...[403, 503].map((status) =>
        at(operation, {
          operator: `answer-${status}`,
          theme: 'rate-limit',
          detail: '429',
          when,
          change: ({ answer }) => answer.with({ status }),
        }),
      ),
    ];
  });

/** Headers dropped, emptied, garbled or altered, for every operation and kind of response. */
export function headerFaults(places: Places): readonly ServerFault[] {
  return [rateHeaders, contentTypes, countedTwice, refusals].flatMap((faultsAt) => faultsAt(places));
}
