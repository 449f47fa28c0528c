/**
 * Builds `dist/`: the code of the bin and the package. Does nothing if it is up to date: npm runs this again whenever it links
 * the package, as the first `npx clever-conformance` in a checkout does.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { vendorSwaggerUi } from './vendor.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const stamp = join(dist, '.built-from');

const sources = digestOf(
  ['src', 'contracts', 'specs', 'generated', 'openapi'],
  ['package.json', 'tsconfig.json', 'tsconfig.build.json'],
);
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) build();

function build(): void {
  rmSync(dist, { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  // Not copied by the compiler: generated JavaScript, and the documents of the API reference.
  for (const name of ['validators.js', 'validators.d.ts', 'validators', 'files', 'openapi'])
    cpSync(join(root, 'generated', name), join(dist, 'generated', name), { recursive: true });
  vendorSwaggerUi(dist);
  writeFileSync(stamp, sources);
}

function digestOf(folders: readonly string[], files: readonly string[]): string {
  const digest = createHash('sha256');
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of [...below.sort(), ...files.map((name) => join(root, name))])
    digest.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return digest.digest('hex');
}
