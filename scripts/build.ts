/** Builds `dist/`: what the bin and importers of the package run. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
// What the compiler does not copy: precompiled JavaScript, and the documents that the API reference shows.
for (const name of ['validators.js', 'validators.d.ts', 'openapi'])
  cpSync(join(root, 'generated', name), join(root, 'dist/generated', name), { recursive: true });
