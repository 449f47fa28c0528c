import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Directory of the package: the sources run from `src/`, the published code from `dist/src/`. */
export const packageRoot: string = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
})();

interface Manifest {
  readonly version: string;
  readonly homepage?: string;
}

/** `homepage`: where the pages are published; absent until they are. */
export const { version, homepage }: Manifest = JSON.parse(
  readFileSync(join(packageRoot, 'package.json'), 'utf8'),
);

/** The sandbox recordings in the package. */
export const committedRecordings: string = join(packageRoot, 'contracts', 'recordings');
