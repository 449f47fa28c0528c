import { join } from 'node:path';
import { isIndex, isProbeFile } from '../../generated/files/recording.js';
import { UsageError } from '../errors.ts';
import { formatFault, schemaFault } from '../file-schema.ts';
import { readPlainBytes } from '../plain-file.ts';
import type { ProbeFile, ProbeRecording, RecordingIndex, RecordingSet } from '../recording.ts';
import { hasOwnDigest, indexFile, sha256 } from './file.ts';

/** Larger than any recording of one probe. */
export const maxBytes = 64 * 1024 * 1024;

export interface ReadOptions {
  /** Epoch milliseconds; recordings of a server expire. */
  readonly nowMs: number;
}

/**
 * Reads a recording and verifies its digests. Throws `UsageError` with the file and the reason: missing, not a regular file,
 * too large, empty, truncated, edited, of another format, expired, or of another recording than its index.
 */
export async function readRecordings(folder: string, { nowMs }: ReadOptions): Promise<RecordingSet> {
  const index = await readIndex(folder);
  if (index.expires !== null && Date.parse(index.expires) <= nowMs)
    throw new UsageError(
      `${join(folder, indexFile)} cannot be replayed: it expired on ${index.expires.slice(0, 10)}.`,
      'Record the server again, because it may have changed.',
    );
  const byProbe = new Map<string, ProbeRecording>();
  for (const entry of index.probes) {
    if (entry.file === undefined) continue;
    const { name, file, sha256: digest } = entry;
    const path = join(folder, file);
    const bytes = await readBytes(path);
    const recording = parseRecording(path, bytes);
    if (sha256(bytes) !== digest || recording.header.probe !== name)
      throw damaged(path, 'it belongs to another recording than index.json; was recording interrupted?');
    byProbe.set(name, recording);
  }
  return { folder, index, byProbe };
}

/** Reads the index of a recording. Throws `UsageError`. */
export async function readIndex(folder: string): Promise<RecordingIndex> {
  const path = join(folder, indexFile);
  const value = parseJson(path, await readBytes(path), '}');
  const fault =
    formatFault(value, { name: 'clever-conformance/recordings', noun: 'the index of a recording' }) ??
    schemaFault(value, isIndex);
  if (fault !== undefined) throw damaged(path, fault);
  return value as RecordingIndex;
}

/** Reads a single file of a recording. Throws `UsageError`. */
export async function readRecording(path: string): Promise<ProbeRecording> {
  return parseRecording(path, await readBytes(path));
}

function parseRecording(path: string, bytes: Buffer): ProbeRecording {
  const value = parseJson(path, bytes, ']');
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  const header = (first as { recording?: unknown } | null | undefined)?.recording;
  const fault =
    formatFault(header, { name: 'clever-conformance/recording', noun: 'a recording' }) ??
    schemaFault(value, isProbeFile) ??
    scopeFault(value as ProbeFile);
  if (fault !== undefined) throw damaged(path, fault);
  const definitions = value as ProbeFile;
  return { file: path, header: definitions[0].recording, definitions };
}

/** nock parses every scope as a URL, which a schema pattern cannot fully check. */
function scopeFault(definitions: ProbeFile): string | undefined {
  const at = definitions.findIndex((one) => !URL.canParse(one.scope));
  return at < 0 ? undefined : `[${at}].scope is not a URL`;
}

/** The content of a file with a correct digest. Errors name the most likely cause. */
function parseJson(path: string, bytes: Buffer, last: '}' | ']'): unknown {
  if (bytes.length === 0) throw damaged(path, 'it is empty');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    throw damaged(path, 'it starts with a byte order mark; was it edited?');
  const isOwn = hasOwnDigest(bytes);
  if (!isOwn) {
    if (bytes.includes('\r\n'))
      throw damaged(path, 'its line endings were changed (CRLF); mark it as -text in .gitattributes');
    if (
      !bytes
        .toString('utf8', bytes.length - 16)
        .trimEnd()
        .endsWith(last) &&
      isOwn === false
    )
      throw damaged(path, 'it is truncated');
    throw damaged(
      path,
      isOwn === undefined
        ? 'it is not a recording'
        : 'it was changed after it was recorded (its digest differs)',
    );
  }
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw damaged(path, 'it is not JSON', cause);
  }
}

async function readBytes(path: string): Promise<Buffer> {
  return await readPlainBytes(path, {
    maxBytes,
    refuse: ({ why: reason, cause }) => damaged(path, reason, cause),
  });
}

function damaged(path: string, reason: string, cause?: unknown): UsageError {
  return new UsageError(
    `${path} cannot be replayed: ${reason}.`,
    'Record again with "clever-conformance record", or restore the original file.',
    cause === undefined ? undefined : { cause },
  );
}
