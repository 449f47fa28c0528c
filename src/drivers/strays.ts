import { readdir, readFile } from 'node:fs/promises';

/**
 * Ends whatever a client left running: its process group, and on Linux also descendants that left the group, which are
 * known by the state folder in their environment, a name that nobody else has. Elsewhere such a descendant stays.
 */
export async function endStrays(pid: number, stateDir: string): Promise<void> {
  endGroup(pid);
  // A stray may have had a child while we looked.
  for (let round = 0; round < 3; round++) {
    const strays = await processesWith(`CLEVER_STATE_DIR=${stateDir}`);
    if (strays.length === 0) return;
    for (const stray of strays) end(stray);
  }
}

/** SIGKILL for the whole group that `pid` leads; none left is fine. */
export function endGroup(pid: number): void {
  end(-pid);
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone, which is what was wanted.
  }
}

async function processesWith(variable: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const names = await readdir('/proc').catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        // Only our own user's processes can be read at all.
        const environment = await readFile(`/proc/${name}/environ`, 'latin1').catch(() => '');
        return environment.split('\0').includes(variable) ? [Number(name)] : [];
      }),
  );
  return found.flat().filter((pid) => pid !== process.pid);
}
