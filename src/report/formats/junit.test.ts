import { expect } from 'chai';
import { SaxesParser } from 'saxes';
import type { Outcome } from '../../outcome.ts';
import {
  failed,
  hostileTexts,
  hugeRun,
  mixedRun,
  outcomeWith,
  passed,
  sampleCatalogue,
  sampleReport,
  sampleRun,
  untested,
} from '../testing.ts';
import { renderJunit } from './junit.ts';

interface Testcase {
  readonly suite: string;
  readonly classname: string;
  readonly name: string;
  readonly kind: string;
  readonly message: string;
  readonly text: string;
  /** What stands in `system-out`. */
  readonly out?: string;
}

/** Reads the file with a strict parser, which throws at anything that is not well-formed XML 1.0. */
function read(xml: string): {
  cases: Testcase[];
  suites: Record<string, string>[];
  all: Record<string, string>;
  properties: Record<string, string>;
} {
  const cases: Testcase[] = [];
  const suites: Record<string, string>[] = [];
  const properties: Record<string, string> = {};
  let all: Record<string, string> = {};
  let isOut = false;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'testsuites') all = attributes;
    else if (name === 'testsuite') suites.push(attributes);
    else if (name === 'testcase') {
      const { classname = '', name: own = '' } = attributes;
      cases.push({
        suite: suites.at(-1)?.name ?? '',
        classname,
        name: own,
        kind: 'passed',
        message: '',
        text: '',
      });
    } else if (name === 'property') properties[attributes.name ?? ''] = attributes.value ?? '';
    else if (name === 'system-out') isOut = true;
    else if (name !== 'properties')
      cases.push({ ...(cases.pop() as Testcase), kind: name, message: attributes.message ?? '' });
  });
  parser.on('text', (text) => {
    const last = cases.at(-1);
    if (last && isOut && text.trim() !== '') cases.push({ ...(cases.pop() as Testcase), out: text });
    else if (last && text.trim() !== '') cases.push({ ...(cases.pop() as Testcase), text: last.text + text });
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'system-out') isOut = false;
  });
  parser.write(xml).close();
  return { cases, suites, all, properties };
}

function render(
  outcomes: Readonly<Record<string, Outcome>>,
  ids: readonly string[],
  over = {},
  runOver = {},
) {
  const catalogue = sampleCatalogue(ids);
  const run = sampleRun(outcomes, runOver);
  return read(renderJunit(sampleReport(run, catalogue, over), run, catalogue));
}

