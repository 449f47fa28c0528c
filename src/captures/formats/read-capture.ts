import type { TrafficCollector } from './captured.ts';
import { readHar } from './har.ts';
import type { FileKind } from './kind.ts';
import { readArchive } from './stored/archive.ts';
import { readStored } from './stored/read-stored.ts';

/** A file of traffic that others captured. */
export type CaptureKind = Exclude<FileKind, 'evidence' | 'recording'>;

/** Reads a capture into the collector and returns the tools that made it; `''` for an unknown one. Throws `UsageError`. */
export async function readCapture(
  path: string,
  kind: CaptureKind,
  into: TrafficCollector,
): Promise<readonly string[]> {
  if (kind === 'har') return [(await readHar(path, into)).creator];
  return kind === 'zip' ? await readArchive(path, into) : [await readStored(path, kind, into)];
}
