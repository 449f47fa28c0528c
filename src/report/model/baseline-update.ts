import type { Requirement } from '../../../contracts/requirement.ts';
import { type BaselineEntry, judgeBaseline } from './baseline.ts';
import type { Report } from './report.ts';
import { countsAgainst } from './verdict.ts';

/** What stands where a person has to say why a failure is accepted. */
export const openReason = 'TODO: say why this is accepted, and what will fix it';

/** Entries are valid for so many days; the maximum is 180. */
const days = 90;
const dayMs = 86_400_000;

/** A baseline, brought up to date with a report. */
export interface UpdatedBaseline {
  readonly entries: readonly BaselineEntry[];
  readonly kept: number;
  readonly added: number;
  /** Stale, expired and rejected ones; what still fails of them is among the added ones, with its reason. */
  readonly removed: number;
}

/** An entry for each failed case that counts, the valid ones as they are. `atMs` is now, in milliseconds since the Unix epoch. */
export function updateBaseline(
  entries: readonly BaselineEntry[],
  report: Report,
  requirements: readonly Requirement[],
  atMs: number,
): UpdatedBaseline {
  const judged = judgeBaseline(entries, report.requirements, requirements, atMs);
  const kept = entries.filter((_, at) => judged[at]?.state === 'holds');
  const covers = (one: BaselineEntry, id: string, name: string) =>
    one.id === id && (one.case === undefined || one.case === name);
  const expires = new Date(atMs + days * dayMs).toISOString().slice(0, 10);
  const added = report.requirements
    .filter((row) => row.outcome === 'failed' && countsAgainst(row, { ...report, baseline: [] }))
    .flatMap((row) =>
      row.cases
        .filter((one) => one.outcome === 'failed' && !kept.some((entry) => covers(entry, row.id, one.name)))
        .map(({ name }): BaselineEntry => {
          const { reason = openReason, owner, link } = entries.find((one) => covers(one, row.id, name)) ?? {};
          return {
            id: row.id,
            case: name,
            reason,
            ...(owner === undefined ? {} : { owner }),
            ...(link === undefined ? {} : { link }),
            expires,
          };
        }),
    );
  return {
    entries: [...kept, ...added],
    kept: kept.length,
    added: added.length,
    removed: entries.length - kept.length,
  };
}
