import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import { SaxesParser } from 'saxes';
import { Parser as TapParser } from 'tap-parser';
import type { Report } from '../model/report.ts';
import {
  failed,
  greenRun,
  hardTexts,
  hostileTexts,
  mixedRun,
  passed,
  sampleCatalogue,
  sampleReport,
  sampleRun,
  untested,
} from '../testing.ts';
import { renderBadge, renderBadgeJson } from './badge.ts';
import { renderCtrf } from './ctrf.ts';
import { renderInToto } from './in-toto.ts';
import { renderJson } from './json.ts';
import { defaultFiles, reporters } from './reporters.ts';

const hostile = [...hostileTexts, ...hardTexts];

/** Runs that must be red, each with the ids that make it so. */
function redRuns() {
  const catalogue = sampleCatalogue(['data/a', 'recommended:data/b']);
  const broken = sampleRun({ 'data/a': failed(), 'data/b': failed() });
  const refused = sampleRun(
    { 'data/a': passed, 'data/b': passed },
    { inconclusive: 'the token was refused' },
  );
  const excused = sampleRun({ 'data/a': passed, 'data/b': passed });
  const baseline = [{ id: 'data/a', case: 'students', reason: 'known', expires: '2026-03-01' }];
  return [
    { catalogue, run: broken, report: sampleReport(broken, catalogue) },
    { catalogue, run: refused, report: sampleReport(refused, catalogue) },
    { catalogue, run: excused, report: sampleReport(excused, catalogue, { baseline }) },
  ];
}

