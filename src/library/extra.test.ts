import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { SuiteFault, UsageError } from '../errors.ts';
import { withFolder } from '../testing.ts';
import { claim, each, judgeServer, NonConforming, type OwnReporter, violation } from './index.ts';
import { createSandbox } from './sandbox.ts';

const one = { requirements: ['data/list-envelope'], depth: 'quick' } as const;
const otherwise = { untested: 'nothing was requested' };
const never = claim('x-acme/never', {
  says: 'nothing is served',
  cases: ({ operations }) => operations.requested.filter(({ name }) => name === 'getSchools'),
  otherwise,
  assert: ({ served }) => each(served, () => violation('It is served.', { expected: 'nothing' })),
});

describe('own requirements in the library', function () {
  this.timeout(60_000);

  it('fail `assert` where failOn says so, and are judged in each version by itself', async () => {
    const apis = ['data-v3.0', 'data-v3.1'] as const;
    const verdict = await judgeServer({ ...one, apis, extra: [never], failOn: ['extra'] });
    expect([verdict.verdict, verdict.exitCode]).to.deep.equal(['conforming', 1]);
    expect(() => verdict.assert()).to.throw(NonConforming, '--fail-on extra');
    expect(verdict.report.extra?.[0]?.cases.map(({ name }) => name)).to.deep.equal([
      'v3.0 getSchools',
      'v3.1 getSchools',
    ]);
    const mild = await judgeServer({ ...one, extra: [never] });
    mild.assert();
  });

  it('pass nothing of a server that serves nothing', async () => {
    const headers = {
      'x-ratelimit-limit': '1200',
      'x-ratelimit-remaining': '1199',
      'x-ratelimit-reset': '60',
    };
    const fetch = () => Response.json({ data: [], links: [] }, { headers });
    const form = { says: 'it is there', cases: () => [{ name: 'all' }], otherwise, assert: () => {} };
    const extra = [claim('x-acme/always', form)];
    const { report } = await judgeServer({ ...one, target: { fetch }, token: 'a', extra });
    expect(report.extra?.[0]?.outcome).to.equal('cantTell');
    expect(report.extra?.[0]?.why).to.include('served no documented record');
  });

  it('are refused before a request where they are none', async () => {
    let requests = 0;
    const target = {
      fetch: () => {
        requests++;
        return new Response();
      },
    };
    for (const extra of [[never, never], [3 as never]]) {
      const error = await judgeServer({ target, token: 'a', extra }).catch((fault: Error) => fault);
      expect(error).to.be.instanceOf(UsageError);
    }
    expect(requests).to.equal(0);
  });

  it('and what own reporters write never has a captured value', async () => {
    const secret = 'Quetzalcoatlina';
    await using app = createSandbox({ students: 3 });
    const fetch = async (request: Request) => {
      const response = await app.fetch(request);
      const text = (await response.text()).replace(/"first":"[^"]*"/g, `"first":"${secret}"`);
      return new Response(text || null, { status: response.status, headers: response.headers });
    };
    const leaking = claim('x-acme/leaks', {
      says: `no student is named ${secret}`,
      cases: ({ operations }) => operations.requested.slice(0, 1),
      otherwise,
      assert: () => violation(`${secret} is here.`, { expected: secret, actual: secret }),
    });
    const verdict = await judgeServer({ ...one, target: { fetch }, token: app.token, extra: [leaking] });
    expect(verdict.report.extra?.[0]?.outcome).to.equal('failed');
    expect(JSON.stringify(verdict.report)).to.not.include(secret);
    await withFolder(async (folder) => {
      const leak: OwnReporter = () => ({ name: 'leak.txt', text: `a,b\n${secret},c\n` });
      const broken: OwnReporter = () => {
        throw new Error(`no ${secret}`);
      };
      const whole: OwnReporter = (report) => ({ name: 'whole.json', text: JSON.stringify(report, null, 2) });
      const error = await verdict
        .write(folder, { reporters: [leak, broken, whole] })
        .catch((fault: Error) => fault);
      expect(error).to.be.instanceOf(SuiteFault).with.property('message').that.includes('captured value');
      expect((error as Error).message).to.not.include(secret);
      expect(existsSync(join(folder, 'leak.txt'))).to.equal(false);
      expect(readFileSync(join(folder, 'whole.json'), 'utf8')).to.include('x-acme/leaks');
    });
  });
});
