import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, root, runAndKill } from './process.ts';

const verb = [bin, 'record', '--quiet', '--grep', 'errors/'];
const sandboxes = ['1', '2'];

/** Writes both recordings in turn until killed. Prints a line before the first. */
const writer = `
  import { readFileSync, readdirSync } from 'node:fs';
  import { join } from 'node:path';
  import { writeRecording } from ${JSON.stringify(join(root, 'src/recordings/writer.ts'))};
  const read = (folder) => new Map(readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.json')).sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const [one, other, out] = process.argv.slice(-3);
  const both = [read(one), read(other)];
  process.stdout.write('ready');
  for (let at = 0; ; at++) await writeRecording(out, both[at % 2]);
`;

/**
 * Kills `record` with SIGKILL at random times and checks the files: each must be either the old or the new one. Three of
 * four are killed while writing repeatedly; the others at any time of their run. Throws at the first fault.
 */
export async function killRecordings(
  kills: number,
  random: () => number,
  say: (line: string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'clever-conformance-kill-'));
  const out = join(folder, 'recordings');
  try {
    const versions: Map<string, string>[] = [];
    let wholeMs = 0;
    for (const seed of sandboxes) {
      const at = join(folder, `version-${seed}`);
      wholeMs = (await runAndKill([...verb, '--seed', seed, '--out', at], undefined)).tookMs;
      versions.push(filesIn(at));
    }
    await runAndKill([...verb, '--seed', '1', '--out', out], undefined);

    const startedMs = Date.now();
    const seen = { mixed: 0, orphans: 0, changed: 0 };
    let last = filesIn(out).get('index.json');
    for (let at = 0; at < kills; at++) {
      if (at % 4 === 3)
        await runAndKill([...verb, '--seed', sandboxes[at % 2] ?? '1', '--out', out], {
          signal: 'SIGKILL',
          afterMs: random() * wholeMs,
        });
      else {
        const folders = sandboxes.map((seed) => join(folder, `version-${seed}`));
        const shot = { signal: 'SIGKILL', afterMs: random() * 200, waitFor: 'ready' } as const;
        await runAndKill(['--input-type=module-typescript', '-e', writer, '--', ...folders, out], shot);
      }
      const left = filesIn(out);
      const from = new Set<number>();
      for (const [name, text] of left) {
        if (name.endsWith('.tmp')) {
          seen.orphans++;
          continue;
        }
        const which = versions.findIndex((files) => files.get(name) === text);
        if (which < 0) throw new Error(`kill ${at + 1}: ${name} is neither the old file nor the new one`);
        from.add(which);
      }
      if (left.size < (versions[0]?.size ?? 0)) throw new Error(`kill ${at + 1}: a file is missing`);
      if (from.size > 1) seen.mixed++;
      if (left.get('index.json') !== last) seen.changed++;
      last = left.get('index.json');
    }
    const perKillMs = Math.round((Date.now() - startedMs) / kills);
    await runAndKill([...verb, '--seed', '1', '--out', out], undefined);
    const orphans = [...filesIn(out).keys()].filter((name) => name.endsWith('.tmp'));
    if (orphans.length > 0) throw new Error(`left behind: ${orphans.join(', ')}`);
    say(
      `${kills} kills of record (${perKillMs} ms each): every file was the old one or the new one; ${seen.changed} left another ` +
        `index than before, ${seen.mixed} files of both recordings (which a replay refuses), ${seen.orphans} temporary files, all swept`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesIn(from: string): Map<string, string> {
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.json') || name.endsWith('.tmp'));
  return new Map(files.sort().map((name) => [name, readFileSync(join(from, name), 'utf8')]));
}
