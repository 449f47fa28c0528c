import { profiles } from '../../contracts/profiles.ts';
import type { Level, Requirement, Theme } from '../../contracts/requirement.ts';
import { themes } from '../../contracts/requirement.ts';
import type { RunResult } from '../claims/run-result.ts';
import type { Exchange } from '../exchange.ts';
import { type CaseOutcome, type Finding, type Outcome, outcomeOf, type UndecidedValue } from '../outcome.ts';
import type { Evidence } from '../result.ts';
import { certaintyOf } from '../traffic/certainty.ts';
import { readClientTraffic } from '../traffic/client/client-traffic.ts';
import { observationsIn } from '../traffic/client/observations.ts';
import { readTraffic } from '../traffic/traffic.ts';
import type { Catalogue } from './model/catalogue.ts';
import { buildReport, type Report, type ReportOptions } from './model/report.ts';

/** Hand-made runs, outcomes and catalogues for the report tests. */

/** A plain server requirement. */
export function sampleRequirement(id: string, level: Level = 'required'): Requirement {
  return {
    id: id as `${Theme}/${string}`,
    binds: 'server',
    level,
    claim: `the claim of ${id}`,
    levelReason: 'the document says "always"',
    harm: 'a student is missing from the roster',
    provokedBy: 'a plain walk',
    fix: 'send what was asked for',
    sources: [{ document: 'OV', section: 'paging' }],
    needs: [],
    doubts: [],
  };
}

/** A catalogue of these requirements; `level:` in front of an id sets its level (`recommended:data/x`). */
export function sampleCatalogue(ids: readonly string[]): Catalogue {
  return {
    version: '1.0.0',
    digest: 'c'.repeat(64),
    requirements: ids.map((text) => {
      const [level, id] = text.includes(':') ? text.split(':') : ['required', text];
      return sampleRequirement(id ?? '', level as Level);
    }),
    doubts: [
      {
        id: 'sample-doubt',
        title: 'One page says this, the other that',
        positions: [
          { source: 'OV', says: 'this' },
          { source: 'ERR', says: 'that' },
        ],
        judgedAs: 'both pass',
      },
    ],
  };
}

export const passed: Outcome = outcomeOf([judged('students', [])], '');
export const untested: Outcome = outcomeOf([], 'the target cannot be put into states');

/** A failed outcome with one finding per case, each saying the same. */
export function failed(text = 'too many entries', cases: readonly string[] = ['students']): Outcome {
  const finding = { message: text, expected: text, actual: text, exchange: 0 };
  return outcomeOf(
    cases.map((name) => judged(name, [finding])),
    '',
  );
}

/** An outcome with one case that was not decided. */
export function undecidedOutcome(value: 'cantTell' | 'inapplicable' | 'untested', why: string): Outcome {
  return outcomeOf([undecided('students', value, why)], '');
}

/** An outcome of these cases. */
export function outcomeWith(...cases: readonly CaseOutcome[]): Outcome {
  return outcomeOf(cases, 'nothing was sent');
}

/** A plain exchange; `over` replaces parts of the request. */
export function sampleExchange(over: Partial<Exchange['request']> = {}, body = '{"data":[]}'): Exchange {
  return {
    seq: 0,
    request: {
      method: 'GET',
      origin: 'https://api.example.test',
      path: '/v2.0/students?limit=2',
      headers: { authorization: 'Bearer «token:1»', accept: 'application/json' },
      sentAtMs: 1_767_614_400_000,
      ...over,
    },
    response: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body,
      receivedAtMs: 1_767_614_400_020,
    },
  };
}

/** Evidence of either side, read. */
export function trafficIn(evidence: Evidence): RunResult['traffic'] {
  return evidence.observations
    ? readClientTraffic(observationsIn(evidence))
    : readTraffic(evidence.exchanges, { profiles, certainty: certaintyOf(evidence.context.subject) });
}

/** A run with these outcomes. */
export function sampleRun(
  outcomes: Readonly<Record<string, Outcome>>,
  over: Partial<RunResult> = {},
): RunResult {
  const evidence: Evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: { subject: 'live', profiles: [] },
    notProvoked: {},
    exchanges: [sampleExchange()],
  };
  return {
    side: 'server',
    subject: { kind: 'live', name: 'https://api.example.test' },
    seed: 1,
    startedAtMs: 1_767_614_400_000,
    durationMs: 61_500,
    outcomes: Object.entries(outcomes).map(([id, outcome]) => ({
      id,
      outcome,
    })) as unknown as RunResult['outcomes'],
    evidence,
    traffic: trafficIn(over.evidence ?? evidence),
    budget: { share: 0.2, advertised: 1200, requests: 412, busiestWindow: 240, unpaced: 0 },
    ...over,
  };
}

