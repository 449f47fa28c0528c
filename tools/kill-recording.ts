/**
 * Kills `record` with SIGKILL at random times and checks the files: each must be either the old or the new one. Three of
 * four are killed while writing repeatedly; the others at any time of their run.
 *
 *   node tools/kill-recording.ts [kills, default 200] [seed, default 1]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kills = Number(process.argv[2] ?? 200);
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'clever-conformance-kill-'));
const out = join(folder, 'recordings');
const verb = [join(root, 'src/cli/bin.ts'), 'record', '--quiet', '--grep', 'errors/'];
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

/** A simple generator: the times only have to vary and be reproducible by seed. */
let state = Number(process.argv[3] ?? 1);
function random(): number {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  return state / 2 ** 31;
}

function run(args: readonly string[], killAfterMs: number | undefined, waitFor = ''): Promise<number> {
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const startedMs = Date.now();
  const kill = () => setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  if (killAfterMs !== undefined && waitFor === '') kill();
  child.stdout.on('data', (piece) => {
    if (killAfterMs !== undefined && waitFor !== '' && String(piece).includes(waitFor)) kill();
  });
  return new Promise((resolve) => child.on('close', () => resolve(Date.now() - startedMs)));
}

function filesIn(from: string): Map<string, string> {
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.json') || name.endsWith('.tmp'));
  return new Map(files.sort().map((name) => [name, readFileSync(join(from, name), 'utf8')]));
}

try {
  const versions: Map<string, string>[] = [];
  let wholeMs = 0;
  for (const seed of sandboxes) {
    const at = join(folder, `version-${seed}`);
    wholeMs = await run([...verb, '--seed', seed, '--out', at], undefined);
    versions.push(filesIn(at));
  }
  await run([...verb, '--seed', '1', '--out', out], undefined);

  const seen = { mixed: 0, orphans: 0, changed: 0 };
  let last = filesIn(out).get('index.json');
  for (let at = 0; at < kills; at++) {
    if (at % 4 === 3)
      await run([...verb, '--seed', sandboxes[at % 2] ?? '1', '--out', out], random() * wholeMs);
    else {
      const folders = sandboxes.map((seed) => join(folder, `version-${seed}`));
      await run(
        ['--input-type=module-typescript', '-e', writer, '--', ...folders, out],
        random() * 60,
        'ready',
      );
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
  await run([...verb, '--seed', '1', '--out', out], undefined);
  const orphans = [...filesIn(out).keys()].filter((name) => name.endsWith('.tmp'));
  if (orphans.length > 0) throw new Error(`left behind: ${orphans.join(', ')}`);
  process.stdout.write(
    `${kills} kills: every file was the old one or the new one; ${seen.changed} left another index than before, ` +
      `${seen.mixed} files of both recordings (which a replay refuses), ${seen.orphans} temporary files, all swept\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
