/**
 * Runs the steps of the Dockerfile as they stand, in an empty directory instead of an image: `npm run container`. For machines without a
 * container runtime; what only that does (the base image, the user, the network) is not shown. Then the health check has to fail, and
 * to succeed once the sandbox runs. Exit 1 if a step fails.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mustRun, runIn } from './packed/packed.ts';

const root = join(import.meta.dirname, '..');
const image = mkdtempSync(join(tmpdir(), 'clever-container-'));
/** A path of the image, in the directory. */
const inImage = (path: string) => join(image, path);
const steps = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => ({ name: line.split(' ', 1)[0] ?? '', rest: line.replace(/^[A-Z]+ /, '') }));

try {
  let folder = image;
  for (const { name, rest } of steps) {
    process.stdout.write(`${name} ${rest}\n`);
    if (name === 'WORKDIR') {
      folder = inImage(rest);
      mkdirSync(folder, { recursive: true });
      // Both stages are in one directory.
    } else if (name === 'COPY' && rest === '. .') copySources(folder);
    else if (name === 'RUN' && !rest.startsWith('chown '))
      mustRun(folder, ['sh', '-c', rest.replaceAll(/(?<=\s)\/(packed|app)\b/g, (path) => inImage(path))]);
  }
  await tryHealth();
} finally {
  rmSync(image, { recursive: true, force: true });
}

/** What git has: the rest is in .dockerignore. */
function copySources(to: string): void {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of stdout.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(root, file), join(to, file));
  }
}

async function tryHealth(): Promise<void> {
  const command = (instruction: string, before = '') => {
    const { rest } = steps.find(({ name }) => name === instruction) ?? { rest: '' };
    return JSON.parse(rest.slice(rest.indexOf(`${before}[`) + before.length)) as string[];
  };
  const entry = command('ENTRYPOINT').map((word) => (word.startsWith('/app/') ? inImage(word) : word));
  const health = command('HEALTHCHECK', 'CMD ');
  const isHealthy = () => runIn(image, health).status === 0;
  if (isHealthy()) throw new Error('Something listens on port 4010 already.');
  const sandbox = spawn(entry[0] ?? '', [...entry.slice(1), 'sandbox', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(sandbox.stdout, 'data');
    const healthy = isHealthy();
    process.stdout.write(
      `${healthy ? 'healthy' : 'NOT HEALTHY'}; ${mustRun(image, ['du', '-sm', inImage('app')]).text.split('\t')[0]} MB besides the base image\n`,
    );
    process.exitCode = healthy ? 0 : 1;
  } finally {
    sandbox.kill();
  }
}
