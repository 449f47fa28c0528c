import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files of Swagger UI that the API reference page uses, with their types. */
export const docsAssets: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui-standalone-preset.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** Where a build has them, from its root. */
export const vendoredAt = 'vendor/swagger-ui/';

/** The directory of the files: in a build its own copy, in a checkout the installed package. */
export function docsFolder(): string {
  const vendored = fileURLToPath(new URL(`../../../../${vendoredAt}`, import.meta.url));
  return existsSync(vendored)
    ? vendored
    : dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
}
