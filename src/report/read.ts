import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Report } from './model.ts';
import { sumsFile } from './write.ts';

/** Larger than any report that is written. */
const largestBytes = 100 * 1024 * 1024;

const remedy = 'Give the folder of a run, as `server` and `client` write it below reports/.';

/** Reads `report.json` of a report folder. Throws `UsageError` that names the file and what is wrong with it. */
export async function readReport(dir: string): Promise<Report> {
  const file = join(dir, 'report.json');
  const text = await readText(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${file} is not JSON, or only half of it.`, remedy, { cause });
  }
  const fault = faultIn(value);
  if (fault !== undefined) throw new UsageError(`${file} cannot be used: ${fault}.`, remedy);
  return value as Report;
}

/** The digests that `SHA256SUMS` lists, by file name; `undefined` where there is no such list. Throws `UsageError` for what is none. */
export async function readSums(dir: string): Promise<ReadonlyMap<string, string> | undefined> {
  const file = join(dir, sumsFile);
  if (!(await stat(file).catch(() => undefined))) return undefined;
  const sums = new Map<string, string>();
  for (const line of (await readText(file)).split('\n').filter((one) => one !== '')) {
    const [, sha256, name] = /^([0-9a-f]{64}) [ *]([^/\\\0]+)$/.exec(line) ?? [];
    if (sha256 === undefined || name === undefined || sums.has(name))
      throw new UsageError(`${file} is not a list of digests, one for each file.`, remedy);
    sums.set(name, sha256);
  }
  return sums;
}

async function readText(file: string): Promise<string> {
  try {
    const info = await stat(file);
    // A pipe would be waited for, and a device never ends.
    if (!info.isFile()) throw new UsageError(`${file} is not a file.`, remedy);
    if (info.size > largestBytes) throw new UsageError(`${file} is too large to be a report.`, remedy);
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const why = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'cannot be read';
    throw new UsageError(`${file} ${why}.`, remedy, { cause });
  }
}

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => Number.isFinite(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOptional = (check: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || check(value);
const isRecordOf = (shape: Shape) => (value: unknown) =>
  isRecord(value) && Object.entries(shape).every(([name, check]) => check(value[name]));
const isListOf = (shape: Shape) => (value: unknown) => Array.isArray(value) && value.every(isRecordOf(shape));

const outcome = (value: unknown) =>
  ['passed', 'failed', 'cantTell', 'inapplicable', 'untested'].includes(value as string);
const findings = isListOf({
  case: isText,
  message: isText,
  expected: isText,
  actual: isText,
  exchange: isOptional(isNumber),
});
const cases = isListOf({ name: isText, outcome, why: isOptional(isText) });

/** What the programs here read of a report; a newer one may have more. */
const reportShape: Shape = {
  tool: isRecordOf({ name: isText, version: isText }),
  catalogue: isRecordOf({ version: isText, digest: isText }),
  side: (value) => value === 'server' || value === 'client',
  subject: isRecordOf({ kind: isText, name: isText }),
  environment: isRecord,
  seed: isNumber,
  startedAt: (value) => isText(value) && Number.isFinite(Date.parse(value as string)),
  durationMs: isNumber,
  verdict: (value) => ['conforming', 'non-conforming', 'inconclusive'].includes(value as string),
  inconclusive: isOptional(isText),
  failOn: (value) =>
    Array.isArray(value) && value.every((one) => one === 'recommended' || one === 'untested'),
  counts: isRecordOf(
    Object.fromEntries(
      ['passed', 'failed', 'cantTell', 'inapplicable', 'untested', 'warnings'].map((name) => [
        name,
        isNumber,
      ]),
    ),
  ),
  requirements: isListOf({
    id: isText,
    binds: isText,
    level: (value) => ['required', 'recommended', 'observed'].includes(value as string),
    outcome,
    why: isOptional(isText),
    cases,
    findings,
  }),
  doubts: Array.isArray,
  baseline: isListOf({ id: isText, reason: isText, expires: isText, state: isText }),
  budget: isOptional(isRecordOf({ share: isNumber, advertised: isNumber, requests: isNumber })),
  evidence: isRecordOf({ file: isText, sha256: isText }),
};

/** What is wrong with a parsed report, in a few words. */
function faultIn(value: unknown): string | undefined {
  if (!isRecord(value) || value.format !== 'clever-conformance/report')
    return 'it is not a report of clever-conformance';
  if (value.formatVersion !== 1) return `its format version is not 1, but ${String(value.formatVersion)}`;
  const damaged = Object.entries(reportShape).find(([name, check]) => !check(value[name]));
  return damaged && `its "${damaged[0]}" is damaged`;
}
