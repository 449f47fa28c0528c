import { expect } from 'chai';
import { createProgress } from './progress.ts';

function record(options: { isTty?: boolean; quiet?: boolean; ci?: boolean; columns?: number }): string {
  let written = '';
  const stream = {
    columns: options.columns ?? 80,
    write: (text: string) => {
      written += text;
    },
  };
  const { isTty = false, quiet = false, ci = false } = options;
  const progress = createProgress({ stream, isTty, quiet, ci, now: () => 0 });
  progress.step('data', 0, 4, 'list-envelope');
  progress.step('data', 1, 4, 'item-uri');
  progress.step('pagination', 2, 4, 'ids\x1b[2J-ascend');
  progress.done();
  progress.done();
  return written;
}

describe('report/progress', () => {
  it('a terminal has one live line, which is cleared once', () => {
    expect(record({ isTty: true }).split('\r\x1b[2K')).to.deep.equal([
      '',
      '╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 0/4  data  list-envelope',
      '━━━━╌╌╌╌╌╌╌╌╌╌╌╌ 1/4  data  item-uri',
      '━━━━━━━━╌╌╌╌╌╌╌╌ 2/4  pagination  ids\\x1b[2J-ascend',
      '',
    ]);
  });

  it('the live line never wraps', () => {
    for (const line of record({ isTty: true, columns: 20 }).split('\r\x1b[2K'))
      expect(line.length).to.be.below(20);
  });

  it('elsewhere, and in CI even on a terminal, each tenth of the run has a plain line', () => {
    const plain = '0 % (0/4)  data\n20 % (1/4)  data\n50 % (2/4)  pagination\n';
    expect(record({})).to.equal(plain);
    expect(record({ isTty: true, ci: true })).to.equal(plain);
  });

  it('a plain run has at most eleven lines, with the time that is left once it is known', () => {
    let nowMs = 0;
    let written = '';
    const stream = { write: (text: string) => (written += text) };
    const progress = createProgress({ stream, isTty: false, quiet: false, ci: true, now: () => nowMs });
    for (let done = 0; done <= 200; done++) {
      progress.step('backoff', done, 200, 'x');
      nowMs += 1000;
    }
    expect(written.split('\n')).to.have.length(12);
    expect(written).to.match(
      /^0 % \(0\/200\) {2}backoff\n10 % \(20\/200\) {2}backoff {2}about 3 minutes left\n/,
    );
    expect(written)
      .to.include('80 % (160/200)  backoff  about 40 s left\n')
      .and.match(/100 % \(200\/200\) {2}backoff\n$/);
  });

  it('quiet writes nothing', () => {
    expect(record({ quiet: true, isTty: true }) + record({ quiet: true })).to.equal('');
  });
});
