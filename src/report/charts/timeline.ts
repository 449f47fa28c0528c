import type { Exchange } from '../../exchange.ts';
import type { Evidence, RecordedObservation } from '../../result.ts';

/** The most requests of one timeline that are shown, from its beginning and up to its end. */
const limits = { head: 12, tail: 3, path: 60 } as const;

/**
 * What a client did in a scenario, as one line: `t=0.000 GET /v2.0/students 429 (Reset in 2 s) · t=2.013 200`. Times are
 * seconds since the first start; a request is named where it differs from the one before; what broke has a word for
 * its status. `|` stands where the client was started again.
 */
export function renderTimeline(
  observation: RecordedObservation,
  evidence: Pick<Evidence, 'exchanges'>,
): string {
  const { first, count } = observation.exchanges;
  const exchanges = evidence.exchanges.slice(first, first + count);
  const startMs = observation.runs[0]?.startedAtMs ?? exchanges[0]?.request.sentAtMs ?? 0;
  let before = '';
  const marks = exchanges.map((exchange) => {
    const request = nameOf(exchange, observation.origin);
    const name = request === before ? '' : `${request} `;
    before = request;
    const again = restarts(observation, exchange, exchanges[exchange.seq - first - 1]) ? '| ' : '';
    return `${again}t=${seconds(exchange.request.sentAtMs - startMs)} ${name}${answerOf(exchange)}`;
  });
  const left = marks.length - limits.head - limits.tail;
  const shown =
    left > 1 ? [...marks.slice(0, limits.head), `… ${left} more`, ...marks.slice(-limits.tail)] : marks;
  return [...shown, endOf(observation, startMs)].join(' · ');
}

/** The timelines of scenarios by name, those that count. Empty where a server was judged. */
export function timelinesOf(evidence: Evidence): ReadonlyMap<string, string> {
  return new Map(
    (evidence.observations ?? [])
      .filter((one) => !one.superseded)
      .map((one) => [one.scenario, renderTimeline(one, evidence)]),
  );
}

function nameOf({ request }: Exchange, origin: string): string {
  const path = request.path.length > limits.path ? `${request.path.slice(0, limits.path)}…` : request.path;
  return `${request.method} ${request.origin === origin ? '' : request.origin}${path}`;
}

function answerOf({ request, response, failure }: Exchange): string {
  if (!response) return failure?.kind === 'malformed' ? 'unreadable' : 'lost';
  const resetS = Number(response.headers['x-ratelimit-reset']);
  const waitS = resetS - request.sentAtMs / 1000;
  const tells = response.status === 429 && waitS > 0 && waitS <= 3600;
  const late = response.receivedAtMs - request.sentAtMs;
  return `${response.status}${tells ? ` (Reset in ${seconds(waitS * 1000)} s)` : ''}${late >= 1000 ? ` after ${seconds(late)} s` : ''}`;
}

function restarts({ runs }: RecordedObservation, exchange: Exchange, before: Exchange | undefined): boolean {
  return runs
    .slice(1)
    .some(
      ({ startedAtMs }) =>
        before !== undefined &&
        before.request.sentAtMs < startedAtMs &&
        exchange.request.sentAtMs >= startedAtMs,
    );
}

function endOf({ runs }: RecordedObservation, startMs: number): string {
  const last = runs.at(-1);
  if (!last) return 'never started';
  const { says, endedBy, ids } = last.claim;
  const held = says === 'nothing' ? '' : `, ${ids.length} ids`;
  const how = endedBy === 'itself' ? `claims ${says}` : `ended by us (${endedBy})`;
  return `t=${seconds(last.endedAtMs - startMs)} ${how}${held}`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
