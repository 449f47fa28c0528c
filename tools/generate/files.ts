import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** File names, with `/`, and texts. */
export type Files = ReadonlyMap<string, string>;

/** The differences between a directory and the rendered files: missing or different files, and foreign files. */
export function compareFiles(folder: string, files: Files) {
  const stale = [...files]
    .filter(([name, text]) => textOf(join(folder, name)) !== text)
    .map(([name]) => name);
  const foreign = namesIn(folder).filter((name) => !files.has(name));
  return { stale, foreign };
}

/** Makes a directory equal to the rendered files; unchanged files are not written. */
export function writeFiles(folder: string, files: Files): void {
  const { stale, foreign } = compareFiles(folder, files);
  for (const name of stale) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), files.get(name) ?? '');
  }
  for (const name of foreign) rmSync(join(folder, name));
}

/**
 * What a script that writes files does with `--check`: names stale and foreign ones, and sets the exit code 1 if there are any;
 * otherwise it writes them. `name` is the folder as it is printed, `script` the npm script that writes it.
 */
export function checkOrWrite(
  folder: string,
  files: Files,
  { isCheck, name, script }: { readonly isCheck: boolean; readonly name: string; readonly script: string },
): void {
  const { stale, foreign } = compareFiles(folder, files);
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  if (!isCheck) {
    writeFiles(folder, files);
    say(`${name}/: ${stale.length} of ${files.size} files written, ${foreign.length} removed`);
    return;
  }
  for (const one of stale) say(`${name}/${one} is stale: run npm run ${script}`);
  for (const one of foreign) say(`${name}/${one} is not written by npm run ${script}`);
  process.exitCode = stale.length + foreign.length > 0 ? 1 : 0;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // missing, so it is stale
  }
}

function namesIn(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
