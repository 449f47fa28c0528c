import { expect } from 'chai';
import {
  hostileTexts,
  hugeRun,
  mixedRun,
  passed,
  sampleCatalogue,
  sampleReport,
  sampleRun,
} from '../testing.ts';
import { renderConsole } from './console.ts';

describe('report/console', () => {
  it('the summary has categories, failures, warnings, untested requirements, the budget and the verdict', () => {
    const { catalogue, report, run } = mixedRun('bad');
    const plain = { ...run, subject: { kind: 'live' as const, name: 'https://api.example.test' } };
    const text = renderConsole({ ...report, subject: plain.subject }, plain, { catalogue });
    expect(text).to.contain('  events/type-known\n  if wrong  send what was asked for\n  rerun     npx');
    expect(text).to.contain('✗ pagination  0 of 2 passed · 1 failed · 1 warning');
    expect(text).to.contain('✓ data        1 of 2 passed · 1 warning');
    expect(text).to.contain('· rate-limit  0 of 1 passed · 1 untested');
    expect(text).to.contain(
      [
        'Failed: 1 requirement, 1 cause',
        '',
        '✗ bad',
        '  pagination/ids-ascend (required, 2 cases)  the claim of pagination/ids-ascend',
        '  data/undocumented-field (observed, 1 case)  the claim of data/undocumented-field',
        '  pagination/full-pages (recommended, 1 case)  the claim of pagination/full-pages',
        '  case      bad',
        '  expected  bad',
        '  actual    bad',
        "  request   curl -sS -i --globoff --path-as-is -X POST -H \"authorization: Bearer $CLEVER_TOKEN\" -H 'x-a: bad' --data-raw bad 'https://api.example.test/v2.0/students?x=bad'",
        '  fix       send what was asked for',
        '  rerun     npx clever-conformance server --target https://api.example.test --requirement pagination/ids-ascend',
      ].join('\n'),
    );
    expect(text).to.contain('   1  the target cannot be put into states: rate-limit/window-refills');
    expect(text).to.contain(
      "Sent     412 requests, at most 240 in a minute. Allowed: at most 240 requests a minute (20 % of the server's limit of 1200).",
    );
    expect(text).to.match(
      /Failed checks: pagination\/ids-ascend\n4 of 7 requirements judged: 1 passed · 1 failed · 2 warnings · 1 cannot tell · 1 untested · 1 inapplicable\nnon-conforming: 1 of 4 required checks failed, 2 tested. https:\/\/api.example.test\n$/,
    );
  });

  it('what three reasons or more begin with is printed once', () => {
    const ids = ['data/list-envelope', 'data/item-uri', 'data/single-envelope'] as const;
    const text = (...whys: readonly string[]) => {
      const rows = whys.map((why, at) => [ids[at] ?? '', { outcome: 'untested', why, cases: [] }] as const);
      const run = sampleRun(Object.fromEntries(rows));
      const catalogue = sampleCatalogue(ids.slice(0, whys.length));
      return renderConsole(sampleReport(run, catalogue), run, { catalogue, verbose: true });
    };
    expect(text('none: a', 'none: b', 'none: c')).to.contain(
      '  3  none:\n     - a: data/list-envelope\n     - b: data/item-uri\n     - c: data/single-envelope\n',
    );
    expect(text('none: a', 'none: b')).to.contain('  1  none: a\n     data/list-envelope\n');
  });

  it('reasons that differ only in the steps that they name share a line', () => {
    const ids = ['data/list-envelope', 'data/item-uri'] as const;
    const why = (step: string) =>
      ({ outcome: 'untested', why: `the client never reached the step “${step}”`, cases: [] }) as const;
    const run = sampleRun({ 'data/list-envelope': why('page 2'), 'data/item-uri': why('page 3') });
    const catalogue = sampleCatalogue(ids);
    expect(renderConsole(sampleReport(run, catalogue), run, { catalogue })).to.contain(
      '   2  the client never reached a step: data/list-envelope, data/item-uri\n',
    );
  });

  it('verbose prints the findings of every requirement, with its source, fix and rerun', () => {
    const { catalogue, report, run } = mixedRun('bad');
    const text = renderConsole(report, run, { catalogue, verbose: true });
    for (const id of ['data/undocumented-field', 'pagination/full-pages'])
      expect(text).to.match(
        new RegExp(`${id} [^]*?\\n  found     bad\\n[^]*?\\n  source    Overview[^]*?--requirement ${id}\\n`),
      );
  });

  it('colour is used only if enabled', () => {
    const { catalogue, report, run } = mixedRun('bad');
    expect(renderConsole(report, run, { catalogue })).not.to.contain('\x1b');
    expect(renderConsole(report, run, { catalogue, color: true })).to.contain('\x1b[31m✗\x1b[39m');
  });

  it('quiet prints a line for each failure, and the verdict', () => {
    const { catalogue, report, run } = mixedRun('bad');
    expect(renderConsole(report, run, { catalogue, quiet: true }).split('\n')).to.have.length(4);
  });

  it('a conforming run is short', () => {
    const catalogue = sampleCatalogue(['data/list-envelope']);
    const run = sampleRun({ 'data/list-envelope': passed });
    const text = renderConsole(sampleReport(run, catalogue), run, { catalogue });
    expect(text.split('\n').length).to.be.at.most(8);
    expect(text).to.contain('conforming: 1 of 1 required check. https://api.example.test\n');
  });

  it('text of a server controls neither the terminal nor the CI that reads the log', () => {
    for (const hostile of hostileTexts) {
      const { catalogue, report, run } = mixedRun(hostile);
      const text = renderConsole(report, run, { catalogue });
      expect(text).to.match(/^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]*$/);
      for (const line of text.split('\n')) expect(line).not.to.match(/^\s*::|##[a-z]*\[/i);
    }
  });

  it('the summary stays readable with thousands of failures', () => {
    const { run, catalogue } = hugeRun(500, 80);
    const text = renderConsole(sampleReport(run, catalogue), run, { catalogue });
    expect(text.split('\n').length).to.be.below(100);
    expect(text).to.contain('… and 492 more requirements, in report.html').and.to.contain(', and 440 more\n');
  });
});
