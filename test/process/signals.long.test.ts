import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { withFolder, withServer } from '../../src/cli/testing.ts';
import { cutShort } from '../../src/cli/verb.ts';
import { exitCodes, InterruptedError } from '../../src/errors.ts';
import { hasReports, isAlive, startCli, until } from './testing.ts';

/** Sends one request, starts a process of its own, says so in files, and hangs. */
const hanging = `
  import { spawn } from 'node:child_process';
  import { appendFileSync } from 'node:fs';
  await fetch(process.env.CLEVER_BASE_URL + '/v2.0/students');
  if (process.env.CLEVER_SCENARIO === 'pagination/trial') process.exit(0);
  const child = spawn('sleep', ['600'], { stdio: 'ignore' });
  appendFileSync(process.argv[2], process.pid + ' ' + child.pid + '\\n');
  setInterval(() => {}, 1000);
`;

/** A HAR file with as many reads of the list of students. */
function captureOf(reads: number): string {
  const data = [{ data: { id: '0123456789abcdef01234567', district: 'd' }, uri: '/v2.0/students/0' }];
  const text = JSON.stringify({ data, links: [{ rel: 'self', uri: '/v2.0/students' }] });
  const entries = Array.from({ length: reads }, (_, at) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 5) + at * 100).toISOString(),
    time: 10,
    request: { method: 'GET', url: 'https://api.example.test/v2.0/students', headers: [] },
    response: { status: 200, headers: [{ name: 'Date', value: 'x' }], content: { text } },
  }));
  return JSON.stringify({ log: { version: '1.2', entries } });
}

describe('a signal', function () {
  this.timeout(60_000);

  for (const signal of ['SIGHUP', 'SIGTERM', 'SIGINT'] as const)
    it(`${signal} ends the processes of a client, writes the reports, and gives 130`, async function () {
      if (process.platform === 'win32') this.skip();
      await withFolder(async (cwd) => {
        writeFileSync(join(cwd, 'client.mjs'), hanging);
        const pids = join(cwd, 'pids');
        const command = ['--', process.execPath, 'client.mjs', pids];
        const { child, ended } = startCli(
          ['client', '--scenario', 'pagination/full-walk', '--quiet', ...command],
          cwd,
        );
        await until(() => existsSync(pids));
        child.kill(signal);
        const { code, stderr } = await ended;
        expect(code, stderr).to.equal(exitCodes.interrupted);
        expect(hasReports(cwd)).to.equal(true);
        const started = readFileSync(pids, 'utf8').trim().split(/\s/).map(Number);
        expect(started).to.have.length(2);
        expect(started.filter(isAlive)).to.deep.equal([]);
      });
    });

  it('ends the judging of a capture, leaves no file half written, and gives 130', () =>
    withFolder(async (cwd) => {
      writeFileSync(join(cwd, 'walk.har'), captureOf(2000));
      const { child, ended } = startCli(['judge', 'walk.har', '--out', 'out', '--quiet'], cwd);
      // Made when the traffic is read, and before the server is judged.
      await until(() => existsSync(join(cwd, 'out')));
      child.kill('SIGTERM');
      const { code, stderr } = await ended;
      expect(code, stderr).to.equal(exitCodes.interrupted);
      expect(stderr).to.equal('error: Interrupted. Run it again for a result.\n');
      const written = readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' });
      expect(written.filter((name) => name.startsWith('client'))).to.deep.equal([]);
      const reports = written.filter((name) => name.endsWith('report.json'));
      for (const name of reports) JSON.parse(readFileSync(join(cwd, 'out', name), 'utf8'));
    }));

  it('ends a verb that waits for a server and has nothing to clean up', () =>
    withFolder(async (cwd) => {
      const entry = { section_id: 's', assignment_id: 'a', createdAt: 1, state: 'created' };
      let arrived = () => {};
      const request = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      await withServer(
        () => arrived(),
        async (origin) => {
          writeFileSync(join(cwd, 'journal'), `${JSON.stringify({ origin, ...entry })}\n`);
          const args = ['cleanup', '--journal', 'journal', '--target', origin];
          const { child, ended } = startCli(args, cwd, undefined, { CLEVER_TOKEN: 't' });
          await request;
          child.kill('SIGHUP');
          const { code, stderr } = await ended;
          expect(code).to.equal(exitCodes.interrupted);
          expect(stderr).to.equal('error: Interrupted. Run it again for a result.\n');
        },
      );
    }));

  it('a verb that has ended is not cut short, and one that has not is', async () => {
    const abort = new AbortController();
    const io = { stdout: process.stdout, stderr: process.stderr, env: {}, signal: abort.signal };
    expect(await cutShort(io, Promise.resolve(exitCodes.nonConforming))).to.equal(exitCodes.nonConforming);
    const cut = cutShort(io, new Promise(() => {})).catch((error: unknown) => error);
    abort.abort();
    expect(await cut).to.be.instanceOf(InterruptedError);
  });
});
