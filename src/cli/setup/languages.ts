import { join } from 'node:path';
import { packageRoot } from '../../package.ts';

/** An example client of a language: one file, without packages, that meets every requirement. */
export interface Language {
  /** In `examples/clients`. */
  readonly file: string;
  /** What starts it, before and after the file. */
  readonly command: readonly [string, ...string[]];
}

/** The languages of `init --lang`. */
export const languages: Readonly<Record<string, Language>> = {
  bash: { file: 'sync.sh', command: ['bash', 'sync.sh'] },
  go: { file: 'sync.go', command: ['go', 'run', 'sync.go'] },
  java: { file: 'Sync.java', command: ['java', 'Sync.java'] },
  perl: { file: 'sync.pl', command: ['perl', 'sync.pl'] },
  php: { file: 'sync.php', command: ['php', 'sync.php'] },
  python: { file: 'sync.py', command: ['python3', 'sync.py'] },
  ruby: { file: 'sync.rb', command: ['ruby', 'sync.rb'] },
};

export const languageNames: readonly string[] = Object.keys(languages);

/** Where the file of a language is in the package. */
export function exampleOf({ file }: Language): string {
  return join(packageRoot, 'examples', 'clients', file);
}
