import { isDeepStrictEqual } from 'node:util';
import type { Asked } from './exchange.ts';
import type { ServerFault } from './fault.ts';
import { at, isOfData, isServed, type Places, remembering } from './places.ts';

const skipped = [
  ['skip-token', 'none'],
  ['skip-token-check', 'unknown'],
  ['skip-scope', 'other'],
] as const;

/** Operations that serve callers whom they should refuse. */
const served = ({ operations }: Places) =>
  operations.flatMap((operation) =>
    skipped.map(([operator, caller]) =>
      at(operation, {
        operator,
        theme: 'access',
        when: (asked, { status }) =>
          asked.caller === caller && status >= 400 && status < 500 && status !== 429,
        change: async ({ answer, ask }) => {
          const full = await ask({});
          return full.status < 300
            ? answer.with({ status: full.status, text: full.text, headers: typeOf(full.headers) })
            : answer;
        },
      }),
    ),
  );

function typeOf(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { 'content-type': headers['content-type'] ?? 'application/json' };
}

/** Reads that show a restricted token what the whole district shares. */
const widened = ({ reads }: Places) =>
  reads.map((operation) =>
    at(operation, {
      operator: 'skip-sharing',
      theme: 'access',
      when: (asked, answer) => asked.caller === 'other' && isServed(asked, answer),
      change: async ({ answer, ask }) => {
        const full = await ask({});
        // Which links a restricted token sees is documented nowhere.
        const isMore = full.status === 200 && !isDeepStrictEqual(full.json?.data, answer.json?.data);
        return isMore ? answer.with({ text: full.text }) : answer;
      },
    }),
  );

const keyOf = ({ url, authorization }: Asked) => `${authorization} ${url.pathname}${url.search}`;

/** Reads that keep serving what was there before. */
const resurrected = ({ reads }: Places) =>
  reads.flatMap((operation) =>
    (
      [
        ['resurrect', (before: number, now: number) => before === 200 && now === 404],
        ['stale', (before: number, now: number) => before === 200 && now === 200],
      ] as const
    ).map(([operator, isOld]) =>
      remembering(operation, {
        operator,
        theme: isOfData(operation) ? 'errors' : 'lms',
        when: ({ caller }) => caller === 'own' || caller === 'other',
        open: () => {
          const known = new Map<string, string>();
          return ({ asked, answer }) => {
            const key = keyOf(asked);
            const before = known.get(key);
            if (answer.status === 200 && before === undefined) known.set(key, answer.text);
            if (before === undefined || !isOld(200, answer.status)) return answer;
            return answer.with({ status: 200, text: before });
          };
        },
      }),
    ),
  );

/** Reads that never show what was not there at first: a write or a new record comes never, or one read too late. */
const late = ({ reads }: Places) =>
  reads.flatMap((operation) =>
    (
      [
        ['never-there', Number.POSITIVE_INFINITY],
        ['there-late', 1],
      ] as const
    ).map(([operator, times]) =>
      remembering(operation, {
        operator,
        theme: isOfData(operation) ? 'errors' : 'lms',
        when: ({ caller }) => caller === 'own',
        open: () => {
          const old = new Map<string, string>();
          const late = new Map<string, number>();
          return ({ asked, answer }) => {
            const key = keyOf(asked);
            const before = old.get(key);
            if (before === undefined || answer.status !== 200) {
              if (answer.status === 200) old.set(key, answer.text);
              return answer;
            }
            if (before === answer.text) return answer;
            const shown = late.get(key) ?? 0;
            late.set(key, shown + 1);
            if (shown >= times) {
              old.set(key, answer.text);
              late.delete(key);
              return answer;
            }
            return answer.with({ text: before });
          };
        },
      }),
    ),
  );

/** Tokens, scopes, sharing and time, for every operation. */
export function accessFaults(places: Places): readonly ServerFault[] {
  return [served, widened, resurrected, late].flatMap((faultsAt) => faultsAt(places));
}
