import type { RunResult } from '../../claims/run-result.ts';
import type { Exchange } from '../../exchange.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import { endText } from './timeline-end.ts';
import { type Missed, missedOf } from './timeline-marks.ts';
import { resetText, seconds } from './times.ts';

/** Requests shown from the beginning and the end of a timeline, and before and after the one that it is about. */
const limits = { head: 12, tail: 3, before: 2, after: 1, path: 60 } as const;

/**
 * The requests of a client in a scenario, as one line: `t=0.000 GET /v2.0/students 429 (Reset in 2 s) · t=2.013 200`. Times are
 * seconds since the first start. A request equal to the previous one is not repeated; one without a status is `lost` or
 * `unreadable`. `|` marks a restart of the client. Of a long one some requests are left out, but not the exchange with the number `about`; what
 * should have followed that one is in brackets.
 */
export function renderTimeline(scenario: ScenarioTraffic, about?: number): string {
  const { exchanges, runs, origin } = scenario;
  const startMs = runs[0]?.startedAtMs ?? exchanges[0]?.request.sentAtMs ?? 0;
  let before = '';
  const marks = exchanges.map((exchange, place) => {
    const request = nameOf(exchange, origin);
    const name = request === before ? '' : `${request} `;
    before = request;
    const again = restarts(scenario, exchange, exchanges[place - 1]) ? '| ' : '';
    return `${again}t=${seconds(exchange.request.sentAtMs - startMs)} ${name}${responseOf(exchange)}${isInjected(exchange, scenario) ? ' (injected)' : ''}`;
  });
  const missed = about === undefined ? undefined : missedOf(scenario, new Set([about]));
  return [
    ...shortened(marks, placeOf(exchanges, about)),
    endOf(scenario, startMs),
    ...(missed ? [missedText(missed, startMs)] : []),
  ].join(' · ');
}

/** `(t=2.783 expected: the same request)` */
function missedText({ dueMs, path }: Missed, startMs: number): string {
  const request = path === undefined ? 'the same request' : `GET ${path.slice(0, limits.path)}`;
  return `(t=${seconds(dueMs - startMs)} expected: ${request})`;
}

/** In a scenario every fault is the suite's; in a conversation with a server of others, most responses are that server's. */
function isInjected({ step }: Exchange, { observation }: ScenarioTraffic): boolean {
  return step !== undefined && observation.captured !== undefined;
}

/** Where an exchange is; `undefined` if a finding names none of the scenario. */
function placeOf(exchanges: readonly Exchange[], about: number | undefined): number | undefined {
  const place = exchanges.findIndex((one) => one.seq === about);
  return place < 0 ? undefined : place;
}

/** The marks that are shown; `… 1186 more` stands for two or more that are not. */
function shortened(marks: readonly string[], about = 0): readonly string[] {
  const isShown = (place: number) =>
    place < limits.head ||
    place >= marks.length - limits.tail ||
    (place >= about - limits.before && place <= about + limits.after);
  const shown: string[] = [];
  let hidden: string[] = [];
  for (const [place, mark] of [...marks, ''].entries()) {
    if (place < marks.length && !isShown(place)) {
      hidden.push(mark);
      continue;
    }
    shown.push(...(hidden.length > 1 ? [`… ${hidden.length} more`] : hidden));
    hidden = [];
    if (place < marks.length) shown.push(mark);
  }
  return shown;
}

/** The timeline of a scenario, by its name, about an exchange. `undefined` on the server side. */
export function timelinesOf({
  traffic,
}: Pick<RunResult, 'traffic'>): (scenario: string, about: number | undefined) => string | undefined {
  const scenarios = 'scenarios' in traffic ? traffic.scenarios.all : [];
  const byName = new Map(scenarios.map((one) => [one.name, one]));
  return (name, about) => {
    const scenario = byName.get(name);
    return scenario && renderTimeline(scenario, about);
  };
}

function nameOf({ request }: Exchange, origin: string): string {
  const path = request.path.length > limits.path ? `${request.path.slice(0, limits.path)}…` : request.path;
  return `${request.method} ${request.origin === origin ? '' : request.origin}${path}`;
}

function responseOf({ request, response, failure }: Exchange): string {
  if (!response) return failure?.kind === 'malformed' ? 'unreadable' : 'lost';
  const isUsedUp =
    response.status < 400 && /^\s*0+\s*$/.test(response.headers['x-ratelimit-remaining'] ?? '');
  const notes = [
    ...(isUsedUp ? ['0 remaining'] : []),
    ...(isUsedUp || response.status === 429 ? [resetText({ request, response })] : []),
  ];
  const late = response.receivedAtMs - request.sentAtMs;
  return `${response.status}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}${late >= 1000 ? ` after ${seconds(late)} s` : ''}`;
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
