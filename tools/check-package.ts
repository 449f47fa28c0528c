/**
 * Packs the package and has its types and its manifest checked by others: `npm run check-package`. attw resolves every export as an
 * ES module and as a bundler do, publint reads what the manifest says against what is packed. Both are installed on demand, from the registry.
 */
import { join } from 'node:path';
import { mustRun, printed, projectWith, runIn, withPacked } from './packed/packed.ts';

withPacked((work, tarball) => {
  const project = join(work, 'checks');
  projectWith(project, { 'package.json': '{ "name": "checks", "private": true }\n' });
  mustRun(project, ['npm', 'install', '@arethetypeswrong/cli@0.18', 'publint@0.3']);
  const checks: Readonly<Record<string, readonly string[]>> = {
    // CommonJS loads ES modules with `require` on every Node that is supported.
    attw: ['node_modules/.bin/attw', tarball, '--profile', 'esm-only', '--format', 'table-flipped'],
    publint: ['node_modules/.bin/publint', tarball, '--strict'],
  };
  return Object.entries(checks)
    .map(([name, command]) => {
      const ended = runIn(project, command);
      return printed(name, ended.status === 0, ended);
    })
    .every(Boolean);
});