describe('machine formats', () => {
  it('the same report gives the same bytes in every format', () => {
    for (const [name, render] of Object.entries(reporters)) {
      const [one, two] = [mixedRun('bad'), mixedRun('bad')].map(({ report, run, catalogue }) =>
        render(report, run, catalogue),
      );
      expect(one, name).to.equal(two);
      expect(one, name).to.not.equal('');
    }
    expect(Object.keys(defaultFiles)).to.deep.equal(Object.keys(reporters));
  });

  describe('TAP', () => {
    const read = ({ report, run, catalogue }: ReturnType<typeof mixedRun>) =>
      new Promise<{ ok: boolean; results: ReturnType<typeof tally>; names: string[] }>((resolve) => {
        const names: string[] = [];
        const parser = new TapParser({ strict: true }, (results) =>
          resolve({ ok: results.ok, results: tally(results), names }),
        );
        parser.on('assert', (one) => names.push(one.name));
        parser.on('extra', (text) => names.push(`extra: ${text}`));
        parser.end(renderTapOf(report, run, catalogue));
      });
    const renderTapOf = reporters.tap;
    const tally = (results: { count: number; pass: number; fail: number; skip: number; todo: number }) => ({
      count: results.count,
      fail: results.fail,
      skip: results.skip,
      todo: results.todo,
    });

    it('a strict parser reads a point per requirement; warnings are todo, the undecided are skipped', async () => {
      const { ok, results } = await read(mixedRun('bad'));
      expect(ok).to.equal(false);
      expect(results).to.deep.equal({ count: 7, fail: 3, skip: 3, todo: 2 });
      expect((await read(greenRun())).ok).to.equal(true);
    });

    it('it fails whenever the verdict does', async () => {
      for (const one of redRuns()) expect((await read(one)).ok, one.report.verdict).to.equal(false);
    });

    it('hostile text adds neither points nor lines', async () => {
      for (const text of hostile) {
        const { results, names } = await read(mixedRun(text));
        expect(results.count).to.equal(7);
        expect(names.filter((one) => one.startsWith('extra'))).to.deep.equal([]);
      }
    });
  });

  describe('CTRF', () => {
    const require = createRequire(import.meta.url);
    const schema = JSON.parse(
      readFileSync(require.resolve('ctrf').replace(/index\.cjs$/, 'ctrf-schema-0.0.json'), 'utf8'),
    );
    const ajv = new Ajv({ allErrors: true, strict: false });
    (addFormats as unknown as (ajv: Ajv) => void)(ajv);
    const validate = ajv.compile(schema);

    it('its published schema accepts it with any text', () => {
      for (const text of ['bad', ...hostile]) {
        const { report, run, catalogue } = mixedRun(text);
        const document = JSON.parse(renderCtrf(report, run, catalogue));
        validate(document);
        expect(validate.errors, text.slice(0, 40)).to.equal(null);
      }
    });

    it('tallies are right, and it fails whenever the verdict does', () => {
      const { report, run, catalogue } = mixedRun('bad');
      expect(JSON.parse(renderCtrf(report, run, catalogue)).results.summary).to.deep.include({
        tests: 7,
        passed: 1,
        failed: 1,
        skipped: 3,
        pending: 0,
        other: 2,
        duration: 61_500,
      });
      const failures = (one: ReturnType<typeof greenRun>) =>
        JSON.parse(renderCtrf(one.report, one.run, one.catalogue)).results.summary.failed;
      expect(failures(greenRun())).to.equal(0);
      for (const one of redRuns()) expect(failures(one)).to.be.above(0);
    });
  });

  it('the name that the user gave stands in place of the address', () => {
    const { run, catalogue, report } = mixedRun('https://api.example.test');
    const named = { ...report, about: { name: 'District mock' } };
    for (const name of ['text', 'markdown', 'github', 'ctrf', 'tap', 'badge'] as const) {
      expect(reporters[name](named, run, catalogue), name).to.contain('District mock');
      expect(reporters[name](report, run, catalogue), name).not.to.contain('District mock');
    }
  });

  describe('badge', () => {
    const verdicts: readonly (readonly [Report, RegExp])[] = [
      [greenRun().report, /^2\/2$/],
      [mixedRun('bad').report, /^1\/4 failed$/],
      [{ ...greenRun().report, verdict: 'inconclusive' }, /^inconclusive$/],
    ];

    it('is short, as well-formed SVG and as JSON for shields, with verdict, version and date as its title', () => {
      for (const [report, says] of verdicts) {
        const svg = renderBadge(report);
        const parser = new SaxesParser({ xmlns: true });
        parser.on('error', (error) => expect.fail(String(error)));
        parser.write(svg).close();
        expect(svg).to.match(/<title>[^<]*conclusive|<title>[^<]*conforming[^<]* 0\.1\.0, 2026-01-05</);
        expect(Number(/width="(\d+)"/.exec(svg)?.[1])).to.be.below(200);
        const json = JSON.parse(renderBadgeJson(report));
        expect(json).to.include({ schemaVersion: 1, label: 'Clever API' });
        expect(json.message).to.match(says);
      }
    });

    it('a partial run has a different colour than a complete one', () => {
      const { run, catalogue } = greenRun();
      const part = {
        ...run,
        outcomes: run.outcomes.map((one) => ({ ...one, outcome: untested, notSelected: true as const })),
      };
      const colors = [
        sampleReport(run, catalogue),
        sampleReport(part, catalogue),
        mixedRun('bad').report,
      ].map((report) => JSON.parse(renderBadgeJson(report)).color);
      expect(new Set(colors).size).to.equal(3);
    });
  });

  describe('in-toto', () => {
    it('is a statement about the report and its evidence, with a test result', () => {
      const { report, run, catalogue } = mixedRun('bad');
      const statement = JSON.parse(renderInToto(report, run, catalogue));
      expect(statement._type).to.equal('https://in-toto.io/Statement/v1');
      expect(statement.predicateType).to.equal('https://in-toto.io/attestation/test-result/v0.1');
      expect(statement.subject).to.deep.equal([
        {
          name: 'report.json',
          digest: { sha256: createHash('sha256').update(renderJson(report)).digest('hex') },
        },
        { name: 'evidence.json', digest: { sha256: 'e'.repeat(64) } },
      ]);
      expect(statement.predicate).to.deep.include({
        result: 'FAILED',
        passedTests: ['data/list-envelope'],
        warnedTests: ['data/undocumented-field', 'pagination/full-pages'],
        failedTests: ['pagination/ids-ascend'],
      });
      expect(statement.predicate.configuration[0].digest.sha256).to.equal('c'.repeat(64));
    });

    it('only a complete run without failures has passed', () => {
      const result = ({ report, run, catalogue }: ReturnType<typeof greenRun>) =>
        JSON.parse(renderInToto(report, run, catalogue)).predicate.result;
      expect(result(greenRun())).to.equal('PASSED');
      for (const one of redRuns()) expect(result(one)).to.equal('FAILED');
      const catalogue = sampleCatalogue(['data/a', 'recommended:data/b']);
      const run = sampleRun({ 'data/a': passed, 'data/b': failed() });
      expect(result({ catalogue, run, report: sampleReport(run, catalogue) })).to.equal('WARNED');
    });
  });
});
