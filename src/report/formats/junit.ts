import type { RunResult } from '../../claims/run-result.ts';
import type { Exchange } from '../../exchange.ts';
import { curlOf, standInNote } from '../curl.ts';
import { cap, count, escapeXml, escapeXmlAttribute, showHidden } from '../escape.ts';
import { outputFile } from '../files/output-file.ts';
import { entryMessage } from '../model/baseline.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { extraText } from '../model/extra.ts';
import type { Report } from '../model/report.ts';
import type { ReportCase, ReportFinding } from '../model/report-row.ts';
import { rerunOf } from '../model/rerun.ts';
import { invalidEntries, verdictReason } from '../model/verdict.ts';
import { sourceText, type View, type ViewRow, viewOf } from '../model/view.ts';
import { pageOf } from '../page-address.ts';
import { timesOf } from './junit-times.ts';

/** GitLab reads at most 30 MB and 250,000 objects; beyond these limits passed cases are merged and texts cut. */
const limits = { testcases: 20_000, name: 200, message: 300, textInAll: 5_000_000, text: 4000 } as const;

interface Testcase {
  readonly classname: string;
  /** The case of the requirement. */
  readonly case?: string;
  readonly name: string;
  /** Milliseconds; absent if it is not known. */
  readonly tookMs?: number | undefined;
  readonly verdict?: {
    readonly kind: 'failure' | 'error' | 'skipped';
    readonly message: string;
    readonly type?: string;
    readonly text?: string;
    /** Files in the report directory. */
    readonly attachments?: readonly string[];
  };
}

/**
 * JUnit XML in the dialect that GitHub, GitLab, Jenkins and Azure share: a suite per category, a testcase per case. A
 * `failure` counts against the subject; an `error` is an inconclusive run; undecided cases and warnings are `skipped` with
 * the reason. So the file fails exactly when the verdict does.
 */
