import { accessSync, constants } from 'node:fs';
import { exitCodes } from '../../errors.ts';
import { packageRoot, version } from '../../package.ts';
import type { Io } from '../io.ts';
import type { VerbHost } from '../verb.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** `doctor`: checks whether this machine can run the suite. */
export function addDoctorVerb({ program, io, finish }: VerbHost): void {
  program
    .command('doctor')
    .summary('checks this environment')
    .description('Checks what the suite needs on this machine and reports how to fix what is missing.')
    .action(async () => {
      const checks = [checkNode(), await checkSandbox(), checkFolder(), checkToken(io)];
      for (const { name, ok, detail } of checks)
        io.stdout.write(`${ok ? 'ok ' : 'BAD'}  ${name.padEnd(10)} ${detail}\n`);
      finish(checks.every((one) => one.ok) ? exitCodes.conforming : exitCodes.usage);
    });
}

function checkNode(): Check {
  return {
    name: 'node',
    ok: true,
    detail: `${process.versions.node} at ${process.execPath}; clever-conformance ${version} at ${packageRoot}`,
  };
}

async function checkSandbox(): Promise<Check> {
  try {
    const { openSandboxTarget } = await import('../../targets/sandbox.ts');
    const target = openSandboxTarget({ seed: 1, students: 3 });
    const response = await target.fetch(
      new Request(`${target.origin}/v2.0/students`, { headers: { authorization: `Bearer ${target.token}` } }),
    );
    await target.close();
    return {
      name: 'sandbox',
      ok: response.status === 200,
      detail: `responds with ${response.status} in process`,
    };
  } catch (error) {
    return { name: 'sandbox', ok: false, detail: `does not start: ${String(error)}` };
  }
}

function checkFolder(): Check {
  try {
    accessSync('.', constants.W_OK);
    return { name: 'folder', ok: true, detail: 'reports can be written here' };
  } catch {
    return { name: 'folder', ok: false, detail: 'this directory is not writable; use --out DIR' };
  }
}

function checkToken(io: Io): Check {
  const isSet = Boolean(io.env.CLEVER_TOKEN);
  return {
    name: 'token',
    ok: true,
    detail: isSet
      ? 'CLEVER_TOKEN is set'
      : 'CLEVER_TOKEN is not set; only the embedded sandbox can be judged',
  };
}
