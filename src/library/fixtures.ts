/**
 * The recorded responses of the suite's sandbox as nock definitions, for tests of a client that asks for what was recorded:
 *
 * ```ts
 * import nock from 'nock';
 * import { definitions } from 'clever-conformance/fixtures';
 *
 * nock.define(definitions('pagination/walks', { origin: 'https://api.clever.com', token: 'a-token' }));
 * ```
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type nock from 'nock';
import { UsageError } from '../errors.ts';
import { committedRecordings } from '../package.ts';
import type { RecordingIndex } from '../recording.ts';
import { nearest } from '../text/nearest.ts';

const readJson = (file: string) => JSON.parse(readFileSync(join(committedRecordings, file), 'utf8'));

const files: ReadonlyMap<string, string> = new Map(
  (readJson('index.json') as RecordingIndex).probes.flatMap(({ name, file }) =>
    file === undefined ? [] : [[name, file]],
  ),
);

/** Names of the recordings, in order: `pagination/walks`, … Each has the requests of one purpose, in their order. */
export const recordings: readonly string[] = [...files.keys()];

export interface DefinitionOptions {
  /** Where your client sends its requests. @default `https://api.clever.com` */
  readonly origin?: string;
  /** The token that your client sends. @default any */
  readonly token?: string;
}

/** The definitions of one recording, for `nock.define`. Throws `UsageError` for a name that is not in `recordings`. */
export function definitions(
  name: string,
  { origin = 'https://api.clever.com', token }: DefinitionOptions = {},
): nock.Definition[] {
  const file = files.get(name);
  if (file === undefined)
    throw new UsageError(
      `There is no recording "${name}".`,
      `Did you mean ${nearest(name, recordings)[0] ?? recordings[0]}? See \`recordings\`.`,
    );
  const recorded: readonly Recorded[] = readJson(file);
  return recorded.map(({ recording: _recording, exchange: _exchange, reqheaders, ...one }) => ({
    ...one,
    scope: origin,
    ...(reqheaders && token !== undefined ? { reqheaders: { authorization: `Bearer ${token}` } } : {}),
  }));
}

/** A definition as it is stored: the first one of a file describes the recording as well. */
interface Recorded extends nock.Definition {
  readonly recording?: object;
  readonly exchange?: object;
}
