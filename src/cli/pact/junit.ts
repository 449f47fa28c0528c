import type { InteractionResult, PactReport, PactResult } from '../../pacts/pact-result.ts';
import { cap, escapeXml, escapeXmlAttribute, showHidden } from '../../report/escape.ts';

/** Lengths that CI servers display without truncation. */
const limits = { name: 200, message: 300, text: 4000 } as const;

/** JUnit XML: one suite per pact, one testcase per interaction; untested and pending ones are skipped, with the reason. */
export function renderPactJunit(report: PactReport): string {
  const suites = report.pacts.map(suiteOf);
  const all = report.pacts.flatMap((one) => one.interactions);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="clever-conformance pact ${report.verb}" ${tally(all)} time="${(report.durationMs / 1000).toFixed(3)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(pact: PactResult): string {
  const name = escapeXmlAttribute(cap(showHidden(`${pact.consumer} with ${pact.provider}`), limits.name));
  const seen = new Map<string, number>();
  const cases = pact.interactions.map((one) => {
    // GitLab keeps only the first of several testcases with the same name.
    const bare = cap(showHidden([...one.states, one.description].join('; ')), limits.name);
    const n = (seen.get(bare) ?? 0) + 1;
    seen.set(bare, n);
    return caseOf(one, name, n === 1 ? bare : `${bare} (${n})`);
  });
  return [
    `  <testsuite name="${name}" ${tally(pact.interactions)} time="0">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function caseOf(one: InteractionResult, classname: string, name: string): string {
  const open = `    <testcase classname="${classname}" name="${escapeXmlAttribute(name)}" time="0"`;
  if (one.outcome === 'passed') return `${open}/>`;
  const first = one.why ?? one.mismatches[0]?.message ?? 'failed';
  const message = escapeXmlAttribute(cap(showHidden(first), limits.message));
  if (one.outcome === 'untested' || one.pending)
    return `${open}>\n      <skipped message="${one.pending ? 'pending' : 'untested'}: ${message}"/>\n    </testcase>`;
  const text = [
    one.request,
    ...one.mismatches.map((m) => `${m.part} ${m.at}: ${m.message}${m.document ? ` (${m.document})` : ''}`),
  ];
  return `${open}>\n      <failure message="${message}" type="mismatch">${escapeXml(cap(text.join('\n'), limits.text))}</failure>\n    </testcase>`;
}

function tally(all: readonly InteractionResult[]): string {
  const failures = all.filter((one) => one.outcome === 'failed' && !one.pending).length;
  const skipped = all.filter(
    (one) => one.outcome === 'untested' || (one.outcome === 'failed' && one.pending),
  ).length;
  return `tests="${all.length}" failures="${failures}" errors="0" skipped="${skipped}"`;
}
