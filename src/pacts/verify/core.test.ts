import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { SuiteFault } from '../../errors.ts';
import { openSandboxTarget } from '../../targets/sandbox.ts';
import { committed, only } from '../testing.ts';
import { coreFault } from './core.ts';
import { coreEnvironment, quietSwitches } from './environment.ts';
import { verifyPact } from './verify.ts';

const run = promisify(execFile);
const core = join(import.meta.dirname, 'core.ts');

/** Loader hooks: block packages, or print the environment switches at load time. */
const hook = (body: string) =>
  `data:text/javascript,${encodeURIComponent(`import { registerHooks } from 'node:module'; registerHooks({ ${body} });`)}`;

describe("Pact's native core", function () {
  this.timeout(60_000);

  it('is loaded with every switch against telemetry set', async () => {
    const printSwitches = hook(`load(url, context, next) {
      if (/pact-core\\/dist\\/index/.test(url)) process.stdout.write(JSON.stringify(process.env) + '\\n');
      return next(url, context);
    }`);
    for (const load of ['loadVerifier', 'loadPact']) {
      const { stdout } = await run(
        process.execPath,
        [
          '--import',
          printSwitches,
          '--input-type=module',
          '-e',
          `const core = await import('${core}'); await core.${load}();`,
        ],
        {
          env: { PATH: process.env.PATH ?? '', PACT_DO_NOT_TRACK: 'false' },
        },
      );
      expect(JSON.parse(stdout.split('\n')[0] ?? ''), load).to.include(quietSwitches);
    }
  });

  it('that is not installed is a suite fault with one line and a fix', async () => {
    const refuse = hook(`resolve(name, context, next) {
      if (!name.startsWith('@pact-foundation')) return next(name, context);
      throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
    }`);
    for (const load of ['loadVerifier', 'loadPact']) {
      const script = `const core = await import('${core}');
        try { await core.${load}(); } catch (fault) { console.log(fault.code, fault.message, fault.remedy); }`;
      const { stdout } = await run(process.execPath, [
        '--import',
        refuse,
        '--input-type=module',
        '-e',
        script,
      ]);
      expect(stdout, load)
        .to.contain('CC_SUITE')
        .and.to.contain('the optional package @pact-foundation/pact is not installed')
        .and.to.contain('npm install');
    }
  });

  it('that does not load is recognized by its error', () => {
    const fault = coreFault(new TypeError("Cannot read properties of undefined (reading 'pactffiVersion')"));
    expect(fault).to.be.instanceOf(SuiteFault);
    expect(fault.message).to.contain('missing or does not load on this machine');
  });

  it('is not loaded from a directory that others can write', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
    const target = openSandboxTarget({ seed: 1, students: 20 });
    try {
      const pact = only(await committed('data-v2.0'), 'the list at /terms');
      const env = { ...process.env, PACT_PREBUILD_PACKAGE_LOCATION: folder };
      const signal = new AbortController().signal;
      const fault = await verifyPact(pact, { target, env, signal }).catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(SuiteFault);
      expect((fault as Error).message).to.contain("Couldn't find npm package");
    } finally {
      await target.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the environment of the native core', () => {
  it('contains no token, no inherited Pact switch, and a proxy only for a broker', () => {
    const env = {
      PATH: '/bin',
      CLEVER_TOKEN: 'secret',
      PACT_BROKER_TOKEN: 'secret',
      PACT_DESCRIPTION: 'one interaction only',
      PACT_DO_NOT_TRACK: 'false',
      HTTPS_PROXY: 'http://proxy.example.test',
      NO_PROXY: 'intranet.example.test',
    };
    expect(coreEnvironment(env, false)).to.deep.equal({
      PATH: '/bin',
      ...quietSwitches,
      NO_PROXY: 'intranet.example.test,127.0.0.1,localhost',
      no_proxy: 'intranet.example.test,127.0.0.1,localhost',
    });
    expect(coreEnvironment(env, true)).to.include({ HTTPS_PROXY: 'http://proxy.example.test' });
  });
});