/** The report of a run, with plain options. */
export function sampleReport(
  run: RunResult,
  catalogue: Catalogue,
  over: Partial<ReportOptions> = {},
): Report {
  return buildReport(run, {
    tool: { name: 'clever-conformance', version: '0.1.0' },
    environment: { node: 'v24.21.0', ci: false },
    failOn: new Set(),
    evidenceFile: { file: 'evidence.json', sha256: 'e'.repeat(64) },
    catalogue,
    ...over,
  });
}

/** One of everything: passed, failed, warning, observed, cannot tell, inapplicable, untested; `text` is in every place that a server controls. */
export function mixedRun(text: string): { run: RunResult; catalogue: Catalogue; report: Report } {
  const catalogue = sampleCatalogue([
    'data/list-envelope',
    'observed:data/undocumented-field',
    'pagination/ids-ascend',
    'recommended:pagination/full-pages',
    'rate-limit/window-refills',
    'events/type-known',
    'access/test-token',
  ]);
  const noted: CaseOutcome = { ...judged('students', []), notes: [text] };
  const run = sampleRun(
    {
      'data/list-envelope': outcomeWith(noted, judged('teachers', [])),
      'data/undocumented-field': failed(text),
      'pagination/ids-ascend': failed(text, [text, text, 'students']),
      'pagination/full-pages': failed(text, [text]),
      'rate-limit/window-refills': untested,
      'events/type-known': undecidedOutcome('cantTell', text),
      'access/test-token': undecidedOutcome('inapplicable', 'only a sandbox knows TEST_TOKEN'),
    },
    {
      subject: { kind: 'live', name: text },
      evidence: {
        ...sampleRun({}).evidence,
        exchanges: [
          {
            ...sampleExchange({ path: '/v2.0/teachers' }),
            seq: 1,
            step: { claim: 'data/list-envelope', case: 'teachers' },
          },
          sampleExchange(
            {
              method: 'POST',
              path: `/v2.0/students?x=${text}`,
              headers: { authorization: 'Bearer «token:1»', 'x-a': text },
              body: text,
            },
            text,
          ),
        ],
      },
    },
  );
  return { run, catalogue, report: sampleReport(run, catalogue) };
}

/** `rows` requirements over all themes, each failing with `findings` cases. */
export function hugeRun(rows: number, findings: number): { run: RunResult; catalogue: Catalogue } {
  const ids = Array.from({ length: rows }, (_, n) => `${themes[n % themes.length]}/claim-${n}`);
  const cases = Array.from({ length: findings }, (_, n) => `case ${n}`);
  const outcome = failed('x'.repeat(300), cases);
  return {
    catalogue: sampleCatalogue(ids),
    run: sampleRun(Object.fromEntries(ids.map((id) => [id, outcome]))),
  };
}

/** Hostile texts: terminal, bidi, CI commands, HTML, links, Markdown, XML. */
export const hostileTexts: readonly string[] = [
  '\x1b[2J\x1b]0;owned\x07\x1b]8;;http://evil.example\x1b\\x\x1b]52;c;ZXZpbA==\x07',
  '\x1bPq\x1b\\\x9b31m\x90\x9c\x07\rall passed',
  'a\u202egnp.exe\u2066b\u2069\u200b\u200d\ufeff\u061c\u{e0041}',
  '::error::owned\n::add-mask::passed\r::stop-commands::x\r\n  ::set-output name=a::b%0A::error::c',
  '##vso[task.setvariable variable=a]b\n##teamcity[testFailed]\n##[error]x',
  '<script>alert(1)</script><img src=x onerror=alert(1)>"><svg/onload=alert(1)>',
  "</script></style></title></details><!--<script>' onmouseover='alert(1)",
  'javascript:alert(1) data:text/html,<b>x</b>',
  '| a | `b` ![](http://track.example/x.png) @org/team <details>',
  ']]>&<![CDATA[ \u0000\u0008\u001b\u000b\ufffe\uffff \ud800 \udfff\ud83d &#0; &amp;lt;',
  "=cmd|' /C calc'!A0 \"quoted\" $(touch /tmp/owned) `id` \\ '; rm -rf / #",
];

/** Texts that are hard for other reasons: long, many backticks, empty. */
export const hardTexts: readonly string[] = [
  hostileTexts.join('').repeat(50),
  'x'.repeat(1_000_000),
  '`'.repeat(99),
  '',
];

/** A small run in which everything passed. */
export function greenRun() {
  const catalogue = sampleCatalogue(['data/a', 'data/b']);
  const run = sampleRun({ 'data/a': passed, 'data/b': passed });
  return { catalogue, run, report: sampleReport(run, catalogue) };
}

/** A case that passes if it has no findings. */
function judged(name: string, findings: readonly Finding[], notes: readonly string[] = []): CaseOutcome {
  const outcome = findings.length > 0 ? 'failed' : 'passed';
  return notes.length > 0 ? { name, outcome, findings, notes } : { name, outcome, findings };
}

/** A case without a decision. */
function undecided(name: string, outcome: UndecidedValue, why: string): CaseOutcome {
  return { name, outcome, why, findings: [] };
}
