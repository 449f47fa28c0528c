import { cap, escapeTerminal } from '../escape.ts';
import type { Report } from '../model/report.ts';
import { rerunOf } from '../model/rerun.ts';
import type { View, ViewRow } from '../model/view.ts';
import { field, noteLine } from './fields.ts';
import type { Paint } from './paint.ts';

const limits = { text: 600, line: 110, ids: 6, idsOfLine: 3, steps: 3 } as const;

/** Undecided requirements, grouped by reason: a line for each reason, or with `verbose` all of it. */
export function undecidedLines({ rows, report }: View, paint: Paint, verbose: boolean): string[] {
  return (['cantTell', 'untested'] as const).flatMap((outcome) => {
    const those = rows.filter((one) => one.row.outcome === outcome && !one.row.notSelected);
    if (those.length === 0) return [];
    const title = outcome === 'untested' ? 'Not tested, by reason' : 'Cannot tell, by reason';
    return [
      '',
      paint.bold(title),
      ...(verbose ? wholeReasons(those, paint) : shortReasons(those, paint)),
      ...(outcome === 'cantTell' ? nextSteps(those, report, paint) : []),
    ];
  });
}

/** How to try again, and what would be wrong: of required ones first, for a verdict waits for these. */
function nextSteps(rows: readonly ViewRow[], report: Report, paint: Paint): string[] {
  const isRequired = (one: ViewRow) => Number(one.row.level === 'required');
  const first = rows.toSorted((a, b) => isRequired(b) - isRequired(a)).slice(0, limits.steps);
  return first.flatMap(({ row, requirement }) => {
    const undecided = row.cases.find((one) => one.outcome === 'cantTell');
    const { command, notes } = rerunOf(report, row.id, undecided && { case: undecided.name });
    return [
      `  ${row.id}`,
      ...field('if wrong', requirement.fix, paint),
      ...field('rerun', command, paint),
      ...notes.map((note) => noteLine(note, paint)),
    ];
  });
}

/** Reasons that name different steps or values are alike up to the first of them. */
function shortReasons(rows: readonly ViewRow[], paint: Paint): string[] {
  const groups = Map.groupBy(rows, (one) =>
    whyOf(one)
      .replace(/(?: [“"(]|;|: ).*$/s, '')
      .replace(/\bthe step$/, 'a step'),
  );
  return [...groups]
    .toSorted((a, b) => b[1].length - a[1].length)
    .map(
      ([why, those]) =>
        `  ${String(those.length).padStart(2)}  ${escapeTerminal(cap(why, limits.line))}: ${paint.dim(idsOf(those, limits.idsOfLine))}`,
    );
}

function wholeReasons(rows: readonly ViewRow[], paint: Paint): string[] {
  const groups = Map.groupBy(rows, whyOf);
  return [...Map.groupBy(groups, ([why]) => headOf(why))].flatMap(([head, alike]) =>
    head === '' || alike.length < leastAlike
      ? alike.flatMap(([why, those]) => [
          `  ${those.length}  ${escapeTerminal(cap(why, limits.text))}`,
          `     ${paint.dim(idsOf(those, limits.ids))}`,
        ])
      : [
          `  ${alike.reduce((sum, [, those]) => sum + those.length, 0)}  ${escapeTerminal(cap(head, limits.text))}`,
          ...alike.map(
            ([why, those]) =>
              `     - ${escapeTerminal(cap(why.slice(head.length + 1), limits.text))}: ${paint.dim(idsOf(those, limits.ids))}`,
          ),
        ],
  );
}

/** From so many reasons on, what they begin with is printed once. */
const leastAlike = 3;

/** What a reason begins with, up to its first colon, as in `the capture shows none of it: no events were served`; `''` without one. */
function headOf(why: string): string {
  const at = why.indexOf(': ');
  return at < 0 ? '' : why.slice(0, at + 1);
}

function whyOf({ row }: ViewRow): string {
  return row.why ?? 'no reason given';
}

function idsOf(those: readonly ViewRow[], max: number): string {
  const ids = those.slice(0, max).map((one) => one.row.id);
  return ids.join(', ') + (those.length > ids.length ? `, and ${those.length - ids.length} more` : '');
}
