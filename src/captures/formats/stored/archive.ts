import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { readPlainBytes } from '../../../plain-file.ts';
import type { TrafficCollector } from '../captured.ts';
import { maxBytes, unusable } from '../file.ts';
import { foreignArchive } from '../foreign.ts';
import { readHarPieces } from '../har.ts';

/** Uncompressed bytes of the bodies that are read, and entries that are listed. */
const maxBodies = 200 * 1024 * 1024;
const maxEntries = 50_000;

/**
 * Reads an archive with HAR files, such as Playwright writes with the bodies next to the HAR, and returns the names of the tools.
 * Throws `UsageError`.
 */
export async function readArchive(path: string, into: TrafficCollector): Promise<readonly string[]> {
  const bytes = await readPlainBytes(path, {
    maxBytes,
    refuse: ({ why, cause }) => unusable(path, why, undefined, cause),
  });
  const names: string[] = [];
  const hars = unzip(path, bytes, (name) => {
    names.push(name);
    return /\.har$/i.test(name);
  });
  const foreign = foreignArchive(names);
  if (foreign) throw unusable(path, `it is ${foreign.what}`, foreign.remedy);
  if (hars.length === 0)
    throw unusable(path, 'it is an archive without a HAR file', 'Give the HAR file itself.');
  const bodies = createBodies(path, bytes);
  const tools: string[] = [];
  for (const [name, content] of hars) {
    const place = `${path} (${basename(name)})`;
    tools.push((await readHarPieces(place, [Buffer.from(content)], into, bodies)).creator);
  }
  return tools;
}

/** Finds the body that a HAR file names, by unpacking all bodies when the first is asked for. */
function createBodies(path: string, bytes: Uint8Array): (name: string) => Buffer | undefined {
  let known: ReadonlyMap<string, Uint8Array> | undefined;
  return (name) => {
    known ??= new Map(
      unzip(path, bytes, (one) => !/\.har$/i.test(one)).map(([one, body]) => [basename(one), body]),
    );
    const found = known.get(name);
    return found && Buffer.from(found);
  };
}

/** The chosen files. What the archive says of their sizes bounds what is unpacked: a larger one is a fault of the archive. */
function unzip(
  path: string,
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): readonly (readonly [name: string, content: Uint8Array])[] {
  let [total, entries] = [0, 0];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        if (entries > maxEntries) throw unusable(path, `it has more than ${maxEntries} files`);
        if (!isWanted(name)) return false;
        total += originalSize;
        if (total > maxBodies)
          throw unusable(
            path,
            `its content is larger than ${maxBodies / 1024 / 1024} MiB`,
            'Capture a shorter time.',
          );
        return true;
      },
    });
    return Object.entries(files);
  } catch (fault) {
    if (fault instanceof Error && 'exitCode' in fault) throw fault;
    throw unusable(path, 'it is a damaged archive (ZIP)', undefined, fault);
  }
}
