import type { RunResult } from '../../claims/run-result.ts';
import { cap, count, escapeTerminal } from '../escape.ts';
import { nameOf } from '../model/about.ts';
import { entryMessage } from '../model/baseline.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Report } from '../model/report.ts';
import { rowMessage, standingOf } from '../model/standing.ts';
import { invalidEntries, verdictLine, verdictReason, verdictWords } from '../model/verdict.ts';
import { viewOf } from '../model/view.ts';

/** GitHub shows ten errors and ten warnings per step, and drops the rest. */
const maxShown = 10;

type Level = 'error' | 'warning' | 'notice';

/**
 * GitHub workflow commands: an error for each requirement that counts against the subject, a warning for each other failure,
 * and the verdict as a notice or an error. Print them in a step of GitHub Actions.
 */
export function renderAnnotations(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const { rows } = viewOf(report, run, catalogue);
  const having = (wanted: 'failed' | 'warning') =>
    rows
      .filter((one) => standingOf(one) === wanted)
      .map(({ row, requirement }) => ({ title: row.id, text: `${requirement.claim}. ${rowMessage(row)}` }));
  const entries = invalidEntries(report.baseline).map((entry) => ({
    title: `baseline ${entry.id}`,
    text: entryMessage(entry),
  }));
  return [
    command(report.verdict === 'conforming' ? 'notice' : 'error', {
      title: `${verdictWords(report)}: ${nameOf(report)}`,
      text: `${verdictLine(report)}. ${verdictReason(report)}`.trim(),
    }),
    // The verdict is the first error.
    ...commands('error', [...having('failed'), ...entries], maxShown - 1),
    ...commands('warning', having('warning'), maxShown),
    '',
  ].join('\n');
}

interface Annotation {
  readonly title: string;
  readonly text: string;
}

function commands(level: Level, list: readonly Annotation[], max: number): string[] {
  if (list.length <= max) return list.map((one) => command(level, one));
  const left = list.slice(max - 1);
  return [
    ...list.slice(0, max - 1).map((one) => command(level, one)),
    command(level, {
      title: `${count(left.length, 'more', 'more')}`,
      text: left.map((one) => one.title).join(', '),
    }),
  ];
}

/** `,`, `:` and line breaks delimit a command. They are percent-encoded, which the runner decodes, so text cannot become a command. */
function command(level: Level, { title, text }: Annotation): string {
  const property = encode(cap(escapeTerminal(title), 200))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
  return `::${level} title=${property}::${encode(cap(escapeTerminal(text), 2000))}`;
}

function encode(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
