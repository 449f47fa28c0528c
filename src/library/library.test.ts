import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { harOf } from '../captures/formats/har-testing.ts';
import { overPort, walk } from '../captures/testing.ts';
import { createCleverClient } from '../client/index.ts';
import { createVirtualClock } from '../clock.ts';
import type { ClientModule } from '../drivers/driver.ts';
import { UsageError } from '../errors.ts';
import { withNock } from '../recordings/nock-testing.ts';
import { withFolder } from '../testing.ts';
import { definitions, recordings } from './fixtures.ts';
import {
  explain,
  judgeCapture,
  judgeClient,
  judgeEvidence,
  judgeServer,
  NonConforming,
  requirements,
} from './index.ts';
import { conformance } from './runner.ts';
import { createSandbox } from './sandbox.ts';

/** Reads the first page only. */
const firstPage: ClientModule = async ({ baseUrl, token, dataVersion, job, fetch }) => {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${baseUrl}/${dataVersion}/${job.replace('sync:', '')}`, { headers });
  const { data } = (await response.json()) as { data: readonly { data: { id: string } }[] };
  return { complete: true, ids: data.map((one) => one.data.id) };
};
const wholeList: ClientModule = async ({ dataVersion, job, ...options }) => {
  const ids: string[] = [];
  for await (const { id } of createCleverClient(options).records(
    `/${dataVersion}/${job.replace('sync:', '')}`,
  ))
    ids.push(String(id));
  return { complete: true, ids };
};
const walks = { grep: 'pagination/client-*', scenario: 'pagination/*' } as const;

describe('the library', function () {
  this.timeout(60_000);

  it('judges a client that is a function, and says what it does wrong', async () => {
    const verdict = await judgeClient(firstPage, { ...walks, name: 'first page' });
    expect([verdict.verdict, verdict.exitCode]).to.deep.equal(['non-conforming', 1]);
    expect(verdict.outcomeOf('pagination/client-follows-next').findings).to.have.length.above(0);
    expect(() => verdict.outcomeOf('pagination/next-walk-complete')).to.throw(
      UsageError,
      'requirement of a client',
    );
    expect(() => verdict.assert()).to.throw(NonConforming, 'first page');
    expect((await judgeClient(wholeList, walks)).verdict).to.equal('conforming');
  });

  it('judges an application without a port, and writes the reports', async () => {
    await using app = createSandbox({ students: 30 });
    const verdict = await judgeServer({ target: app, token: app.token, grep: 'pagination/next*' });
    expect(String(verdict)).to.match(/conforming as far as tested: .*http:\/\/app\.localhost/s);
    verdict.assert();
    expect(app.requests.length).to.be.above(10);
    expect(app.requests.every((one) => one.method === 'GET')).to.equal(true);
    await withFolder(async (folder) => {
      const files = await verdict.write(join(folder, 'report'), { reporters: ['markdown'] });
      expect(files.map((one) => existsSync(one))).to.deep.equal(files.map(() => true));
      expect(files.map((one) => one.slice(folder.length + 8))).to.include.members([
        'report.json',
        'summary.md',
      ]);
      const again = await judgeEvidence(join(folder, 'report'));
      expect(again.report.requirements).to.deep.equal(verdict.report.requirements);
    });
  });

  it('judges both sides of a capture', () =>
    withFolder(async (folder) => {
      const caught = await overPort((get) => walk(get, '/v2.0/students?limit=10'));
      writeFileSync(join(folder, 'walk.har'), harOf(caught, 'chrome'));
      const { server, client } = await judgeCapture(join(folder, 'walk.har'));
      expect([server?.verdict, client?.verdict]).to.deep.equal(['conforming', 'conforming']);
      const one = await judgeCapture(join(folder, 'walk.har'), { side: 'server', grep: 'pagination/' });
      expect([one.server?.outcomeOf('pagination/next-while-more').outcome, one.client]).to.deep.equal([
        'passed',
        undefined,
      ]);
    }));

  it('refuses what is wrong with its options', async () => {
    for (const [wrong, text] of [
      [judgeServer({ target: 'https://api.example.test' }), 'needs a token'],
      [judgeServer({ requirements: ['pagination/next-while-mor' as never] }), 'There is no requirement'],
      [
        judgeServer({ requirements: ['pagination/client-follows-next'] }),
        'excluded by another filter, or applies to clients',
      ],
      [judgeClient(firstPage, { api: 'lms-v3.1' }), 'no version of the Data API'],
    ] as const) {
      const fault: unknown = await wrong.then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(fault, text).to.be.instanceOf(UsageError).with.property('message').that.includes(text);
    }
    expect(explain('pagination/next-while-more')).to.include('pagination/next-while-more');
    expect(requirements.length).to.be.above(150);
  });
});

describe('a sandbox as a test double', () => {
  it('answers in process and on a port, with the states it is set to, and tells what it was asked', async () => {
    await using sandbox = createSandbox({ students: 12, clock: createVirtualClock() });
    await sandbox.set.nextAnswers([{ status: 503 }]);
    const { origin } = await sandbox.listen();
    const ask = async (path: string, fetched: typeof fetch | typeof sandbox.fetch) =>
      (await fetched(`${origin}${path}`, { headers: { authorization: `Bearer ${sandbox.token}` } })).status;
    expect(await ask('/v2.0/students', fetch)).to.equal(503);
    expect(await ask('/v3.1/users?role=student', sandbox.fetch)).to.equal(200);
    await sandbox.set.bucketHas(0);
    expect(await ask('/v2.0/students', fetch)).to.equal(429);
    expect(sandbox.requests.map(({ path, status }) => [path, status])).to.deep.equal([
      ['/v2.0/students', 503],
      ['/v3.1/users?role=student', 200],
      ['/v2.0/students', 429],
    ]);
    const { id } = await sandbox.set.created('students');
    expect(id).to.match(/^[0-9a-f]{24}$/);
    await sandbox.reset();
    expect([sandbox.requests.length, await ask(`/v2.0/students/${id}`, fetch)]).to.deep.equal([0, 404]);
    const refused: unknown = await sandbox.set.ended('nonsense').catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(UsageError);
  });
});

describe('recordings as fixtures', () => {
  it('answer a client at its own origin, with its own token', async () => {
    expect(recordings).to.include('access/bearer-token');
    await withNock(async (nock) => {
      nock.define(definitions('access/bearer-token', { origin: 'https://api.example.test', token: 'mine' }));
      const response = await fetch('https://api.example.test/v2.0/students', {
        headers: { authorization: 'Bearer mine' },
      });
      expect([response.status, Object.keys((await response.json()) as object)]).to.deep.equal([
        200,
        ['data', 'links'],
      ]);
    });
    expect(() => definitions('access/bearer-tokn')).to.throw(UsageError, 'no recording');
  });
});

describe('tests for another runner', () => {
  it('fail for what counts, skip what was not decided, and pass the rest', async () => {
    const { report } = await judgeClient(firstPage, walks);
    const seen: string[] = [];
    const it = Object.assign(
      (name: string, test: () => void) => {
        expect(test.length).to.equal(0);
        try {
          test();
          seen.push(`passed ${name}`);
        } catch (error) {
          seen.push(`failed ${(error as Error).message}`);
        }
      },
      { skip: (name: string) => seen.push(`skipped ${name}`) },
    );
    conformance({ describe: (_, define) => define(), it }, { report });
    const count = (word: string) => seen.filter((one) => one.startsWith(word)).length;
    const cases = report.requirements.filter((row) => !row.notSelected).flatMap(({ cases: all }) => all);
    expect(count('passed'))
      .to.equal(cases.filter((one) => one.outcome === 'passed').length)
      .above(0);
    expect(count('failed pagination/client-follows-next: ')).to.be.above(0);
    expect(count('skipped')).to.be.above(0);
  });
});
