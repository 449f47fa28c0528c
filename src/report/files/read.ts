import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isReport } from '../../../generated/files/report.js';
import { UsageError } from '../../errors.ts';
import { formatFault, schemaFault } from '../../file-schema.ts';
import { readPlainFile } from '../../plain-file.ts';
import type { Report } from '../model/report.ts';
import { sumsFile } from './write.ts';

/** Larger than any report that the suite writes. */
const maxBytes = 100 * 1024 * 1024;

const remedy = 'Give the report directory of a run, such as reports/latest.';

/** Reads `report.json` of a report directory. Throws `UsageError` with the file and the reason. */
export async function readReport(dir: string): Promise<Report> {
  const file = join(dir, 'report.json');
  const sides = (['server', 'client'] as const)
    .map((side) => join(dir, side))
    .filter((one) => existsSync(join(one, 'report.json')));
  if (!existsSync(file) && sides.length > 0)
    throw new UsageError(`${dir} has a report of each side.`, `Give one of them: ${sides.join(' or ')}.`);
  const text = await readText(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unusable(file, 'it is not JSON, or it is truncated', cause);
  }
  const fault = formatFault(value, { name: 'clever-conformance/report', noun: 'a report' });
  const damage = fault ?? schemaFault(value, isReport);
  if (damage !== undefined) throw unusable(file, damage);
  return value as Report;
}

/** The digests in `SHA256SUMS` by file name; `undefined` if the file is missing. Throws `UsageError` if it is malformed. */
export async function readSums(dir: string): Promise<ReadonlyMap<string, string> | undefined> {
  const file = join(dir, sumsFile);
  if (!existsSync(file)) return undefined;
  const sums = new Map<string, string>();
  for (const line of (await readText(file)).split('\n').filter((one) => one !== '')) {
    const [, sha256, name] = /^([0-9a-f]{64}) [ *]([^/\\\0]+)$/.exec(line) ?? [];
    if (sha256 === undefined || name === undefined || sums.has(name))
      throw unusable(file, 'it is not a list of digests, one per file');
    sums.set(name, sha256);
  }
  return sums;
}

async function readText(file: string): Promise<string> {
  return await readPlainFile(file, {
    maxBytes,
    links: 'follow',
    refuse: ({ why, cause }) => unusable(file, why, cause),
  });
}

function unusable(file: string, why: string, cause?: unknown): UsageError {
  return new UsageError(`${file} cannot be used: ${why}.`, remedy, cause === undefined ? {} : { cause });
}
