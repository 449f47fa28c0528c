import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { harOf } from '../../src/captures/formats/har-testing.ts';
import { overPort } from '../../src/captures/testing.ts';
import { type Ended, runCli, withFolder, withServer } from '../../src/cli/testing.ts';

const id = (at: number) => `5f${String(9 - at).padStart(22, '0')}`;
const server =
  (header: string, value: string) => (_: unknown, response: import('node:http').ServerResponse) => {
    response.setHeader('content-type', 'application/json');
    response.setHeader(header, value);
    const data = Array.from({ length: 5 }, (_, at) => ({ data: { id: id(at) }, uri: '/x' }));
    response.end(JSON.stringify({ data }));
  };
const verdictIn = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { verdict: string }).verdict;

describe('the leak guard leaves an honest run its verdict', function () {
  this.timeout(60_000);

  it('of a client that prints the headers and bodies that it was served', async () => {
    await withFolder(async (cwd) => {
      writeFileSync(
        join(cwd, 'client.mjs'),
        `const at = process.env.CLEVER_BASE_URL + '/v2.0/students?limit=1000';
const r = await fetch(at, { headers: { Authorization: 'Bearer ' + process.env.CLEVER_TOKEN } });
console.error('failed', { status: r.status, headers: Object.fromEntries(r.headers) }, await r.text());
process.exit(1);`,
      );
      const args = [
        '--scenario',
        'errors/413-in-mid-walk',
        '--out',
        'out',
        '--',
        process.execPath,
        'client.mjs',
      ];
      const { code, stderr } = await runCli(['client', ...args], { cwd });
      expect([1, 5], stderr).to.include(code);
      expect(stderr).to.not.include('Withheld');
      expect(existsSync(join(cwd, 'out', 'report.html'))).to.equal(true);
    });
  });

  it('of a server with an odd number in a rate-limit header', async () => {
    await withFolder((cwd) =>
      withServer(server('X-RateLimit-Limit', '1e308'), async (origin) => {
        const args = ['--target', origin, '--grep', 'rate-limit/', '--out', 'out', '--quiet'];
        const ended = await runCli(['server', ...args], { cwd, env: { CLEVER_TOKEN: 'an-unknown-token' } });
        expect(ended.code, ended.stderr).to.equal(1);
        expect(verdictIn(join(cwd, 'out'))).to.equal('non-conforming');
        expect(ended.stderr).to.not.include('Withheld');
      }),
    );
  });

  /** A browser's capture of the sandbox, in the words of this machine's own system. */
  async function judged(cwd: string, change: (har: string) => string): Promise<Ended> {
    const caught = await overPort(async (get) => void (await get('/v2.0/students?limit=40')));
    const system =
      { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux';
    for (const one of caught)
      one.headers.push(
        ['sec-ch-ua-platform', `"${system}"`],
        ['user-agent', `Mozilla/5.0 (X11; ${system} x86_64) Node/${process.versions.node}`],
        ['accept', 'image/avif,image/webp,*/*;q=0.8'],
      );
    writeFileSync(join(cwd, 'a.har'), change(harOf(caught, 'chrome')));
    return runCli(['judge', 'a.har', '--out', 'out'], { cwd });
  }

  it('of a capture made on the same system as the report', () =>
    withFolder(async (cwd) => {
      const { code, stderr } = await judged(cwd, (har) => har);
      expect(code, stderr).to.equal(0);
      expect(stderr).to.not.include('Withheld');
      expect(readFileSync(join(cwd, 'out', 'client', 'report.json'), 'utf8')).to.include(process.platform);
    }));
});
