import { readdir, readFile } from 'node:fs/promises';

/**
 * Kills processes that a client left running: its process group, if it is known, and on Linux also descendants that left the group,
 * identified by the unique state directory in their environment. On other systems such descendants survive.
 */
export async function endStrays(pid: number | undefined, stateDir: string): Promise<void> {
  if (pid !== undefined) endGroup(pid);
  // A process may have forked during the search.
  for (let round = 0; round < 3; round++) {
    const strays = await processesWith(`CLEVER_STATE_DIR=${stateDir}`);
    if (strays.length === 0) return;
    for (const stray of strays) end(stray);
  }
}

/** Sends SIGKILL to the group led by `pid`; ignores a missing group. */
export function endGroup(pid: number): void {
  end(-pid);
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has already exited.
  }
}

async function processesWith(variable: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        // Only processes of the same user are readable.
        const environment = await readFile(`/proc/${name}/environ`, 'latin1').catch(() => '');
        return environment.split('\0').includes(variable) ? [Number(name)] : [];
      }),
  );
  return found.flat().filter((pid) => pid !== process.pid);
}
