import type { Requirement, Source, Theme } from '../../../contracts/requirement.ts';
import { themeOf, themes } from '../../../contracts/requirement.ts';
import type { ClientOutput, RunResult } from '../../claims/run-result.ts';
import type { Exchange } from '../../exchange.ts';
import type { OutcomeValue } from '../../outcome.ts';
import type { Budget, RecordedObservation } from '../../result.ts';
import { faultsIn } from '../../scenarios/faults.ts';
import { scenariosIn } from '../../scenarios/index.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { timelinesOf } from '../charts/timeline.ts';
import { documentNames } from '../formats/catalogue-text.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import type { Report } from './report.ts';
import type { ReportFinding, ReportRow } from './report-row.ts';
import { countsAgainst } from './verdict.ts';

/** A report row with its requirement. */
export interface ViewRow {
  readonly row: ReportRow;
  readonly requirement: Requirement;
  /** Whether it counts against the subject. A failed row that does not is a warning. */
  readonly counts: boolean;
}

/** The input of all reports for people: rows by category, exchanges by number. */
export interface View {
  readonly report: Report;
  readonly run: RunResult;
  readonly themes: readonly { readonly theme: Theme; readonly rows: readonly ViewRow[] }[];
  readonly rows: readonly ViewRow[];
  exchangeOf(finding: ReportFinding): Exchange | undefined;
  /** The timeline of a finding's scenario, as one line; `undefined` on the server side. */
  timelineOf(finding: ReportFinding): string | undefined;
  /** What happens in the scenario of a finding; `undefined` on the server side, and for a scenario that is not the suite's. */
  titleOf(finding: ReportFinding): string | undefined;
  /** How many faults the scenario of a finding plays: the fewer, the better it shows what went wrong. Infinite where that is not known. */
  faultsOf(finding: ReportFinding): number;
  /** Where the exchange of a finding is in its scenario: `request 2 of 5 in this scenario`; `undefined` on the server side. */
  placeOf(finding: ReportFinding): string | undefined;
  /** How the client ended in the scenario of a finding; `undefined` on the server side, and where it just ended well. */
  outputOf(finding: ReportFinding): ClientOutput | undefined;
  /** The first exchange of this requirement's probe. */
  exampleOf(id: string): Exchange | undefined;
}

/** Joins report, run and catalogue. Categories without rows are omitted. */
export function viewOf(
  report: Report,
  run: RunResult,
  catalogue: Catalogue = catalogueOf(report.side),
): View {
  const requirements = new Map<string, Requirement>(catalogue.requirements.map((one) => [one.id, one]));
  const exchanges = new Map(run.evidence.exchanges.map((one) => [one.seq, one]));
  const timelines = timelinesOf(run);
  const played = playedIn(run);
  const scenarios = new Map(run.evidence.observations?.map((one) => [one.scenario, one.exchanges]));
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
    placeOf: (finding) => placeIn(scenarios.get(finding.case), finding),
    outputOf: (finding) => run.outputs?.[finding.case],
    titleOf: (finding) => played.get(finding.case)?.title,
    faultsOf: (finding) => difficultyOf(played.get(finding.case)),
    timelineOf: (finding) => timelines(finding.case, finding.exchange),
    exchangeOf: (finding) => (finding.exchange === undefined ? undefined : exchanges.get(finding.exchange)),
  };
}

function placeIn(scenario: RecordedObservation['exchanges'] | undefined, { exchange }: ReportFinding) {
  if (!scenario || exchange === undefined) return undefined;
  const place = exchange - scenario.first + 1;
  return place >= 1 && place <= scenario.count
    ? `request ${place} of ${scenario.count} in this scenario`
    : undefined;
}

/** A client's scenarios, by name. */
export function playedIn({
  side,
  evidence,
}: Pick<RunResult, 'side' | 'evidence'>): ReadonlyMap<string, Scenario> {
  const all = side === 'client' ? evidence.context.profiles.flatMap(scenariosIn) : [];
  return new Map(all.map((one) => [one.name, one]));
}

/** A further start counts as a fault: the client was ended, or has to go on from what it kept. */
function difficultyOf(scenario: Scenario | undefined): number {
  if (!scenario) return Number.POSITIVE_INFINITY;
  return faultsIn(scenario) + Math.max(0, (scenario.starts?.length ?? 1) - 1);
}

/** Order and wording of the outcome counts. */
export const outcomeWords: readonly (readonly [OutcomeValue, string])[] = [
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['cantTell', 'cannot tell'],
  ['untested', 'untested'],
  ['inapplicable', 'inapplicable'],
];

/** Requirements of one kind: of an outcome, or warnings, which are failed but do not count against the subject. */
export interface Tally {
  readonly kind: OutcomeValue | 'warning';
  readonly n: number;
  /** With the number before it: `2 failed`, `1 warning`. */
  readonly word: string;
}

/** How many requirements there are of each kind. The numbers add up to all of them. */
export function tallyOf(rows: readonly ViewRow[]): readonly Tally[] {
  const warnings = rows.filter((one) => one.row.outcome === 'failed' && !one.counts).length;
  return outcomeWords.flatMap(([kind, word]): Tally[] => {
    const n = rows.filter((one) => one.row.outcome === kind).length;
    if (kind !== 'failed') return [{ kind, n, word }];
    return [
      { kind, n: n - warnings, word },
      { kind: 'warning', n: warnings, word: warnings === 1 ? 'warning' : 'warnings' },
    ];
  });
}

/** `3 passed · 1 failed · …`: failures and warnings apart; of warnings there is nothing to say where there are none. */
export function tallyText(rows: readonly ViewRow[]): string {
  return tallyOf(rows)
    .filter(({ kind, n }) => kind !== 'warning' || n > 0)
    .map(({ n, word }) => `${n} ${word}`)
    .join(' · ');
}

/** The document and section that a claim is documented in. */
export function sourceText(source: Source): string {
  const name = documentNames[source.document];
  return source.section === '' ? name : `${name}: ${source.section}`;
}

/** The number that passed or failed. */
export function judgedOf(rows: readonly ReportRow[]): number {
  return rows.filter((row) => row.outcome === 'passed' || row.outcome === 'failed').length;
}

/** The allowed requests, for before a run: `at most 240 requests a minute (20 % of the server's limit of 1200)`. */
export function budgetPlan(budget: { readonly share: number; readonly advertised: number }): string {
  const percent = `${Math.round(budget.share * 100)} %`;
  if (budget.advertised === 0) return `${percent} of the rate limit; the target advertises none`;
  const allowed = Math.floor(budget.share * budget.advertised);
  return `at most ${allowed} requests a minute (${percent} of the server's limit of ${budget.advertised})`;
}

/** Whether a window had more requests than its share, as shards may that run at once. */
export function isOverBudget({ share, advertised, busiestWindow }: Budget): boolean {
  return advertised > 0 && busiestWindow > Math.max(1, Math.floor(share * advertised));
}

/** The requests sent, for after a run. Those that use up a quota on purpose are no part of the budget. */
export function budgetUse(budget: Budget): string {
  const excess = isOverBudget(budget) ? ', more than its share' : '';
  const use = `${budget.requests} requests, at most ${budget.busiestWindow} in a minute${excess}`;
  return budget.unpaced > 0
    ? `${use}, besides ${budget.unpaced} that used up the rate limit on purpose, to see it refill`
    : use;
}
