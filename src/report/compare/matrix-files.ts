import { cap, escapeXmlAttribute, showHidden } from '../escape.ts';
import { rowMessage, standingOf } from '../model/standing.ts';
import { verdictWords } from '../model/verdict.ts';
import type { Matrix, MatrixCell, MatrixSubject } from './matrix.ts';

/** Characters of a name and of a message. */
const limits = { name: 200, message: 300 } as const;

/** The comparison for programs: each requirement with its outcomes, in the order of `subjects`, best first. */
export function renderMatrixJson({ side, subjects, rows }: Matrix): string {
  const document = {
    format: 'clever-conformance/matrix',
    formatVersion: 1,
    side,
    subjects: subjects.map(({ name, rank, report, coverage }) => ({
      name,
      rank,
      verdict: report.verdict,
      coverage,
      counts: report.counts,
      subject: report.subject,
      ...(report.about ? { about: report.about } : {}),
      tool: report.tool,
      catalogue: report.catalogue,
      startedAt: report.startedAt,
    })),
    requirements: rows.map(({ id, level, cells, differs }) => ({
      id,
      level,
      differs,
      outcomes: cells.map((one) => one?.row.outcome ?? null),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A subject without a report, and why. */
export interface Unjudged {
  readonly name: string;
  readonly why: string;
}

/** As JUnit: a suite per subject, a testcase per requirement. A subject fails exactly when its own report does; one without a report is an error. */
export function renderMatrixJunit({ subjects, rows }: Matrix, unjudged: readonly Unjudged[] = []): string {
  const suites = [
    ...subjects.map((subject, at) =>
      suiteOf(
        subject,
        rows.map(({ cells }) => cells[at]),
      ),
    ),
    ...unjudged.map(({ name, why }) => {
      const suite = escapeXmlAttribute(cap(showHidden(name), limits.name));
      return { name: suite, cases: [testcase(suite, 'the whole run', 'error', why)] };
    }),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="clever-conformance matrix" ${tally(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite name="${name}" ${tally(cases)}>`,
      ...cases.map(({ text }) => text),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

type Kind = 'passed' | 'failure' | 'error' | 'skipped';

interface Testcase {
  readonly kind: Kind;
  readonly text: string;
}

function suiteOf(
  { name, report }: MatrixSubject,
  cells: readonly (MatrixCell | undefined)[],
): { readonly name: string; readonly cases: readonly Testcase[] } {
  const suite = escapeXmlAttribute(cap(showHidden(name), limits.name));
  const cases = cells.flatMap((one) => (one ? [testcaseOf(one, suite)] : []));
  // What makes a run fail without a requirement: an invalid baseline, a subject that could not be judged.
  const isExplained = report.verdict === 'conforming' || cases.some(({ kind }) => kind === 'failure');
  const whole = `${verdictWords(report)}${report.inconclusive === undefined ? '' : `: ${report.inconclusive}`}`;
  return {
    name: suite,
    cases: isExplained
      ? cases
      : [
          ...cases,
          testcase(suite, 'the whole run', report.verdict === 'inconclusive' ? 'error' : 'failure', whole),
        ],
  };
}

function testcaseOf({ row, counts }: MatrixCell, suite: string): Testcase {
  const standing = standingOf({ row, counts });
  const kind = standing === 'passed' ? 'passed' : standing === 'failed' ? 'failure' : 'skipped';
  return testcase(suite, row.id, kind, `${standing === 'warning' ? 'warning: ' : ''}${rowMessage(row)}`);
}

function testcase(suite: string, name: string, kind: Kind, message: string): Testcase {
  const open = `    <testcase classname="${suite}" name="${escapeXmlAttribute(name)}"`;
  const says = escapeXmlAttribute(cap(showHidden(message), limits.message));
  const text =
    kind === 'passed' ? `${open}/>` : `${open}>\n      <${kind} message="${says}"/>\n    </testcase>`;
  return { kind, text };
}

function tally(cases: readonly Testcase[]): string {
  const of = (kind: Kind) => cases.filter((one) => one.kind === kind).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}
