import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import type { Exchange, TransportFailure } from '../../exchange.ts';
import type { ClientClaim, ScenarioObservation } from '../../observation.ts';

/** Hand-made observations for tests: what a client did in a scenario, in the fewest words. */

/** Where the time of hand-made observations starts, in milliseconds since the Unix epoch; a whole second. */
export const startMs = Date.UTC(2026, 0, 5, 12);
const origin = 'http://127.0.0.1:40123';

/** One request in short: when it came, what it got, and what else is of interest. Only for tests. */
export interface Seen {
  /** Milliseconds after the start. */
  readonly atMs: number;
  /** `lost`: no whole answer. */
  readonly got: number | 'lost';
  /** @default the second page of students */
  readonly path?: string;
  readonly method?: string;
  readonly sent?: string;
  /** @default `{}` */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** @default 0 */
  readonly tookMs?: number;
  /** Label of the rule; absent for an answer of the sandbox's own. */
  readonly rule?: string;
}

const ids = ['a1', 'a2', 'a3', 'a4'].map((id) => id.padEnd(24, '0'));
/** The ids of the two pages that a whole walk gives. */
export const truth: readonly string[] = ids;
export const firstPage = '/v2.0/students';
export const secondPage = `/v2.0/students?starting_after=${ids[1]}`;

const envelope = (some: readonly string[], next?: string) =>
  JSON.stringify({
    data: some.map((id) => ({ data: { id } })),
    links: next === undefined ? [] : [{ rel: 'next', uri: next }],
  });

/** The first page was served at once. */
export const pageOne: Seen = {
  atMs: 0,
  got: 200,
  path: firstPage,
  body: envelope(ids.slice(0, 2), secondPage),
};

/** The second page is served, and the list is at its end. */
export function pageTwo(atMs: number): Seen {
  return { atMs, got: 200, body: envelope(ids.slice(2)) };
}

/** Answers in a row for the second page, all of the same status. */
export function failingAt(status: number, ...atMs: readonly number[]): readonly Seen[] {
  return atMs.map((one) => ({ atMs: one, got: status, rule: `page 2 answers ${status}` }));
}

export interface Circumstances {
  readonly provokes?: readonly ClientRequirementId[];
  readonly claim?: Partial<ClientClaim>;
  readonly timing?: 'virtual' | 'real';
  readonly lagMs?: number;
  readonly account?: Readonly<Record<string, number>>;
  readonly job?: ScenarioObservation['job'];
  readonly miswritten?: ScenarioObservation['miswritten'];
  /** Milliseconds after the start at which the client ended. @default after its last request */
  readonly endedMs?: number;
}

/** An observation of one start of a client that reports complete, unless `change` says otherwise. */
export function observationOf(seen: readonly Seen[], more: Circumstances = {}): ScenarioObservation {
  const { timing = 'virtual', lagMs = 0, job = 'sync:students' } = more;
  const rules = seen.flatMap(({ rule }) => rule ?? []);
  return {
    scenario: 'backoff/made-by-hand',
    provokes: more.provokes ?? [],
    job,
    timing,
    exchanges: seen.map(exchangeOf),
    runs: [
      {
        startedAtMs: startMs,
        endedAtMs: startMs + (more.endedMs ?? (seen.at(-1)?.atMs ?? 0) + (seen.at(-1)?.tookMs ?? 0)),
        claim: { says: 'complete', ids, said: '', endedBy: 'itself', ...more.claim },
      },
    ],
    truth: job === 'sync:students' ? ids : [],
    ...(more.miswritten ? { miswritten: more.miswritten } : {}),
    account:
      more.account ??
      Object.fromEntries(rules.map((rule) => [rule, rules.filter((one) => one === rule).length])),
    origin,
    lagMs,
  };
}

function exchangeOf(seen: Seen, seq: number): Exchange {
  const { atMs, got, path = secondPage, method = 'GET', headers = {}, body = '{}', tookMs = 0 } = seen;
  const failure: TransportFailure = { kind: 'closed', message: 'closed' };
  return {
    seq,
    ...(seen.rule === undefined ? {} : { step: { claim: '', case: 'made by hand', role: seen.rule } }),
    request: {
      method,
      origin,
      path,
      headers: {},
      ...(seen.sent === undefined ? {} : { body: seen.sent }),
      sentAtMs: startMs + atMs,
    },
    ...(got === 'lost'
      ? { failure }
      : { response: { status: got, headers, body, receivedAtMs: startMs + atMs + tookMs } }),
  };
}

/** The same observation with its last request changed. */
export function withLastRequest(
  observation: ScenarioObservation,
  change: Partial<Exchange['request']>,
): ScenarioObservation {
  const exchanges = observation.exchanges.map((one, at, all) =>
    at === all.length - 1 ? { ...one, request: { ...one.request, ...change } } : one,
  );
  return { ...observation, exchanges };
}
