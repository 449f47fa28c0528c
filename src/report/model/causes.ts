import type { RunResult } from '../../claims/run-result.ts';
import type { Exchange } from '../../exchange.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import type { ReportFinding } from './report-row.ts';
import type { View, ViewRow } from './view.ts';

/** A requirement that failed, with those of its findings that have a cause in common. */
export interface CauseRow {
  readonly one: ViewRow;
  readonly findings: readonly ReportFinding[];
  /** Number of cases (scenarios of a client) among them. */
  readonly cases: number;
}

/** Findings with something in common, so that one fix is likely to remove them all. */
export interface Cause {
  /** The finding that says best what happened. */
  readonly lead: ReportFinding;
  /** Whether any of its requirements counts against the subject; otherwise it is a warning. */
  readonly counts: boolean;
  /** Never empty; the requirement of `lead` first. */
  readonly rows: readonly CauseRow[];
  /** Number of different cases. */
  readonly cases: number;
}

/**
 * Requirements about what a client has in the end. They fail in every scenario in which something else went wrong, so their findings
 * belong to whatever usually ends a scenario in the same way.
 */
const aboutTheEnd: ReadonlySet<string> = new Set([
  'pagination/client-holds-each-record-once',
  'backoff/client-reports-incomplete',
]);

interface Item {
  readonly one: ViewRow;
  readonly finding: ReportFinding;
}

/**
 * The failures of a run by cause, the one to fix first at the beginning: what counts, then what explains most cases. Of a server,
 * findings about the same header, field or link, the same refused or failed kind of response, or with the same deviation; of a client, those with the
 * same deviation, and those of scenarios that end in the same way.
 */
export function causesOf({ rows, run, exchangeOf, faultsOf }: View): readonly Cause[] {
  const items = rows.flatMap((one) =>
    one.row.outcome === 'failed' ? one.row.findings.map((finding): Item => ({ one, finding })) : [],
  );
  const keyOf =
    run.side === 'client'
      ? clientKeys(items, run)
      : ({ finding }: Item) => serverKey(finding, exchangeOf(finding));
  const groups = Map.groupBy(items, keyOf);
  // Whatever else one requirement found by itself is fixed together with it.
  const merged = Map.groupBy(groups, ([key, those]) => onlyRow(those) ?? key);
  const causes = [...merged.values()].map((alike) =>
    causeOf(
      alike.flatMap(([, those]) => those),
      faultsOf,
    ),
  );
  return causes.toSorted((a, b) => Number(b.counts) - Number(a.counts) || b.cases - a.cases);
}

