import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bin, processesOf, runAndKill, type Shot } from './process.ts';

/** Walks a list, leaves a process of its own behind, and ends. */
const client = `
  import { spawn } from 'node:child_process';
  spawn('sleep', ['600'], { stdio: 'ignore' }).unref();
  const { CLEVER_BASE_URL: base, CLEVER_TOKEN: token, CLEVER_JOB: job } = process.env;
  for (let path = '/v2.0/' + job.slice(5); path; ) {
    const page = await (await fetch(base + path, { headers: { authorization: 'Bearer ' + token } })).json();
    for (const { data } of page.data) console.log(data.id);
    path = page.links.find((one) => one.rel === 'next')?.uri;
  }
`;

/**
 * Short runs, so that much of each is writing: little traffic, but evidence that takes several writes, and each shard of two has one of
 * the requirements.
 */
const requirements = ['errors/unsupported-is-501', 'rate-limit/headers-present'];

export type RunVerb = 'server' | 'client' | 'merge';

/** A directory in which the verbs run again and again. */
export interface Ground {
  run(verb: RunVerb, shot?: Shot): ReturnType<typeof runAndKill>;
  /** Faults in the files that a killed run left, and its temporary files. Removes finished report directories. */
  inspect(): { readonly faults: readonly string[]; readonly temporary: number };
  /** The report directories without all reports. */
  unfinished(): readonly string[];
  /** What is left of killed runs: temporary files, state directories and processes. */
  leftovers(): readonly string[];
  remove(): void;
}

/** Prepares two shards for `merge`, too. */
export async function prepareGround(): Promise<Ground> {
  const cwd = mkdtempSync(join(tmpdir(), 'clever-kills-'));
  const temp = join(cwd, 'tmp');
  mkdirSync(temp);
  writeFileSync(join(cwd, 'client.mjs'), client);
  const reports = join(cwd, 'reports');
  mkdirSync(reports);
  const options = { cwd, env: { TMPDIR: temp }, writesIn: reports };
  const server = [bin, 'server', '--quiet', '--depth', 'quick', '--requirement', ...requirements];
  const shards = [1, 2].map((n) => join(cwd, `shards/${n}`));
  for (const [at, out] of shards.entries())
    await runAndKill([...server, '--shard', `${at + 1}/2`, '--out', out], undefined, options);
  const verbs: Readonly<Record<RunVerb, readonly string[]>> = {
    server,
    client: [
      bin,
      'client',
      '--quiet',
      '--scenario',
      'pagination/full-walk',
      '--',
      process.execPath,
      'client.mjs',
    ],
    merge: [bin, 'merge', ...shards, '--out', join(cwd, 'reports/merged')],
  };
  const filesIn = (folder: string) =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const isTemporary = (name: string) => name.endsWith('.tmp');
  const folders = () =>
    existsSync(reports)
      ? readdirSync(reports, { withFileTypes: true }).flatMap((one) =>
          one.isDirectory() ? [join(reports, one.name)] : [],
        )
      : [];

  return {
    run: (verb, shot) => runAndKill(verbs[verb], shot, options),
    inspect: () => {
      const names = filesIn(reports);
      const faults = names.flatMap((name) => faultIn(join(reports, name)));
      for (const folder of folders())
        if (existsSync(join(folder, 'SHA256SUMS')) && !folder.endsWith('merged'))
          rmSync(folder, { recursive: true });
      return { faults, temporary: names.filter(isTemporary).length };
    },
    unfinished: () => folders().filter((one) => !existsSync(join(one, 'SHA256SUMS'))),
    leftovers: () => [
      ...filesIn(reports).filter(isTemporary),
      ...readdirSync(temp).filter((name) => name.startsWith('clever-client-')),
      ...processesOf(temp).map((pid) => `process ${pid}`),
    ],
    remove: () => rmSync(cwd, { recursive: true, force: true }),
  };
}

function faultIn(file: string): readonly string[] {
  if (file.endsWith('SHA256SUMS'))
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [sha256, name = ''] = line.split('  ');
        const content = readFileSync(join(dirname(file), name));
        return createHash('sha256').update(content).digest('hex') === sha256
          ? []
          : [`${file}: ${name} differs`];
      });
  if (!file.endsWith('.json')) return [];
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return [];
  } catch {
    return [`${file} is torn`];
  }
}
