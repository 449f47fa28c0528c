import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import { createCleverClient } from '../../../client/index.ts';
import { withFolder } from '../../../testing.ts';
import { idsWith, inVirtualTime, judgeTrafficOf } from '../../testing.ts';
import { createTrafficCollector, type Traffic } from '../captured.ts';
import { type Caught, harOf } from '../har-testing.ts';
import { kindOfFile } from '../kind.ts';
import { type CaptureKind, readCapture } from '../read-capture.ts';
import { storedDialects } from './stored-testing.ts';

/** Three pages of students, and a record. */
async function reading(): Promise<Caught[]> {
  return await inVirtualTime(async ({ fetch, clock, sandbox }) => {
    const { token } = sandbox;
    const clever = createCleverClient({ token, baseUrl: 'https://api.clever.com', fetch, clock });
    let id = '';
    for await (const page of clever.pages('/students', { query: { limit: 10 } })) {
      id = page.records[0]?.id ?? '';
      await clock.sleep(5000);
    }
    const headers = { authorization: `Bearer ${token}` };
    await fetch(new Request(`https://api.clever.com/v2.0/students/${id}`, { headers }));
  });
}

async function readBack(path: string): Promise<Traffic> {
  const collector = createTrafficCollector();
  await readCapture(path, (await kindOfFile(path)) as CaptureKind, collector);
  return collector.finish(1);
}

const gist = ({ exchanges }: Traffic) =>
  exchanges.map(({ request, response }) => [
    request.method,
    request.path,
    request.headers.authorization,
    response?.status,
    response?.headers['x-ratelimit-remaining'],
    response?.body,
  ]);

describe('what other tools record for replays', () => {
  let caught: Caught[];
  let expected: ReturnType<typeof gist>;
  before(async () => {
    caught = await reading();
    await withFolder(async (folder) => {
      const file = join(folder, 'a.har');
      writeFileSync(file, harOf(caught));
      expected = gist(await readBack(file));
    });
  });

  for (const [tool, write] of Object.entries(storedDialects))
    it(`is read like a HAR file: ${tool}`, () =>
      withFolder(async (folder) => {
        const file = join(folder, 'recording');
        writeFileSync(file, write(caught));
        const traffic = await readBack(file);
        expect(gist(traffic)).to.deep.equal(expected);
        const { server, client } = judgeTrafficOf(traffic);
        expect(idsWith(server, 'failed', 'cantTell')).to.deep.equal([]);
        expect(idsWith(client, 'failed')).to.deep.equal([]);
        expect(idsWith(server, 'passed')).to.include('pagination/next-walk-complete');
      }));

  it('is judged for the server only if it has no times', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'recording');
      const undated = caught.map((one) => ({
        ...one,
        answerHeaders: one.answerHeaders.filter(([name]) => name.toLowerCase() !== 'date'),
      }));
      writeFileSync(file, storedDialects.nock?.(undated) ?? '');
      const traffic = await readBack(file);
      expect(traffic.isUntimed).to.equal(true);
      const { server, runs } = judgeTrafficOf(traffic);
      expect(runs).to.equal(1);
      expect(idsWith(server, 'failed')).to.deep.equal([]);
      expect(idsWith(server, 'passed')).to.include('pagination/ids-ascend');
    }));

  it('finds what a recorded server does wrong', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'recording');
      const broken = structuredClone(caught);
      const [first] = broken;
      if (first) first.answer = first.answer.replace('"rel":"next"', '"rel":"onward"');
      writeFileSync(file, storedDialects.vcrpy?.(broken) ?? '');
      expect(idsWith(judgeTrafficOf(await readBack(file)).server, 'failed')).to.include(
        'pagination/link-rels-known',
      );
    }));

  /** The HAR file that Playwright writes, with its bodies by name. */
  function attached() {
    const har = JSON.parse(harOf(caught)) as {
      log: { entries: { response: { content: Record<string, unknown> } }[] };
    };
    const bodies: Record<string, string> = {};
    for (const [at, { response }] of har.log.entries.entries()) {
      const { text, ...content } = response.content;
      bodies[`b0d1e5${at}.json`] = String(text);
      response.content = { ...content, _file: `b0d1e5${at}.json` };
    }
    return { har: JSON.stringify(har), bodies };
  }

  it('is read with the bodies that a HAR file names', () =>
    withFolder(async (folder) => {
      const { har, bodies } = attached();
      writeFileSync(join(folder, 'a.har'), har);
      for (const [name, body] of Object.entries(bodies)) writeFileSync(join(folder, name), body);
      expect(gist(await readBack(join(folder, 'a.har')))).to.deep.equal(expected);
    }));

  it('is read from an archive', () =>
    withFolder(async (folder) => {
      const { har, bodies } = attached();
      const files = Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, strToU8(body)]));
      writeFileSync(join(folder, 'a.zip'), zipSync({ 'har.har': strToU8(har), ...files }));
      expect(gist(await readBack(join(folder, 'a.zip')))).to.deep.equal(expected);
    }));

  it('takes a body that is missing, a link, or elsewhere for one that was not kept', () =>
    withFolder(async (folder) => {
      const { har, bodies } = attached();
      const [first = '', second = ''] = Object.keys(bodies);
      mkdirSync(join(folder, 'in'));
      writeFileSync(join(folder, 'outside.json'), bodies[first] ?? '');
      symlinkSync(join(folder, 'outside.json'), join(folder, 'in', second));
      writeFileSync(join(folder, 'in', 'a.har'), har.replace(first, '../outside.json'));
      const { exchanges } = await readBack(join(folder, 'in', 'a.har'));
      expect(exchanges.map(({ response }) => response?.notKept)).to.deep.equal(exchanges.map(() => 'body'));
    }));

  it('does not unpack more than the limit', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'a.zip');
      writeFileSync(file, zipSync({ 'a.har': new Uint8Array(201 * 1024 * 1024) }, { level: 1 }));
      const fault = await readBack(file).catch((error: unknown) => error as Error);
      expect(fault).to.be.instanceOf(Error).and.have.property('message').that.includes('larger than 200 MiB');
    }));
});
