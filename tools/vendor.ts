/**
 * Copies what `dist/` needs of packages that only the development installs. The package of Swagger UI depends on one that runs
 * a script when it is installed, so users of this package do not install either.
 */
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { docsAssets, vendoredAt } from '../src/sandbox/http/docs/assets.ts';

/** Apache-2.0 requires the licence and the notice; the bundles name the licences of what is in them. */
const licences = [
  'LICENSE',
  'NOTICE',
  'swagger-ui-bundle.js.LICENSE.txt',
  'swagger-ui-standalone-preset.js.LICENSE.txt',
];

/** Copies the files of the API reference page into a build. */
export function vendorSwaggerUi(dist: string): void {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  for (const name of [...Object.keys(docsAssets), ...licences])
    cpSync(join(folder, name), join(dist, vendoredAt, name));
}
