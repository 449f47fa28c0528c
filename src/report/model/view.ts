import type { Requirement, Source, Theme } from '../../../contracts/requirement.ts';
import { themeOf, themes } from '../../../contracts/requirement.ts';
import type { RunResult } from '../../claims/run-result.ts';
import type { Exchange } from '../../exchange.ts';
import type { OutcomeValue } from '../../outcome.ts';
import type { Budget } from '../../result.ts';
import { timelinesOf } from '../charts/timeline.ts';
import { shellQuote } from '../curl.ts';
import { documentNames } from '../formats/catalogue-text.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import type { Report, ReportFinding, ReportRow } from './report.ts';
import { countsAgainst } from './verdict.ts';

/** A report row with what the catalogue says of it. */
export interface ViewRow {
  readonly row: ReportRow;
  readonly requirement: Requirement;
  /** Whether it speaks against the subject: red in every report. A failed row that does not is a warning. */
  readonly counts: boolean;
}

/** What every reader-facing report is made from: the rows by theme, and the exchanges by number. */
export interface View {
  readonly report: Report;
  readonly run: RunResult;
  readonly themes: readonly { readonly theme: Theme; readonly rows: readonly ViewRow[] }[];
  readonly rows: readonly ViewRow[];
  exchangeOf(finding: ReportFinding): Exchange | undefined;
  /** What the client did in the scenario of a finding, as one line; `undefined` where a server was judged. */
  timelineOf(finding: ReportFinding): string | undefined;
  /** The first exchange that was provoked for this requirement. */
  exampleOf(id: string): Exchange | undefined;
}

/** Joins report, run and catalogue. Themes without rows are left out. */
export function viewOf(
  report: Report,
  run: RunResult,
  catalogue: Catalogue = catalogueOf(report.side),
): View {
  const requirements = new Map<string, Requirement>(catalogue.requirements.map((one) => [one.id, one]));
  const exchanges = new Map(run.evidence.exchanges.map((one) => [one.seq, one]));
  const timelines = timelinesOf(run);
  const examples = new Map<string, Exchange>();
  for (const one of run.evidence.exchanges) {
    if (one.step && !examples.has(one.step.claim)) examples.set(one.step.claim, one);
  }
  const rows = report.requirements.flatMap((row) => {
    const requirement = requirements.get(row.id);
    return requirement ? [{ row, requirement, counts: countsAgainst(row, report) }] : [];
  });
  const byTheme = themes.map((theme) => ({
    theme,
    rows: rows.filter((one) => themeOf(one.row.id) === theme),
  }));
  return {
    report,
    run,
    rows,
    themes: byTheme.filter((one) => one.rows.length > 0),
    exampleOf: (id) => examples.get(id),
    timelineOf: (finding) => timelines.get(finding.case),
    exchangeOf: (finding) => (finding.exchange === undefined ? undefined : exchanges.get(finding.exchange)),
  };
}

/** The order and the words in which outcomes are counted for people. */
export const outcomeWords: readonly (readonly [OutcomeValue, string])[] = [
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['cantTell', 'cannot tell'],
  ['untested', 'untested'],
  ['inapplicable', 'inapplicable'],
];

/** Where a claim stands: the name of the document and the section. */
export function sourceText(source: Source): string {
  const name = documentNames[source.document];
  return source.section === '' ? name : `${name}: ${source.section}`;
}

/** How many of them were decided either way. */
export function judgedOf(rows: readonly ReportRow[]): number {
  return rows.filter((row) => row.outcome === 'passed' || row.outcome === 'failed').length;
}

/** What was allowed, before a run: `at most 240 of 1200 requests a window (20 %)`. */
export function budgetPlan(budget: { readonly share: number; readonly advertised: number }): string {
  const percent = `${Math.round(budget.share * 100)} %`;
  if (budget.advertised === 0) return `${percent} of the rate limit; the target advertises none`;
  const allowed = Math.floor(budget.share * budget.advertised);
  return `at most ${allowed} of ${budget.advertised} requests a window (${percent})`;
}

/** What was used, after a run. */
export function budgetUse(budget: Omit<Budget, 'share' | 'advertised'>): string {
  const use = `${budget.requests} requests in all, ${budget.busiestWindow} in the busiest window`;
  return budget.unpaced > 0 ? `${use}, and ${budget.unpaced} to use up a quota on purpose` : use;
}

/**
 * The command that judges one requirement again. Ids are ours, so they need no quotes; the name of a command is already
 * quoted word by word.
 */
export function reproduceCommand(report: Report, id: string): string {
  const start = `npx clever-conformance ${report.side}`;
  const { kind, name } = report.subject;
  // The files may be several, and only their names are known.
  if (kind === 'har') return `npx clever-conformance judge FILE… --side ${report.side} --requirement ${id}`;
  if (report.side === 'server') {
    const isUrl = kind === 'live' && /^https?:\/\/[\w.:[\]-]+$/.test(name);
    return `${start}${isUrl ? ` --target ${name}` : ''} --requirement ${id}`;
  }
  if (kind === 'module') return `${start} --module ${shellQuote(name)} --requirement ${id}`;
  return kind === 'command'
    ? `${start} --requirement ${id} -- ${name}`
    : `${start} --listen --requirement ${id}`;
}
