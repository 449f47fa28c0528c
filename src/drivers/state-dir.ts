import { mkdtemp, readdir, rm, rmdir } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../running.ts';
import { endStrays } from './strays.ts';

/** With host and process, so that a later run can tell what is left of a killed one. Containers may share the directory. */
const prefix = `clever-client-${hostname().replaceAll(/[^\w.]/g, '_')}-`;

/** Creates a state directory for the starts of a client in one scenario. */
export async function createStateDir(): Promise<string> {
  return await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
}

/** Removes a state directory with everything in it. */
export async function removeStateDir(stateDir: string): Promise<void> {
  // Most clients leave it empty, so one call suffices.
  await rmdir(stateDir).catch(() => rm(stateDir, { recursive: true, force: true }));
}

/** Removes the state directories of killed runs, and on Linux ends the clients that still use them. */
export async function sweepStateDirs(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(/^(\d{1,10})-/.exec(name.slice(prefix.length))?.[1]);
    if (!Number.isSafeInteger(pid) || isRunning(pid)) continue;
    const stateDir = join(tmpdir(), name);
    await endStrays(undefined, stateDir);
    // It may belong to another user.
    await removeStateDir(stateDir).catch(() => {});
  }
}