/** The id of the requirement, if there is only one. */
function onlyRow(items: readonly Item[]): string | undefined {
  const ids = new Set(items.map(({ one }) => one.row.id));
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** `faultsOf`: the scenario that shows a cause best has the fewest. */
function causeOf(items: readonly Item[], faultsOf: View['faultsOf']): Cause {
  // Where neither is known, the difference is no number, and they stay in order.
  const byFaults = (a: ReportFinding, b: ReportFinding) => faultsOf(a) - faultsOf(b) || 0;
  const rows = [...Map.groupBy(items, ({ one }) => one)]
    .map(([one, those]): CauseRow => {
      const findings = those.map(({ finding }) => finding).toSorted(byFaults);
      return { one, findings, cases: new Set(findings.map((finding) => finding.case)).size };
    })
    .toSorted((a, b) => {
      const [first, other] = [a.findings[0], b.findings[0]];
      return rankOf(a) - rankOf(b) || (first && other ? byFaults(first, other) : 0);
    });
  const lead = rows[0]?.findings[0];
  if (!lead) throw new TypeError('a cause has findings');
  return {
    lead,
    counts: rows.some(({ one }) => one.counts),
    rows,
    cases: new Set(items.map(({ finding }) => finding.case)).size,
  };
}

/** What counts first, and what happened before what it led to. */
function rankOf({ one }: CauseRow): number {
  return (one.counts ? 0 : 2) + (aboutTheEnd.has(one.row.id) ? 1 : 0);
}

/** A message without what differs from case to case: quoted texts, names of operations, numbers, and how often it was seen. */
export function deviationOf({ message }: Pick<ReportFinding, 'message'>): string {
  return message
    .replace(/ \([\d,]+ times\)/, '')
    .replace(/`[^`]*`|"[^"]*"|“[^”]*”/g, '…')
    .replace(/\b[a-z]+[A-Z]\w*|\d[\d,.]*/g, 'N');
}

const headerName = /\b(?:x-[a-z]+(?:-[a-z]+)+|content-type|content-length|www-authenticate|retry-after)\b/i;

function serverKey(finding: ReportFinding, exchange: Exchange | undefined): string {
  const header = headerName.exec(finding.message)?.[0].toLowerCase();
  if (header !== undefined) return `header ${header}`;
  const status = exchange?.response?.status ?? 0;
  // Whatever is wrong with a body that should not be there, or with an error where none is expected, has one origin.
  if (status >= 400) return `status ${status}`;
  if (exchange?.failure) return `failure ${exchange.failure.kind}`;
  return memberOf(finding) ?? deviationOf(finding);
}

/** The field of a record or the link that a finding is about: `Student.grade`, `/data/19/data/grade is …`, or a `next` link. */
function memberOf({ message, actual, expected }: ReportFinding): string | undefined {
  const field = /`[A-Z]\w*\.(?:\w+\.)*(\w+)`/.exec(message)?.[1] ?? pointed(actual) ?? pointed(expected);
  if (field !== undefined) return `field ${field}`;
  const rel = /`(next|prev)`/.exec(message)?.[1];
  return rel === undefined ? undefined : `link ${rel}`;
}

/** The last name of a path into a body, which the text begins with. */
function pointed(text: string): string | undefined {
  return /^\/(?:data|links)\/(?:[\w*]+\/)*([A-Za-z_]\w*) /.exec(text)?.[1];
}

/** The key of each finding of a client; see `aboutTheEnd`. */
function clientKeys(items: readonly Item[], { traffic }: RunResult): (item: Item) => string {
  const scenarios = 'scenarios' in traffic ? traffic.scenarios.all : [];
  const ends = new Map(scenarios.map((one) => [one.name, endOf(one)]));
  const end = ({ finding }: Item) => ends.get(finding.case) ?? '';
  const own = ownKeys(items);
  const atEnd = new Map<string, Map<string, number>>();
  for (const item of items) {
    if (aboutTheEnd.has(item.one.row.id)) continue;
    const counts = atEnd.get(end(item)) ?? new Map<string, number>();
    const key = own(item);
    atEnd.set(end(item), counts.set(key, (counts.get(key) ?? 0) + (item.one.counts ? 1 : 0)));
  }
  return (item) => {
    if (!aboutTheEnd.has(item.one.row.id)) return own(item);
    const [most] = [...(atEnd.get(end(item)) ?? [])].toSorted((a, b) => b[1] - a[1]);
    return most?.[0] ?? own(item);
  };
}

/** The deviation; several of one requirement in one scenario have one cause. */
function ownKeys(items: readonly Item[]): (item: Item) => string {
  const firsts = new Map<string, string>();
  const placeOf = ({ one, finding }: Item) => `${one.row.id}\n${finding.case}`;
  for (const item of items) {
    const place = placeOf(item);
    if (!firsts.has(place)) firsts.set(place, deviationOf(item.finding));
  }
  return (item) => firsts.get(placeOf(item)) ?? deviationOf(item.finding);
}

/** How a scenario ended: the last response, whether it linked to a page that was not requested, and what the client reported. */
function endOf({ ownRequests, report }: ScenarioTraffic): string {
  const last = ownRequests.at(-1);
  const isLinked = last?.links.some(({ rel }) => rel === 'next') === true;
  return `${last?.response?.status ?? 'lost'} ${isLinked ? 'next' : ''} ${report?.says} ${report?.endedBy}`;
}
