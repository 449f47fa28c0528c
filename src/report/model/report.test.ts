import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import { requirementsOf } from '../../catalogue.ts';
import { SuiteFault } from '../../errors.ts';
import { renderJson } from '../formats/json.ts';
import {
  failed,
  hostileTexts,
  hugeRun,
  mixedRun,
  passed,
  sampleCatalogue,
  sampleReport,
  sampleRun,
} from '../testing.ts';
import { buildReport } from './report.ts';

const schema = JSON.parse(readFileSync(new URL('../../../docs/report.schema.json', import.meta.url), 'utf8'));

/** The published schema with additional members forbidden, so that every written member must be documented. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const isShape = 'properties' in copy && copy.type === 'object' && !('additionalProperties' in copy);
  return isShape ? { ...copy, additionalProperties: false } : copy;
}

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
addFormats.default(ajv);
const validate = ajv.compile(closed(schema) as object);

function expectValid(report: unknown): void {
  validate(report);
  expect(validate.errors ?? []).to.deep.equal([]);
}

describe('report/model', () => {
  it('a report with every kind of outcome matches the published schema', () => {
    for (const text of ['plain', ...hostileTexts]) {
      const { report } = mixedRun(text);
      expectValid(JSON.parse(renderJson(report)));
    }
  });

  it('the schema rejects malformed reports', () => {
    const { report } = mixedRun('x');
    const [row] = report.requirements;
    const broken = [
      { ...report, formatVersion: 2 },
      { ...report, verdict: 'fine' },
      { ...report, extra: 1 },
      { ...report, counts: { ...report.counts, failed: -1 } },
      { ...report, requirements: [{ ...row, outcome: 'failed', findings: [] }] },
      { ...report, requirements: [{ ...row, outcome: 'untested' }] },
      { ...report, evidence: { file: 'evidence.json', sha256: 'x' } },
    ];
    for (const one of broken) expect(validate(one), JSON.stringify(one).slice(0, 80)).to.equal(false);
  });

  it('a run that ended early still lists every published requirement of its side', () => {
    const report = buildReport(sampleRun({}), {
      tool: { name: 'clever-conformance', version: '0.1.0' },
      environment: {},
      failOn: new Set(),
      evidenceFile: { file: 'evidence.json', sha256: 'e'.repeat(64) },
    });
    expect(report.requirements.map((row) => row.id)).to.deep.equal(
      requirementsOf('server').map((one) => one.id),
    );
    expect(new Set(report.requirements.map((row) => row.outcome))).to.deep.equal(new Set(['untested']));
    expect(report.verdict).to.equal('inconclusive');
    expectValid(report);
  });

  it('a row has the number of broken implementations it detects, if known', () => {
    const catalogue = sampleCatalogue(['data/list-envelope', 'data/item-uri']);
    const report = sampleReport(sampleRun({}), { ...catalogue, kills: { 'data/item-uri': 3 } });
    expect(report.requirements.map((row) => row.killedMutants)).to.deep.equal([undefined, 3]);
    expectValid(JSON.parse(renderJson(report)));
  });

  it('counts are of requirements, and warnings are the failed recommended ones', () => {
    expect(mixedRun('x').report.counts).to.deep.equal({
      passed: 1,
      failed: 3,
      cantTell: 1,
      inapplicable: 1,
      untested: 1,
      warnings: 1,
    });
  });

  it('findings have their case, and those left out are counted', () => {
    const catalogue = sampleCatalogue(['data/list-envelope']);
    const cases = Array.from({ length: 1500 }, (_, n) => `case ${n}`);
    const run = sampleRun({ 'data/list-envelope': failed('y'.repeat(5000), cases) });
    const [row] = sampleReport(run, catalogue).requirements;
    expect(row?.findings.length).to.equal(200);
    expect(row?.findings[7]?.case).to.equal('case 7');
    expect(row?.findings[0]?.actual).to.match(/^y{2000}… \(3000 more characters\)$/);
    expect(row?.cases.length).to.equal(1000);
    expect(row?.truncated).to.deep.equal({ cases: 500, findings: 1300 });
  });

  it('a violation that repeats is shown three times, and counted', () => {
    const finding = { message: 'A page is short.', expected: '100', actual: '10' };
    const findings = Array.from({ length: 1706 }, (_, exchange) => ({ ...finding, exchange }));
    const cases = [{ name: '/students', outcome: 'failed' as const, findings }];
    const run = sampleRun({ 'data/list-envelope': { outcome: 'failed', cases } });
    const [row] = sampleReport(run, sampleCatalogue(['data/list-envelope'])).requirements;
    expect(row?.findings.map((one) => [one.message, one.exchange])).to.deep.equal([
      ['A page is short (1,706 times).', 0],
      ['A page is short.', 1],
      ['A page is short.', 2],
    ]);
    expect(row?.truncated).to.equal(undefined);
  });

  it('if many rows fail, each keeps some findings', () => {
    const { run, catalogue } = hugeRun(500, 80);
    const { requirements } = sampleReport(run, catalogue);
    expect(requirements.every((row) => row.findings.length === 40)).to.equal(true);
    expect(requirements[499]?.truncated).to.deep.equal({ cases: 0, findings: 40 });
  });

  it('an outcome that is not in the catalogue is a suite fault', () => {
    const run = sampleRun({ 'data/list-envelope': passed, 'data/no-such': passed });
    expect(() => sampleReport(run, sampleCatalogue(['data/list-envelope']))).to.throw(
      SuiteFault,
      'data/no-such',
    );
  });

  it('times come from the run', () => {
    const { report } = mixedRun('x');
    expect(report.startedAt).to.equal('2026-01-05T12:00:00.000Z');
    expect(report.durationMs).to.equal(61_500);
  });
});
