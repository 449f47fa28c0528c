import type { RunResult } from '../../claims/run-result.ts';
import type { Exchange } from '../../exchange.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import { endText } from './timeline-end.ts';

/** Requests shown from the beginning and the end of a timeline. */
const limits = { head: 12, tail: 3, path: 60 } as const;

/**
 * The requests of a client in a scenario, as one line: `t=0.000 GET /v2.0/students 429 (Reset in 2 s) · t=2.013 200`. Times are
 * seconds since the first start. A request equal to the previous one is not repeated; one without a status is `lost` or
 * `unreadable`. `|` marks a restart of the client.
 */
export function renderTimeline(scenario: ScenarioTraffic): string {
  const { exchanges, runs, origin } = scenario;
  const startMs = runs[0]?.startedAtMs ?? exchanges[0]?.request.sentAtMs ?? 0;
  let before = '';
  const marks = exchanges.map((exchange, place) => {
    const request = nameOf(exchange, origin);
    const name = request === before ? '' : `${request} `;
    before = request;
    const again = restarts(scenario, exchange, exchanges[place - 1]) ? '| ' : '';
    return `${again}t=${seconds(exchange.request.sentAtMs - startMs)} ${name}${responseOf(exchange)}`;
  });
  const left = marks.length - limits.head - limits.tail;
  const shown =
    left > 1 ? [...marks.slice(0, limits.head), `… ${left} more`, ...marks.slice(-limits.tail)] : marks;
  return [...shown, endOf(scenario, startMs)].join(' · ');
}

/** The timelines of scenarios by name. Empty on the server side. */
export function timelinesOf({ traffic }: Pick<RunResult, 'traffic'>): ReadonlyMap<string, string> {
  const scenarios = 'scenarios' in traffic ? traffic.scenarios.all : [];
  return new Map(scenarios.map((one) => [one.name, renderTimeline(one)]));
}

function nameOf({ request }: Exchange, origin: string): string {
  const path = request.path.length > limits.path ? `${request.path.slice(0, limits.path)}…` : request.path;
  return `${request.method} ${request.origin === origin ? '' : request.origin}${path}`;
}

function responseOf({ request, response, failure }: Exchange): string {
  if (!response) return failure?.kind === 'malformed' ? 'unreadable' : 'lost';
  const resetS = Number(response.headers['x-ratelimit-reset']);
  const waitS = resetS - request.sentAtMs / 1000;
  const hasReset = response.status === 429 && waitS > 0 && waitS <= 3600;
  const late = response.receivedAtMs - request.sentAtMs;
  return `${response.status}${hasReset ? ` (Reset in ${seconds(waitS * 1000)} s)` : ''}${late >= 1000 ? ` after ${seconds(late)} s` : ''}`;
}

function restarts({ runs }: ScenarioTraffic, exchange: Exchange, before: Exchange | undefined): boolean {
  return runs
    .slice(1)
    .some(
      ({ startedAtMs }) =>
        before !== undefined &&
        before.request.sentAtMs < startedAtMs &&
        exchange.request.sentAtMs >= startedAtMs,
    );
}

function endOf({ runs }: ScenarioTraffic, startMs: number): string {
  const last = runs.at(-1);
  if (!last) return 'never started';
  return `t=${seconds(last.endedAtMs - startMs)} ${endText(last.claim)}`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
