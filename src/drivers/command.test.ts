import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { systemClock } from '../clock.ts';
import { InconclusiveError } from '../errors.ts';
import { type CommandOptions, createCommandDriver } from './command.ts';

const node = process.execPath;

describe('a client as a command', () => {
  let stateDir = '';
  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'clever-driver-'));
  });
  afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

  function start(
    command: readonly [string, ...string[]],
    options: Partial<CommandOptions> = {},
    limitMs?: number,
  ) {
    const driver = createCommandDriver({ command, env: process.env, timeoutMs: 20_000, ...options });
    const started = driver.start({
      scenario: 'pagination/sample',
      baseUrl: 'http://127.0.0.1:1',
      token: 'secret-token',
      dataVersion: 'v2.0',
      job: 'sync:students',
      input: {},
      stateDir,
      limitMs,
      fetch: () => Promise.reject(new Error('not used')),
      clock: systemClock,
    });
    return { ...started, ended: started.ended.finally(driver.close) };
  }
  const script = (text: string): [string, ...string[]] => [node, '-e', text];

  it('exit 0 reports complete, any other exit incomplete', async () => {
    const id = '5f0000000000000000000001';
    expect(await start(script(`console.log('${id}'); console.error('hm')`)).ended).to.deep.equal({
      says: 'complete',
      ids: [id],
      said: 'hm',
      endedBy: 'itself',
      exit: 0,
    });
    const incomplete = { says: 'incomplete', endedBy: 'itself' };
    expect(await start(script('process.exitCode = 3')).ended).to.include({ ...incomplete, exit: 3 });
    expect(
      await start(script('process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 9e9)')).ended,
    ).to.include({ ...incomplete, exit: 'SIGTERM' });
  });

  it('runs without a shell, so shell syntax stays text', async () => {
    const { said } = await start([node, '-e', 'console.log(process.argv[1])', '$(id); `id` | cat > x']).ended;
    expect(said).to.equal('$(id); `id` | cat > x');
  });

  it('is stopped by timeout, output limit, or kill, and then never reports complete', async () => {
    const hang = script('setInterval(() => {}, 1000)');
    const late = { says: 'incomplete', endedBy: 'time' };
    expect(await start(hang, { timeoutMs: 100 }).ended).to.include(late);
    expect(await start(hang, { timeoutMs: Number.POSITIVE_INFINITY }, 100).ended).to.include(late);
    let printed = '';
    const onOutput = (piece: Buffer) => {
      printed += piece;
    };
    await start(script("console.log('a'); console.error('b')"), { onOutput }).ended;
    expect([...printed.trim().split('\n')].toSorted()).to.deep.equal(['a', 'b']);
    const flood = script("for (;;) require('fs').writeSync(1, 'x'.repeat(65536) + '\\n')");
    const flooded = await start(flood, { maxOutputBytes: 1024 * 1024 }).ended;
    expect(flooded).to.include({ says: 'incomplete', endedBy: 'output' });
    expect(flooded.said.length).to.be.below(5_000);
    const many = script(
      "console.log('5f0000000000000000000001\\n'.repeat(200_000)); setInterval(() => {}, 1000)",
    );
    const reported = await start(many).ended;
    expect(reported).to.include({ says: 'incomplete', endedBy: 'output' });
    expect(reported.ids).to.deep.equal([]);
    const killed = start(hang);
    killed.kill();
    expect(await killed.ended).to.include({ says: 'incomplete', endedBy: 'kill' });
  });

  it('leaves no process running: children of the group, and on Linux those that left it', async function () {
    if (process.platform === 'win32') this.skip();
    const mark = `9${String(process.pid).padStart(7, '0')}`;
    const fork = `const { spawn } = require('child_process');
      for (const detached of [false, true])
        spawn('sleep', ['${mark}'], { detached, stdio: ['ignore', 'inherit', 'inherit'] }).unref();
      console.log('forked'); process.exit(0)`;
    const startedMs = Date.now();
    const claim = await start(script(fork)).ended;
    expect(claim).to.include({ says: 'complete', said: 'forked', endedBy: 'itself' });
    expect(Date.now() - startedMs).to.be.below(10_000);
    const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    const left = running.split('\n').filter((line) => line.startsWith(`sleep ${mark}`));
    expect(left).to.deep.equal([]);
  });

  it('that cannot be started is reported in one line', async () => {
    const file = join(stateDir, 'client.txt');
    writeFileSync(file, 'hello');
    const faultOf = (command: string) => start([command]).ended.catch((error: unknown) => error);
    const missing = (await faultOf('no-such-command-here')) as InconclusiveError;
    expect(missing).to.be.instanceOf(InconclusiveError);
    expect(missing.message).to.equal(
      'The client "no-such-command-here" could not be started: command not found.',
    );
    expect(((await faultOf(file)) as InconclusiveError).message).to.include('it is not executable');
    expect(((await faultOf(stateDir)) as InconclusiveError).message).to.include('could not be started');
  });
});
