import { parseDocument } from 'yaml';
import { readPlainFile } from '../../../plain-file.ts';
import type { TrafficCollector } from '../captured.ts';
import { unusable } from '../file.ts';
import { readCassette } from './cassette.ts';
import { readNewman } from './newman.ts';
import { readNock } from './nock.ts';
import { entriesOf } from './stored-entry.ts';

/** Formats of tools that record for replays. */
export type StoredKind = 'nock' | 'cassette' | 'newman';

/** These are parsed as a whole, which takes several times as much memory; YAML most. */
const maxJsonBytes = 64 * 1024 * 1024;
const maxYamlBytes = 8 * 1024 * 1024;
const maxAliases = 100;

const readers = { nock: readNock, cassette: readCassette, newman: readNewman } as const;
const names: Readonly<Record<StoredKind, string>> = {
  nock: 'nock',
  cassette: 'VCR',
  newman: 'Newman',
};
const remedies: Readonly<Record<StoredKind, string>> = {
  nock: 'Give what nock recorded with `output_objects: true`, or a fixture of nock.back.',
  cassette: 'Give a cassette of VCR, vcrpy, go-vcr or PHP-VCR with requests and responses.',
  newman: 'Give what "newman run … --reporters json" wrote: a collection alone has no responses.',
};

/** Reads a recording into the collector and returns the name of the tool. Throws `UsageError`. */
export async function readStored(path: string, kind: StoredKind, into: TrafficCollector): Promise<string> {
  const isYaml = kind === 'cassette';
  const text = await readPlainFile(path, {
    maxBytes: maxJsonBytes,
    refuse: ({ why, cause }) => unusable(path, why, remedies[kind], cause),
  });
  const value = /^\ufeff?\s*[[{]/.test(text) || !isYaml ? parseJson(text, path) : parseYaml(text, path);
  const stored = readers[kind](value);
  if (!stored) throw unusable(path, `it is not a recording of ${names[kind]}`, remedies[kind]);
  const { entries, isTimed } = entriesOf(stored);
  for (const [at, entry] of entries.entries()) into.addStored(entry, { name: path, place: at + 1, isTimed });
  return names[kind];
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const isCut = !/[\]}]\s*$/.test(text);
    throw unusable(path, isCut ? 'it is truncated' : 'it is not JSON', 'Record the traffic again.', cause);
  }
}

function parseYaml(text: string, path: string): unknown {
  const remedy = 'Record the traffic again, in smaller cassettes.';
  if (text.length > maxYamlBytes)
    throw unusable(path, `it has more than ${maxYamlBytes / 1024 / 1024} million characters of YAML`, remedy);
  // Bodies may be `!binary`, as Ruby writes it, or `!!binary`.
  const document = parseDocument(text.replaceAll(/(: )!binary /g, '$1!!binary '), {
    schema: 'yaml-1.1',
    logLevel: 'silent',
  });
  const [problem] = document.errors;
  if (problem) throw unusable(path, `it is not YAML (${problem.code})`, remedy, problem);
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch (cause) {
    throw unusable(path, 'it expands to too much data (YAML aliases)', remedy, cause);
  }
}
