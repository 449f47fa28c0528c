import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isReport } from '../../generated/files/report.js';
import { UsageError } from '../errors.ts';
import { formatFault, schemaFault } from '../file-schema.ts';
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
  const fault = formatFault(value, { name: 'clever-conformance/report', noun: 'a report' });
  const damage = fault ?? schemaFault(value, isReport);
  if (damage !== undefined) throw new UsageError(`${file} cannot be used: ${damage}.`, remedy);
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
