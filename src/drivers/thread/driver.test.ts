import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createVirtualClock } from '../../clock.ts';
import { InconclusiveError, InterruptedError, UsageError } from '../../errors.ts';
import type { Served } from '../served.ts';
import { createThreadDriver, type ThreadDriver } from './driver.ts';
import type { ThreadLimits } from './messages.ts';

const page: Served = {
  status: 200,
  headers: [['Content-Type', 'application/json']],
  body: '{"data":[]}',
  delayMs: 0,
  endless: false,
};
/** Short, so that the tests are; the silence has to be longer than the tick of the watch. */
const limits: Partial<ThreadLimits> = { silenceMs: 400, realMs: 120_000, memoryMib: 64, outputBytes: 10_000 };
const get = 'await fetch(baseUrl);';
const runs = (body: string) => `export async function run({ baseUrl, fetch, clock, stateDir }) { ${body} }`;

describe('a module in a thread', function () {
  this.timeout(30_000);
  let folder = '';
  let driver: ThreadDriver | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clever-thread-'));
  });
  afterEach(() => {
    driver?.close();
    driver = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(text: string, more: Partial<ThreadLimits> = {}, signal = new AbortController().signal) {
    const file = join(folder, 'client.mjs');
    writeFileSync(file, text);
    driver = await createThreadDriver({ file, option: '--module', signal, limits: { ...limits, ...more } });
    return driver;
  }

  function start(served: Partial<Served> = {}, onRequest = () => {}) {
    if (!driver) throw new Error('no driver was opened');
    const clock = createVirtualClock();
    const startMs = clock.now();
    const seen: string[] = [];
    const { ended, kill } = driver.start({
      scenario: 'pagination/sample',
      baseUrl: 'http://sandbox.localhost',
      token: 't',
      dataVersion: 'v2.0',
      job: 'sync:students',
      input: { a: [1] },
      stateDir: folder,
      fetch: () => Promise.reject(new Error('not used')),
      clock,
      virtual: {
        clock,
        receive: async ({ method, path, body }) => {
          onRequest();
          const text = await body;
          seen.push(`${method} ${path}${text === undefined ? '' : ` ${text}`} at ${clock.now() - startMs}`);
          return {
            served: { ...page, ...served },
            markSent: () => seen.push(`sent at ${clock.now() - startMs}`),
            fail: (message) => seen.push(message),
          };
        },
      },
    });
    return { ended, kill, seen, passedMs: () => clock.now() - startMs };
  }

  async function endingOf(body: string) {
    await open(runs(body));
    return await start().ended;
  }

  it('reports what it returns, with its requests and the virtual time of each', async () => {
    await open(
      runs(`${get} await clock.sleep(60_000);
        await fetch(baseUrl + '/a?b', { method: 'POST', body: 'text' }); await clock.sleep(500);
        return { complete: true, ids: ['a', 1], said: 'well' };`),
    );
    const { ended, seen, passedMs } = start();
    expect(await ended).to.deep.equal({ says: 'complete', ids: ['a', '1'], said: 'well', endedBy: 'itself' });
    expect(seen).to.deep.equal(['GET / at 0', 'sent at 0', 'POST /a?b text at 60000', 'sent at 60000']);
    expect(passedMs()).to.equal(60_500);
  });

  it('waits in virtual time for a late response', async () => {
    await open(runs(`${get} return { complete: true, ids: [] };`));
    const { ended, seen } = start({ delayMs: 30_000 });
    expect((await ended).says).to.equal('complete');
    expect(seen).to.deep.equal(['GET / at 0', 'sent at 30000']);
  });

  it('is loaded once for all its starts, as long as they return', async () => {
    await open(`let loads = 0; loads++; let starts = 0;
      export async function run() { return { complete: true, ids: [loads, ++starts] }; }`);
    expect((await start().ended).ids).to.deep.equal(['1', '1']);
    expect((await start().ended).ids).to.deep.equal(['1', '2']);
  });

  it('gets a new thread after a start that leaves something running', async () => {
    await open(`let starts = 0;
      export async function run() { setTimeout(() => { throw new Error('late'); }, 100); return { complete: true, ids: [++starts] }; }`);
    for (let n = 0; n < 2; n++)
      expect(await start().ended)
        .to.include({ says: 'complete', endedBy: 'itself' })
        .and.deep.include({ ids: ['1'] });
  });

  const endings: Readonly<Record<string, readonly [body: string, endedBy: string, said: RegExp]>> = {
    'that calls process.exit(0)': [`${get} process.exit(0);`, 'exit', /^process\.exit\(0\)$/],
    'that kills its own process': [`${get} process.kill(process.pid);`, 'exit', /process\.kill\(\d+\)/],
    'that sets an exit code and exits': [
      `process.on('exit', () => { process.exitCode = 0; }); process.exit(7);`,
      'exit',
      /process\.exit/,
    ],
    'that aborts its process': [`${get} process.abort();`, 'itself', /abort\(\) is not supported/],
    'that throws in a timer': [
      `setTimeout(() => { throw new Error('in a timer'); }); ${get} await new Promise(() => {});`,
      'crash',
      /^in a timer$/,
    ],
    'with an unhandled rejection': [
      `Promise.reject(new Error('unhandled')); ${get} await new Promise(() => {});`,
      'crash',
      /^unhandled$/,
    ],
    'that overflows its stack': [`${get} const f = () => f() + 1; f();`, 'itself', /call stack/],
    'that never settles': [`${get} await new Promise(() => {});`, 'time', /^$/],
    'that never yields': [`${get} for (;;);`, 'time', /^$/],
    'that waits on a real timer': [`${get} await new Promise((go) => setTimeout(go, 60_000));`, 'time', /^$/],
    'that prints without end': [`for (;;) console.log('x'.repeat(1000));`, 'output', /^x/],
    'that returns no ids': [`return { complete: true };`, 'itself', /gave back no \{complete, ids\}/],
    'with ids that cannot be read': [
      `return { complete: true, ids: [{ toString() { throw new Error('no id'); } }] };`,
      'itself',
      /no id/,
    ],
  };
  for (const [what, [body, endedBy, said]] of Object.entries(endings))
    it(`${what} reports incomplete, and how it ended is known`, async () => {
      const claim = await endingOf(body);
      expect(claim).to.include({ says: 'incomplete', endedBy });
      expect(claim.said).to.match(said);
    });

  for (const [what, piece] of Object.entries({
    heap: 'new Array(1e5).fill(1.5)',
    buffers: 'Buffer.alloc(1e6, 1)',
  }))
    it(`that fills its ${what} is stopped at the memory limit`, async () => {
      await open(runs(`const all = []; for (;;) all.push(${piece});`), { silenceMs: 20_000 });
      expect(await start().ended).to.include({ says: 'incomplete', endedBy: 'memory' });
    });

  it('that spends real time without end is stopped, even if it sleeps in virtual time', async () => {
    await open(runs(`for (;;) await clock.sleep(0);`), { realMs: 600 });
    expect((await start().ended).endedBy).to.equal('time');
  });

  it('what it prints is other output, of limited length', async () => {
    const { said } = await endingOf(
      `console.log('first'); console.error('second'); return { complete: true, ids: [], said: 'result' };`,
    );
    expect(said).to.equal('result\nfirst\nsecond');
  });

  it('requests that were under way at a kill do not count', async () => {
    await open(runs('await Promise.all([1, 2, 3, 4, 5].map((n) => fetch(baseUrl + "/" + n)));'));
    const running = start({}, () => {
      // Meanwhile the thread sends the others.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      running.kill();
    });
    expect(await running.ended).to.include({ says: 'incomplete', endedBy: 'kill' });
    expect(running.seen.filter((one) => one.startsWith('GET'))).to.deep.equal(['GET /1 at 0']);
  });

  it('an interruption ends what is running, and what is started later at once', async () => {
    const abort = new AbortController();
    await open(runs(`${get} await new Promise(() => {});`), { silenceMs: 60_000 }, abort.signal);
    const { ended } = start();
    abort.abort();
    expect((await ended).endedBy).to.equal('kill');
    expect((await start().ended).endedBy).to.equal('kill');
  });

  const unloadable: Readonly<Record<string, readonly [text: string, fault: unknown, says: RegExp]>> = {
    'that is not JavaScript': [
      'export async function run( {',
      InconclusiveError,
      /could not be loaded: .+\. Try|\.$/,
    ],
    'that throws': ['throw new Error("no\\nsecond")', InconclusiveError, /could not be loaded: no\.$/],
    'that exits': [
      'process.exit(0); export const run = 1;',
      InconclusiveError,
      /it called process\.exit\(0\)\.$/,
    ],
    'that never settles': ['await new Promise(() => {});', InconclusiveError, /did not finish in time\.$/],
    'that never yields': ['for (;;);', InconclusiveError, /did not finish in time\.$/],
    'without run': ['export const run = 1;', UsageError, /does not export a function "run"\.$/],
  };
  for (const [what, [text, kind, says]] of Object.entries(unloadable))
    it(`${what} when it is loaded is one clear error`, async () => {
      const fault = await open(text, { loadMs: 1_000 }).catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(kind);
      expect((fault as Error).message).to.match(says);
    });

  it('an interruption while it is loaded is reported as one', async () => {
    const abort = new AbortController();
    const opening = open('await new Promise(() => {});', {}, abort.signal).catch((error: unknown) => error);
    setTimeout(() => abort.abort(), 50);
    expect(await opening).to.be.instanceOf(InterruptedError);
  });
});
