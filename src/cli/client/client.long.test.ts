import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { exitCodes } from '../../errors.ts';
import { runCli, withFolder } from '../testing.ts';

const node = process.execPath;
const root = join(import.meta.dirname, '../../..');
const reference = join(root, 'examples/clients/reference.ts');
/** One short scenario is enough to see that a process is judged. */
const few = ['--scenario', 'pagination/full-walk', '--quiet'];
const reportIn = (cwd: string) => JSON.parse(readFileSync(join(cwd, 'reports/latest/report.json'), 'utf8'));

/** Judges a script that node runs, in a folder of its own. */
function judgeScript(text: string, flags: readonly string[] = few) {
  return withFolder(async (cwd) => {
    writeFileSync(join(cwd, 'client.mjs'), text);
    const startedMs = Date.now();
    const ended = await runCli(['client', ...flags, '--', node, 'client.mjs'], { cwd });
    const report = existsSync(join(cwd, 'reports/latest')) ? reportIn(cwd) : undefined;
    return { ...ended, report, tookMs: Date.now() - startedMs };
  });
}

const passed = (report: { requirements: { outcome: string; level: string }[] }) =>
  report.requirements.filter((row) => row.outcome === 'passed' && row.level === 'required');

describe('the verb client, each of a real process', function () {
  this.timeout(90_000);

  it('0: the reference client as a command', () =>
    withFolder(async (cwd) => {
      const { code, stdout, stderr } = await runCli(['client', ...few, '--', node, reference], { cwd });
      expect(code, stderr + stdout).to.equal(exitCodes.conforming);
      expect(reportIn(cwd)).to.deep.include({ side: 'client', verdict: 'conforming' });
      expect(reportIn(cwd).subject.kind).to.equal('command');
      for (const file of ['evidence.json.gz', 'junit.xml', 'report.html'])
        expect(existsSync(join(cwd, 'reports/latest', file)), file).to.equal(true);
    }));

  it('0: the reference client as a module, in virtual time', () =>
    withFolder(async (cwd) => {
      const flags = ['--module', reference, '--scenario', 'backoff/503*', '--json'];
      const { code, stdout, stderr } = await runCli(['client', ...flags], { cwd });
      expect(code, stderr).to.equal(exitCodes.conforming);
      expect(JSON.parse(stdout).subject).to.deep.equal({ kind: 'module', name: reference });
    }));

  it('1: a client that does nothing and exits 0 passes nothing', async () => {
    const { code, report } = await judgeScript('');
    expect(code).to.equal(exitCodes.nonConforming);
    expect(passed(report)).to.deep.equal([]);
  });

  it('4: a client that exits 1 before its first request; its last output is reported', async () => {
    const { code, stderr, report } = await judgeScript(
      'console.error("ModuleNotFoundError: requests"); process.exit(1)',
    );
    expect(code).to.equal(exitCodes.inconclusive);
    expect(stderr).to.match(/failed before its first request; it printed: ModuleNotFoundError: requests/);
    expect(report).to.equal(undefined);
  });

  it('5: a client that exits 1 without a request and without a word is judged, and passes nothing', async () => {
    const { code, report } = await judgeScript('process.exit(1)');
    expect(code).to.equal(exitCodes.nothingJudged);
    expect(passed(report)).to.deep.equal([]);
    expect(report.counts.untested).to.equal(report.requirements.length);
  });

  it('1: a client that asks once and exits 1 is judged', async () => {
    const { code, report } = await judgeScript(
      `await fetch(process.env.CLEVER_BASE_URL + '/v2.0/students'); process.exit(1)`,
    );
    expect(code).to.equal(exitCodes.nonConforming);
    expect(report.counts.passed).to.be.below(report.counts.failed + report.counts.untested);
  });

  it('1: a client that hammers is stopped at the request limit', async () => {
    const hammer = `const headers = { authorization: 'Bearer ' + process.env.CLEVER_TOKEN };
      for (;;) await fetch(process.env.CLEVER_BASE_URL + '/v2.0/students', { headers }).then((r) => r.text()).catch(() => {});`;
    const { code, stdout } = await judgeScript(hammer, [
      '--scenario',
      'rate-limit/429-with-reset-in-2-seconds',
    ]);
    expect(code, stdout).to.equal(exitCodes.nonConforming);
    expect(stdout)
      .to.include('stopped by the suite (request limit)')
      .and.match(/timeline {2}t=\d+\.\d{3} GET/);
  });

  it('4: a client that never exits and sends no request is stopped at the timeout', async () => {
    const { code, stderr, tookMs } = await judgeScript('setInterval(() => {}, 1000)', [
      ...few,
      '--timeout',
      '1',
    ]);
    expect(code).to.equal(exitCodes.inconclusive);
    expect(stderr).to.include('sent no request before the timeout');
    expect(tookMs).to.be.below(30_000);
  });

  it('1: a client that sends requests and never exits is stopped at the timeout, in every scenario', async () => {
    const script = `await fetch(process.env.CLEVER_BASE_URL + '/v2.0/students'); setInterval(() => {}, 1000)`;
    const { code, tookMs } = await judgeScript(script, [...few, '--timeout', '1']);
    expect(code).to.equal(exitCodes.nonConforming);
    expect(tookMs).to.be.below(30_000);
  });

  it('4: a client that prints a gigabyte is stopped at the output limit, and none of it is kept', async () => {
    const flood = `import { writeSync } from 'node:fs'; const piece = Buffer.alloc(1 << 20, 'x'); for (let n = 0; n < 1024; n++) writeSync(1, piece);`;
    const { code, stderr } = await judgeScript(flood);
    expect(code).to.equal(exitCodes.inconclusive);
    expect(stderr).to.include('exceeded the output limit').and.not.include('xxxx');
  });

  it('a client that forks leaves nothing running', async () => {
    const mark = `8${String(process.pid).padStart(7, '0')}`;
    const fork = `import { spawn } from 'node:child_process';
      spawn('sleep', ['${mark}'], { stdio: 'inherit' }).unref();
      spawn('sleep', ['${mark}'], { detached: true, stdio: 'inherit' }).unref();
      process.exit(0);`;
    const { code } = await judgeScript(fork);
    expect(code).to.equal(exitCodes.nonConforming);
    const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
    expect(running.filter((line) => line.startsWith(`sleep ${mark}`))).to.deep.equal([]);
  });

  it('4: a command that is not there, and a file that is not executable, are one clear line each', () =>
    withFolder(async (cwd) => {
      const missing = await runCli(['client', '--quiet', '--', 'no-such-command-here'], { cwd });
      expect(missing.code).to.equal(exitCodes.inconclusive);
      expect(missing.stderr).to.match(
        /^error: The client "no-such-command-here" could not be started: .*\n$/,
      );
      writeFileSync(join(cwd, 'sync.sh'), 'echo hello\n');
      chmodSync(join(cwd, 'sync.sh'), 0o644);
      const plain = await runCli(['client', '--quiet', '--', './sync.sh'], { cwd });
      expect(plain.code).to.equal(exitCodes.inconclusive);
      expect(plain.stderr).to.match(
        /^error: The client ".\/sync.sh" could not be started: it is not executable.*\n$/,
      );
    }));

  const misuses: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
    'no client at all': [[], /No client given\. Give the command that starts it after two dashes/],
    'a command and a module': [['--module', reference, '--', 'true'], /cannot be combined/],
    'a missing module': [
      ['--module', 'nowhere.ts'],
      /--module nowhere\.ts cannot be loaded: there is no such file/,
    ],
    'a module without run': [['--module', join(root, 'src/errors.ts')], /does not export a function "run"/],
    'a server requirement': [['--requirement', 'access/bearer-token', '--', 'true'], /applies to servers/],
    'an invalid job count': [['--jobs', '0', '--', 'true'], /--jobs "0" is not an integer/],
    'a variable that is not set': [['--env', 'NOT_SET', '--', 'true'], /--env NOT_SET is not set/],
    'a flag that would be ignored': [['--idle', '3', '--', 'true'], /--idle requires --listen/],
  };
  for (const [what, [args, says]] of Object.entries(misuses))
    it(`2: ${what}`, () =>
      withFolder(async (cwd) => {
        const { code, stderr } = await runCli(['client', ...args], { cwd });
        expect(code, stderr).to.equal(exitCodes.usage);
        expect(stderr).to.match(says);
        expect(existsSync(join(cwd, 'reports'))).to.equal(false);
      }));

  it('a client gets the variables that --env names, and no other of the user; a report has no value of either', () =>
    withFolder(async (cwd) => {
      const file = join(cwd, 'seen');
      writeFileSync(
        join(cwd, 'client.mjs'),
        `await fetch(process.env.CLEVER_BASE_URL + '/v2.0/students');
         (await import('node:fs')).writeFileSync(${JSON.stringify(file)}, [process.env.DB_URL, process.env.DB_PASS].join());`,
      );
      const command = ['--', node, 'client.mjs', '--key', 'hush-4711'];
      await runCli(['client', ...few, '--env', 'DB_URL', ...command], {
        cwd,
        env: { DB_URL: 'postgres://hush-4712', DB_PASS: 'hush-4713' },
      });
      expect(readFileSync(file, 'utf8')).to.equal('postgres://hush-4712,');
      const report = readFileSync(join(cwd, 'reports/latest/report.json'), 'utf8');
      expect(report).to.include('client.mjs --key …').and.not.match(/hush-/);
    }));

  it('5: a scenario that does not exist', () =>
    withFolder(async (cwd) => {
      const { code, stderr } = await runCli(['client', '--scenario', 'nope', '--', 'true'], { cwd });
      expect(code).to.equal(exitCodes.nothingJudged);
      expect(stderr).to.include('No scenario matches');
    }));

  it('130: Ctrl-C ends the client as well, and the reports are still written', () =>
    withFolder(async (cwd) => {
      writeFileSync(
        join(cwd, 'client.mjs'),
        `await fetch(process.env.CLEVER_BASE_URL + '/v2.0/students'); console.error('here');
         if (process.env.CLEVER_SCENARIO === 'pagination/trial') process.exit(0);
         (await import('node:fs')).writeFileSync('${join(cwd, 'pid')}', String(process.pid)); setInterval(() => {}, 1000);`,
      );
      const { code, stderr } = await runCli(['client', ...few, '--', node, 'client.mjs'], {
        cwd,
        onStart: ({ interrupt }) => {
          const timer = setInterval(() => {
            if (!existsSync(join(cwd, 'pid'))) return;
            clearInterval(timer);
            interrupt();
          }, 50);
        },
      });
      expect(code, stderr).to.equal(exitCodes.interrupted);
      expect(reportIn(cwd).verdict).to.equal('inconclusive');
      expect(() => process.kill(Number(readFileSync(join(cwd, 'pid'), 'utf8')), 0)).to.throw();
    }));

  it('--listen prints base URLs, waits for clients, and judges what does not need a reported result', () =>
    withFolder(async (cwd) => {
      const seen: string[] = [];
      const { code, stdout, stderr } = await runCli(['client', ...few, '--listen', '--idle', '1'], {
        cwd,
        onStart: ({ stdout: stream }) =>
          void stream.on('data', (text: string) => {
            for (const [, origin] of text.matchAll(/^(http:\/\/127\.0\.0\.1:\d+) {2}sync:students /gm)) {
              seen.push(origin ?? '');
              fetch(`${origin}/v2.0/students`, {
                headers: { authorization: 'Bearer sandbox-district-token' },
              });
            }
          }),
      });
      expect(seen).to.not.be.empty;
      expect(stderr).to.include('The token is sandbox-district-token');
      expect(code, stdout).to.equal(exitCodes.nonConforming);
      const held = reportIn(cwd).requirements.find(
        (row: { id: string }) => row.id === 'pagination/client-holds-each-record-once',
      );
      expect(held.outcome).to.equal('untested');
    }));
});
