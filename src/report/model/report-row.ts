import type { Level, Requirement, Side } from '../../../contracts/requirement.ts';
import type { JudgedExtra } from '../../claims/extra.ts';
import type { CaseOutcome, Finding, Outcome, OutcomeValue } from '../../outcome.ts';
import { cap } from '../escape.ts';

/** One requirement in a report, with its outcome, its cases and its findings. */
export interface ReportRow {
  readonly id: string;
  readonly binds: Side;
  readonly level: Level;
  readonly outcome: OutcomeValue;
  readonly why?: string;
  /** Excluded by the filters of the run; never counts. */
  readonly notSelected?: true;
  readonly cases: readonly ReportCase[];
  readonly findings: readonly ReportFinding[];
  /** Numbers left out; the evidence has everything. */
  readonly truncated?: { readonly cases: number; readonly findings: number };
  /** Number of deliberately broken implementations it detects; absent if it cannot be violated or was not measured. */
  readonly killedMutants?: number;
}

export interface ReportCase {
  readonly name: string;
  readonly outcome: OutcomeValue;
  readonly why?: string;
  /** Code of the reason if it was not decided. */
  readonly reason?: string;
  readonly notes?: readonly string[];
}

/** A finding with its case. */
export interface ReportFinding extends Finding {
  readonly case: string;
}

/** Limits of one report; beyond them, `truncated` has the numbers left out. */
export const limits = {
  casesPerRow: 1000,
  /** Findings of one case with the same message. */
  findingsPerKind: 3,
  findingsPerRow: 200,
  /** Divided evenly among the failing rows, so that each keeps at least one. */
  findingsInAll: 20_000,
  /** Characters of a message, an expectation, an observation, a reason. */
  text: 2000,
} as const;

/** A requirement of those who run the suite, which is no part of the verdict. */
export interface ExtraRow extends Omit<ReportRow, 'binds' | 'level' | 'notSelected' | 'killedMutants'> {
  readonly claim: string;
}

export function rowOf(requirement: Requirement, outcome: Outcome, findingsPerRow: number): ReportRow {
  const { id, binds, level } = requirement;
  return { id, binds, level, ...judgedOf(outcome, findingsPerRow) };
}

export function extraRowOf({ id, says, outcome }: JudgedExtra): ExtraRow {
  return { id, claim: cap(says, limits.text), ...judgedOf(outcome, limits.findingsPerRow) };
}

/** What all kinds of rows have of an outcome. */
function judgedOf(
  outcome: Outcome,
  findingsPerRow: number,
): Pick<ReportRow, 'outcome' | 'why' | 'cases' | 'findings' | 'truncated'> {
  const cases = keepWorst(outcome.cases);
  const findings = outcome.cases.flatMap((one) =>
    firstOfEachKind(one.findings).map((finding) => ({ one, finding })),
  );
  const left = {
    cases: outcome.cases.length - cases.length,
    findings: Math.max(0, findings.length - findingsPerRow),
  };
  return {
    outcome: outcome.outcome,
    ...(outcome.why === undefined ? {} : { why: cap(outcome.why, limits.text) }),
    cases: cases.map((one) => ({
      name: cap(one.name, limits.text),
      outcome: one.outcome,
      ...(one.why === undefined ? {} : { why: cap(one.why, limits.text) }),
      ...(one.reason === undefined ? {} : { reason: one.reason }),
      ...(one.notes?.length ? { notes: one.notes.slice(0, 10).map((note) => cap(note, limits.text)) } : {}),
    })),
    findings: spread(findings, findingsPerRow).map(({ one, finding }) => ({
      case: cap(one.name, limits.text),
      message: cap(finding.message, limits.text),
      expected: cap(finding.expected, limits.text),
      actual: cap(finding.actual, limits.text),
      ...(finding.exchange === undefined ? {} : { exchange: finding.exchange }),
    })),
    ...(left.cases > 0 || left.findings > 0 ? { truncated: left } : {}),
  };
}

/** Keeps the first few findings with the same message; if there are more, the first of them says how many there are in all. */
function firstOfEachKind(findings: readonly Finding[]): readonly Finding[] {
  const shown: Finding[] = [];
  for (const same of Map.groupBy(findings, (one) => one.message).values()) {
    const [first, ...others] = same.slice(0, limits.findingsPerKind);
    if (!first) continue;
    const isCut = same.length > limits.findingsPerKind;
    shown.push(isCut ? { ...first, message: withCount(first.message, same.length) } : first, ...others);
  }
  return shown;
}

/** `A page is short (1,706 times).` */
function withCount(message: string, count: number): string {
  const end = message.endsWith('.') ? '.' : '';
  return `${end ? message.slice(0, -1) : message} (${count.toLocaleString('en-US')} times)${end}`;
}

/** If there are too many cases, failed ones are kept first. Preserves the order. */
function keepWorst(cases: readonly CaseOutcome[]): readonly CaseOutcome[] {
  if (cases.length <= limits.casesPerRow) return cases;
  const failed = cases.filter((one) => one.outcome === 'failed');
  const others = cases.filter((one) => one.outcome !== 'failed');
  const kept = new Set([...failed, ...others].slice(0, limits.casesPerRow));
  return cases.filter((one) => kept.has(one));
}

/** At most `max` findings, one of each case before the second of any, so that each failed case keeps one. */
function spread<T extends { readonly one: CaseOutcome }>(findings: readonly T[], max: number): readonly T[] {
  if (findings.length <= max) return findings;
  const seen = new Set<CaseOutcome>();
  const firsts = findings.filter(({ one }) => !seen.has(one) && seen.add(one));
  const first = new Set(firsts);
  const kept = new Set([...firsts, ...findings.filter((one) => !first.has(one))].slice(0, max));
  return findings.filter((one) => kept.has(one));
}
