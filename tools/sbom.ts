/**
 * Writes the bill of materials of the published package (CycloneDX, JSON) to stdout: what users install with it, and what it
 * has a copy of. `npm run -s sbom`.
 * npm makes it from a lock file without the packages of the development: its own `--omit=dev` also omits those that a package of
 * the development happens to use as well.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const jsonIn = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
try {
  const { devDependencies: development, ...manifest } = jsonIn('package.json');
  const { packages, ...lock } = jsonIn('package-lock.json');
  const kept = Object.entries<{ dev?: true }>(packages).filter(([, one]) => !one.dev);
  const { devDependencies: _, ...own } = packages[''];
  // `dist/` has a copy of it, without what it depends on.
  const copied = 'swagger-ui-dist';
  const dependencies = { ...manifest.dependencies, [copied]: development[copied] };
  const { dependencies: __, dev: ___, ...copy } = packages[`node_modules/${copied}`];
  // npm takes the name of the component from the directory.
  const project = join(folder, manifest.name);
  mkdirSync(project);
  const write = (name: string, value: object) => writeFileSync(join(project, name), JSON.stringify(value));
  write('package.json', { ...manifest, dependencies });
  write('package-lock.json', {
    ...lock,
    packages: { ...Object.fromEntries(kept), [`node_modules/${copied}`]: copy, '': { ...own, dependencies } },
  });
  execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=library'], {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
