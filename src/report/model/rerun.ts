import { shellQuote } from '../../text/shell.ts';
import type { Report } from './report.ts';
import type { ReportFinding } from './report-row.ts';

/** Stands for what reports do not show: an argument, a path, names of files. */
export const notShown = '…';

/** How to judge one requirement again, as it was judged. */
export interface Rerun {
  /** For a shell. */
  readonly command: string;
  /** What the reader has to add before the command works: a token, or what is not shown. May be empty. */
  readonly notes: readonly string[];
}

/**
 * The command that judges a requirement again with the flags of the run, and with the scenario or the generated part that a finding is from. Ids
 * need no quotes, and the name of a command subject is already quoted.
 */
export function rerunOf(report: Report, id: string, finding?: Pick<ReportFinding, 'case'>): Rerun {
  const { environment } = report;
  const command = [
    'npx clever-conformance',
    ...startOf(report),
    ...(typeof environment.flags === 'string' ? [environment.flags] : []),
    ...sourceOf(report, finding),
    `--requirement ${id}`,
    ...(report.subject.kind === 'command' ? [`-- ${report.subject.name}`] : []),
  ].join(' ');
  const { tokens } = environment;
  return {
    command,
    notes: [
      ...(typeof tokens === 'string' ? [`needs ${tokens} in the environment`] : []),
      ...(command.includes(notShown) ? [`replace ${notShown} by what you gave: reports do not show it`] : []),
    ],
  };
}

function startOf({ side, subject: { kind, name } }: Report): string[] {
  // There may be several files, and only their names are known.
  if (kind === 'har') return [`judge FILE${notShown} --side ${side}`];
  if (side === 'server') {
    if (kind === 'replay') return ['server --target replay'];
    return kind === 'live'
      ? [`server --target ${/^https?:\/\/[\w.:[\]-]+$/.test(name) ? name : notShown}`]
      : ['server'];
  }
  if (kind === 'module') return [`client --module ${shellQuote(name)}`];
  return [kind === 'command' ? 'client' : 'client --listen'];
}

/** The scenarios that are needed: of a generated one its seed and number, otherwise that of the finding, or those of the run. */
function sourceOf(
  { side, subject, environment }: Report,
  finding: Pick<ReportFinding, 'case'> | undefined,
): string[] {
  if (subject.kind === 'har') return [];
  const [, seed] = /^explored\/(\d+-\d+)/.exec(finding?.case ?? '') ?? [];
  if (seed !== undefined) return [`--explore ${environment.explore ?? 1} --explore-seed ${seed}`];
  if (side === 'server') return [];
  const { 'only scenarios': pattern } = environment;
  const scenario = finding?.case || pattern;
  return typeof scenario === 'string' ? [`--scenario ${shellQuote(scenario)}`] : [];
}