describe('report/junit', () => {
  it('there is a suite per category and a testcase per case, and the tallies are right', () => {
    const { run, catalogue, report } = mixedRun('bad');
    const { cases, suites, all } = read(renderJunit(report, run, catalogue));
    expect(cases.map((one) => [one.suite, one.name, one.kind])).to.deep.equal(
      [
        ['data', 'data/list-envelope: students', 'passed'],
        ['data', 'data/list-envelope: teachers', 'passed'],
        ['data', 'data/undocumented-field: students', 'skipped'],
        ['pagination', 'pagination/ids-ascend: bad', 'failure'],
        ['pagination', 'pagination/ids-ascend: bad (2)', 'failure'],
        ['pagination', 'pagination/ids-ascend: students', 'failure'],
        ['pagination', 'pagination/full-pages: bad', 'skipped'],
        ['rate-limit', 'rate-limit/window-refills', 'skipped'],
        ['access', 'access/test-token: students', 'skipped'],
        ['events', 'events/type-known: students', 'skipped'],
      ].sort((a, b) => order.indexOf(a[0] ?? '') - order.indexOf(b[0] ?? '')),
    );
    expect(all).to.deep.include({ tests: '10', failures: '3', errors: '0', skipped: '5', time: '61.500' });
    expect(suites[1]).to.deep.include({
      name: 'pagination',
      tests: '4',
      failures: '3',
      timestamp: '2026-01-05T12:00:00',
    });
    const failure = cases.find((one) => one.kind === 'failure');
    expect(failure?.text).to.match(
      /expected: bad\nactual: bad\nrequest: curl .*\$CLEVER_TOKEN|request: curl/,
    );
    expect(failure?.text).to.contain('documented in: Overview and Best Practices, API version 2.0: paging');
    expect(failure?.text).to.contain(
      'how to fix: send what was asked for\nrerun: npx clever-conformance server',
    );
  });

  it('says what was judged and by what, and names the files of a failure', () => {
    const ids = ['data/a'];
    const outputs = { students: { ending: 'exited with code 1', lines: ['KeyError'] } };
    const { properties, cases } = render(
      { 'data/a': failed('no', ['students', 'teachers']) },
      ids,
      {},
      { outputs },
    );
    expect(properties).to.include({
      subject: 'https://api.example.test',
      'subject kind': 'live',
      side: 'server',
      catalogue: '1.0.0',
      seed: '1',
      node: 'v24.21.0',
    });
    expect(cases.map(({ out }) => out)).to.deep.equal([
      '[[ATTACHMENT|report.html]]\n[[ATTACHMENT|output/students.txt]]',
      '[[ATTACHMENT|report.html]]',
    ]);
  });

  it('warnings, cantTell and untested are skipped with the reason', () => {
    const { run, catalogue, report } = mixedRun('bad');
    const messages = read(renderJunit(report, run, catalogue))
      .cases.filter((one) => one.kind === 'skipped')
      .map((one) => one.message);
    expect(messages).to.have.members([
      'warning: bad',
      'warning: bad',
      'untested: the target cannot be put into states',
      'cannot tell: bad',
      'inapplicable: only a sandbox knows TEST_TOKEN',
    ]);
  });

  it('the file is red when the verdict is', () => {
    const ids = ['data/a', 'recommended:data/b'];
    const green = { 'data/a': passed, 'data/b': passed };
    const redOf = (...args: Parameters<typeof render>) =>
      render(...args)
        .cases.filter((one) => one.kind === 'failure' || one.kind === 'error')
        .map((one) => `${one.kind} ${one.name}`);
    expect(redOf(green, ids)).to.deep.equal([]);
    expect(redOf({ ...green, 'data/b': failed() }, ids)).to.deep.equal([]);
    expect(redOf({ ...green, 'data/b': failed() }, ids, { failOn: new Set(['recommended']) })).to.deep.equal([
      'failure data/b: students',
    ]);
    expect(redOf({ ...green, 'data/a': untested }, ids, { failOn: new Set(['untested']) })).to.deep.equal([
      'failure data/a',
    ]);
    expect(redOf({ 'data/a': untested, 'data/b': untested }, ids)).to.deep.equal([
      'error the subject could be judged',
    ]);
    expect(redOf(green, ids, {}, { inconclusive: 'refused' })).to.deep.equal([
      'error the subject could be judged',
    ]);
    const baseline = [{ id: 'data/a', case: 'students', reason: 'known', expires: '2026-03-01' }];
    expect(redOf(green, ids, { baseline })).to.deep.equal(['failure baseline data/a: students']);
    expect(redOf({ ...green, 'data/a': failed() }, ids, { baseline })).to.deep.equal([]);
  });

  it('hostile text leaves it well-formed, with names that stay unique', () => {
    for (const text of [...hostileTexts, 'x'.repeat(5 * 1024 * 1024), hostileTexts.join('').repeat(100)]) {
      const { run, catalogue, report } = mixedRun(text);
      const { cases } = read(renderJunit(report, run, catalogue));
      expect(new Set(cases.map((one) => one.name)).size).to.equal(cases.length);
    }
  });

  it('a name that looks like a numbered twin stays unique', () => {
    const names = ['x (2)', 'x', 'x', 'x (2)', 'x'];
    const outcome = outcomeWith(...names.map((name) => ({ name, outcome: 'passed', findings: [] }) as const));
    const { cases } = render({ 'data/a': outcome }, ['data/a']);
    expect(cases.map((one) => one.name.slice(8))).to.deep.equal([
      'x (2)',
      'x',
      'x (3)',
      'x (2) (2)',
      'x (4)',
    ]);
  });

  it('500 requirements with 80,000 cases stay below what GitLab reads, with a note of what was folded', () => {
    const { run, catalogue } = hugeRun(500, 160);
    const xml = renderJunit(sampleReport(run, catalogue), run, catalogue);
    expect(xml.length).to.be.below(30_000_000);
    const { cases } = read(xml);
    expect(cases.length).to.be.at.most(20_000);
    expect(cases.at(-1)?.name).to.match(/: \d+ more cases$/);
    expect(xml).to.contain('80000 cases; at most 40 per requirement');
  });
});

const order = ['data', 'pagination', 'rate-limit', 'errors', 'access', 'events'];