export function renderJunit(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const view = viewOf(report, run, catalogue);
  const total = view.rows.reduce((sum, one) => sum + Math.max(1, one.row.cases.length), 0);
  const failing = view.rows.reduce(
    (sum, one) => sum + (one.row.outcome === 'failed' ? one.row.findings.length : 0),
    0,
  );
  const textMax = Math.max(200, Math.min(limits.text, Math.floor(limits.textInAll / Math.max(1, failing))));
  const casesPerRow = total <= limits.testcases ? Infinity : Math.floor(limits.testcases / view.rows.length);
  const times = timesOf(run.evidence);
  const suites = view.themes.map(({ theme, rows }) => ({
    name: theme as string,
    cases: unique(
      rows.flatMap((one) =>
        testcasesOf(view, one, casesPerRow, textMax).map((item) => ({
          ...item,
          tookMs: times(one.row.id, item.case),
        })),
      ),
    ),
  }));
  const own = extraCases(report);
  if (own.length > 0) suites.push({ name: 'own requirements', cases: own });
  const ofTheRun = runCases(view);
  if (ofTheRun.length > 0) suites.push({ name: 'run', cases: ofTheRun });
  const all = suites.flatMap((suite) => suite.cases);
  const properties = propertiesOf(report);
  const seconds = (report.durationMs / 1000).toFixed(3);
  const note =
    casesPerRow === Infinity
      ? []
      : [`<!-- ${total} cases; at most ${casesPerRow} per requirement are listed -->`];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...note,
    `<testsuites name="clever-conformance" ${tally(all)} time="${seconds}">`,
    ...suites.flatMap((suite) => [
      `  <testsuite name="${suite.name}" ${tally(suite.cases)}${timeOf(sumOf(suite.cases))} timestamp="${report.startedAt.slice(0, 19)}">`,
      ...properties,
      ...suite.cases.map(renderCase),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function testcasesOf(view: View, one: ViewRow, max: number, textMax: number): Testcase[] {
  const { row } = one;
  const [theme, claim] = row.id.split('/') as [string, string];
  // Jenkins would take a dot for a package separator.
  const classname = `${row.binds}.${theme}.${claim.replaceAll('.', '-')}`;
  const cases: readonly ReportCase[] =
    row.cases.length > 0
      ? row.cases
      : [{ name: '', outcome: row.outcome, ...(row.why ? { why: row.why } : {}) }];
  const shown = cases.length <= max ? cases : worstFirst(cases).slice(0, Math.max(1, max - 1));
  const testcases = shown.map((item): Testcase => {
    const name = item.name === '' ? row.id : `${row.id}: ${cap(showHidden(item.name), limits.name)}`;
    const verdict = verdictOfCase(view, one, item, textMax);
    return { classname, name, case: item.name, ...(verdict ? { verdict } : {}) };
  });
  const left = cases.length - shown.length;
  return left > 0 ? [...testcases, { classname, name: `${row.id}: ${count(left, 'more case')}` }] : testcases;
}

function verdictOfCase(view: View, one: ViewRow, item: ReportCase, textMax: number): Testcase['verdict'] {
  const { row, requirement } = one;
  if (item.outcome === 'passed') return undefined;
  if (item.outcome === 'failed') {
    const findings = row.findings.filter((finding) => finding.case === item.name);
    const message = cap(findings[0]?.message ?? requirement.claim, limits.message);
    if (!one.counts) return { kind: 'skipped', message: `warning: ${message}` };
    const text = [
      `claim: ${requirement.claim}`,
      `documented in: ${requirement.sources.map(sourceText).join('; ')}`,
    ];
    for (const finding of findings) {
      const exchange = view.exchangeOf(finding);
      text.push('', finding.message, `expected: ${finding.expected}`, `actual: ${finding.actual}`);
      text.push(...contextOf(view, finding, exchange));
    }
    const { command, notes } = rerunOf(view.report, row.id, findings[0]);
    text.push('', `how to fix: ${requirement.fix}`, `rerun: ${command}`, ...notes.map((note) => `(${note})`));
    text.push(`page: ${pageOf(row.id)}`);
    if (row.truncated) text.push('', `${count(row.truncated.findings, 'more finding')} in the evidence`);
    return {
      kind: 'failure',
      message,
      type: `${row.level}.failed`,
      text: cap(text.join('\n'), textMax),
      attachments: attachmentsOf(view, item.name),
    };
  }
  const why = cap(item.why ?? row.why ?? item.outcome, limits.message);
  if (item.outcome === 'untested' && row.outcome === 'untested' && one.counts) {
    return { kind: 'failure', message: `untested: ${why}`, type: 'untested' };
  }
  return {
    kind: 'skipped',
    message: `${item.outcome === 'cantTell' ? 'cannot tell' : item.outcome}: ${why}`,
  };
}

/** Of a client its scenario, timeline and last lines; of a server the request. */
function contextOf(view: View, finding: ReportFinding, exchange: Exchange | undefined): string[] {
  const timeline = view.timelineOf(finding);
  if (timeline === undefined) {
    const note = exchange && standInNote(exchange);
    return [
      ...(exchange ? [`request: ${curlOf(exchange)}`] : []),
      ...(note === undefined ? [] : [`(${note})`]),
    ];
  }
  const title = view.titleOf(finding);
  const output = view.outputOf(finding);
  return [
    ...(title === undefined ? [] : [`scenario: ${title}`]),
    `timeline: ${timeline}`,
    ...(output ? [`client: ${output.ending}`, ...output.lines] : []),
  ];
}

function worstFirst(cases: readonly ReportCase[]): ReportCase[] {
  const rank = (one: ReportCase) => (one.outcome === 'failed' ? 0 : one.outcome === 'passed' ? 2 : 1);
  return [...cases].sort((a, b) => rank(a) - rank(b));
}

/** Own requirements fail the file exactly where they fail the run. */
function extraCases(report: Report): Testcase[] {
  const counts = report.failOn.includes('extra');
  return (report.extra ?? []).map((row): Testcase => {
    const [owner = '', name = ''] = row.id.split('/');
    const classname = `${report.side}.${owner}.${name}`;
    if (row.outcome === 'passed') return { classname, name: row.id };
    const message = cap(extraText(row), limits.message);
    const isFault = row.outcome === 'failed' || row.outcome === 'cantTell';
    return {
      classname,
      name: row.id,
      verdict:
        counts && isFault
          ? { kind: 'failure', message, type: `own.${row.outcome}` }
          : { kind: 'skipped', message: `${row.outcome}: ${message}` },
    };
  });
}

/** Testcases about the run itself: invalid baseline entries, and why it is inconclusive. */
function runCases({ report }: View): Testcase[] {
  const cases: Testcase[] = invalidEntries(report.baseline).map((entry) => ({
    classname: 'run.baseline',
    name: `baseline ${entry.id}${entry.case === undefined ? '' : `: ${cap(showHidden(entry.case), limits.name)}`}`,
    verdict: { kind: 'failure', message: entryMessage(entry), type: 'baseline' },
  }));
  if (report.verdict === 'inconclusive') {
    const message = cap(verdictReason(report), limits.message);
    cases.push({
      classname: 'run',
      name: 'the subject could be judged',
      verdict: { kind: 'error', message, type: 'inconclusive' },
    });
  }
  return unique(cases);
}

/** GitLab keeps only the first of several testcases with the same name. */
function unique(cases: readonly Testcase[]): Testcase[] {
  const used = new Set(cases.map((one) => one.name));
  const seen = new Map<string, number>();
  return cases.map((one) => {
    let n = (seen.get(one.name) ?? 0) + 1;
    if (n > 1) while (used.has(`${one.name} (${n})`)) n++;
    seen.set(one.name, n);
    const name = n === 1 ? one.name : `${one.name} (${n})`;
    used.add(name);
    return { ...one, name };
  });
}

function tally(cases: readonly Testcase[]): string {
  const of = (kind: string) => cases.filter((one) => one.verdict?.kind === kind).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

/** Absent if no case has a known time. */
function sumOf(cases: readonly Testcase[]): number | undefined {
  const known = cases.flatMap(({ tookMs }) => tookMs ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0);
}

function timeOf(ms: number | undefined): string {
  return ms === undefined ? '' : ` time="${(ms / 1000).toFixed(3)}"`;
}

function renderCase({ classname, name, tookMs, verdict }: Testcase): string {
  const open = `    <testcase classname="${escapeXmlAttribute(classname)}" name="${escapeXmlAttribute(name)}"${timeOf(tookMs)}`;
  if (!verdict) return `${open}/>`;
  const type = verdict.type === undefined ? '' : ` type="${escapeXmlAttribute(verdict.type)}"`;
  const message = ` message="${escapeXmlAttribute(verdict.message)}"`;
  const text = verdict.text === undefined ? '/>' : `>${escapeXml(verdict.text)}</${verdict.kind}>`;
  const files = (verdict.attachments ?? []).map((file) => `[[ATTACHMENT|${file}]]`).join('\n');
  const out = files === '' ? '' : `\n      <system-out>${escapeXml(files)}</system-out>`;
  return `${open}>\n      <${verdict.kind}${message}${type}${text}${out}\n    </testcase>`;
}

/** What was judged, by what: the same for each suite, since tools show them by suite. */
function propertiesOf({ subject, side, catalogue, tool, seed, environment }: Report): string[] {
  const values: Readonly<Record<string, string | number | boolean>> = {
    subject: subject.name,
    'subject kind': subject.kind,
    side,
    suite: `${tool.name} ${tool.version}`,
    catalogue: catalogue.version,
    'catalogue digest': catalogue.digest,
    seed,
    ...environment,
  };
  return [
    '    <properties>',
    ...Object.entries(values).map(
      ([name, value]) =>
        `      <property name="${escapeXmlAttribute(name)}" value="${escapeXmlAttribute(cap(showHidden(String(value)), limits.name))}"/>`,
    ),
    '    </properties>',
  ];
}

/** The page, and what a client printed in the scenario. */
function attachmentsOf({ report }: View, scenario: string): string[] {
  const output = report.outputs?.[scenario] ? [outputFile(scenario)] : [];
  return ['report.html', ...output];
}
