import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { readPlainBytes } from '../plain-file.ts';
import type { Evidence, RecordedObservation } from '../result.ts';
import { sorted } from '../text/json.ts';
import { writeFileAtomic } from './atomic.ts';
import { evidenceFault } from './evidence-fault.ts';
import { gunzipped, gzipped, isGzip } from './gzip.ts';

/** The evidence file in a report directory: JSON, compressed with gzip. */
export const evidenceFile = 'evidence.json.gz';

/** The same without compression: what version 0.1.0 wrote, and what a person may unpack. */
export const plainEvidenceFile = 'evidence.json';

/** The name of the evidence file that a report directory has, compressed or not. */
export function evidenceFileIn(dir: string): string {
  const isPlain = !existsSync(join(dir, evidenceFile)) && existsSync(join(dir, plainEvidenceFile));
  return isPlain ? plainEvidenceFile : evidenceFile;
}

/** Larger than any run; below the maximum string length. */
const maxBytes = 400 * 1024 * 1024;

/** Writes `evidence.json.gz` and returns the SHA-256 of the file in hex. Throws `SuiteFault`. */
export async function writeEvidence(dir: string, evidence: Evidence): Promise<string> {
  const digest = createHash('sha256');
  const source = gzipped(piecesOf(evidence));
  const pieces = async function* () {
    for await (const piece of source) {
      digest.update(piece);
      yield piece;
    }
  };
  await writeFileAtomic(join(dir, evidenceFile), pieces());
  return digest.digest('hex');
}

/** The text of an evidence file, one exchange per line; deterministic, independent of member order. */
export function renderEvidence(evidence: Evidence): string {
  return [...piecesOf(evidence)].join('');
}

/** The same in pieces of whole lines, in case it is too large for one string. */
export function evidencePieces(evidence: Evidence): Iterable<string> {
  return piecesOf(evidence);
}

/** Approximate characters per piece: many small writes are slow, one large write takes memory. */
const pieceLength = 256 * 1024;

/** Serializes eagerly, so that a failing check prevents opening the file. */
function* piecesOf({
  format,
  formatVersion,
  context,
  notProvoked,
  notApplicable,
  selected,
  shard,
  inconclusive,
  withheld,
  explored,
  exchanges,
  observations,
}: Evidence): Generator<string> {
  const head = JSON.stringify({
    format,
    formatVersion,
    context,
    notProvoked: sorted(notProvoked),
    notApplicable: notApplicable && sorted(notApplicable),
    selected,
    shard,
    inconclusive,
    withheld,
    explored,
  });
  let piece = head.slice(0, -1);
  // One by one as well: a capture may have tens of thousands.
  if (observations) piece += ',"observations":[';
  for (const [at, observation] of observations?.entries() ?? []) {
    piece += `${at > 0 ? ',' : ''}${JSON.stringify(observationInOrder(observation))}`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  piece += `${observations ? ']' : ''},"exchanges":[\n`;
  for (const [at, exchange] of exchanges.entries()) {
    piece += `${JSON.stringify(inOrder(exchange))}${at < exchanges.length - 1 ? ',' : ''}\n`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}]}\n`;
}

/** Reads an evidence file, compressed or not. Throws `UsageError` with the file and the reason. */
export async function readEvidence(file: string): Promise<Evidence> {
  const text = await readText(file);
  if (text.trim() === '') throw damaged(file, 'it is empty');
  if (text.startsWith('\ufeff')) throw damaged(file, 'it starts with a byte order mark; was it edited?');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const isCutOff = text.startsWith('{"format":"clever-conformance/') && !text.trimEnd().endsWith('}');
    throw damaged(file, isCutOff ? 'it is truncated' : 'it is not JSON', cause);
  }
  const fault = evidenceFault(value);
  if (fault !== undefined) throw damaged(file, fault);
  return value as Evidence;
}

async function readText(file: string): Promise<string> {
  const stored = await readPlainBytes(file, {
    maxBytes,
    links: 'follow',
    refuse: ({ why: reason, cause }) =>
      damaged(file, reason, cause, `Give the directory of a report, or its ${evidenceFile}.`),
  });
  const bytes = isGzip(stored) ? unpacked(file, stored) : stored;
  if (!isUtf8(bytes)) throw damaged(file, 'it is not UTF-8 text');
  return bytes.toString('utf8');
}

function unpacked(file: string, stored: Buffer): Buffer {
  const result = gunzipped(stored, maxBytes);
  if ('fault' in result) throw damaged(file, result.fault, result.cause);
  return result.bytes;
}

function damaged(
  file: string,
  reason: string,
  cause?: unknown,
  remedy = 'Give an evidence file written by this version of clever-conformance, or run the suite again.',
): UsageError {
  return new UsageError(
    `${file} cannot be used as evidence: ${reason}.`,
    remedy,
    cause === undefined ? undefined : { cause },
  );
}

function observationInOrder(one: RecordedObservation) {
  return {
    scenario: one.scenario,
    superseded: one.superseded,
    provokes: one.provokes,
    job: one.job,
    timing: one.timing,
    origin: one.origin,
    lagMs: one.lagMs,
    captured: one.captured && { skewMs: one.captured.skewMs },
    exchanges: { first: one.exchanges.first, count: one.exchanges.count },
    account: one.account,
    runs: one.runs.map(({ startedAtMs, endedAtMs, claim: { says, endedBy, said, ids } }) => ({
      startedAtMs,
      endedAtMs,
      claim: { says, endedBy, said, ids },
    })),
    truth: one.truth,
    miswritten: one.miswritten?.map(({ exchange, members }) => ({ exchange, members })),
  };
}

function inOrder({ seq, step, request, response, failure }: Exchange) {
  return {
    seq,
    step: step && { claim: step.claim, case: step.case, role: step.role },
    request: {
      method: request.method,
      origin: request.origin,
      path: request.path,
      headers: sorted(request.headers),
      body: request.body,
      sentAtMs: request.sentAtMs,
    },
    response: response && {
      status: response.status,
      headers: sorted(response.headers),
      body: response.body,
      isNotUtf8: response.isNotUtf8,
      receivedAtMs: response.receivedAtMs,
    },
    failure: failure && { kind: failure.kind, message: failure.message },
  };
}
