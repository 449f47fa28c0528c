import { existsSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { writeFileAtomic } from '../evidence/atomic.ts';
import { readPlainBytes } from '../plain-file.ts';
import { isObject } from '../text/json.ts';
import type { KeptSchedule } from './client/explore-client.ts';
import type { Schedule } from './client/schedule.ts';
import type { Command } from './command.ts';
import type { KeptSequence } from './explore.ts';

/** What was shrunk in earlier runs: sequences for servers, schedules for clients. */
export interface ExploredFile {
  readonly format: 'clever-conformance/explored';
  readonly formatVersion: 1;
  readonly sequences: readonly KeptSequence[];
  readonly schedules: readonly KeptSchedule[];
}

export const nothingKept: ExploredFile = {
  format: 'clever-conformance/explored',
  formatVersion: 1,
  sequences: [],
  schedules: [],
};

/** More than anyone keeps by hand. */
const maxBytes = 4 * 1024 * 1024;

/** Reads a file of kept sequences; one that does not exist yet is empty. Throws `UsageError`. */
export async function readExploredFile(file: string): Promise<ExploredFile> {
  if (!existsSync(file)) return nothingKept;
  const unusable = (why: string) =>
    new UsageError(`${file} cannot be replayed: ${why}.`, 'Give a file that --explore-file has written.');
  const bytes = await readPlainBytes(file, { maxBytes, links: 'follow', refuse: ({ why }) => unusable(why) });
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw unusable('it is not JSON');
  }
  if (!isObject(value) || value.format !== nothingKept.format) throw unusable('it has another format');
  const { sequences = [], schedules = [] } = value;
  if (!isListOf(sequences, isSequence)) throw unusable('a sequence has no name or no commands');
  if (!isListOf(schedules, isSchedule)) throw unusable('a schedule has no name or no faults');
  return { ...nothingKept, sequences, schedules };
}

/** Adds what is new to what was kept; the first of each name and requirement stays. */
export async function addToExploredFile(
  file: string,
  kept: ExploredFile,
  found: Pick<ExploredFile, 'sequences' | 'schedules'>,
): Promise<void> {
  const keyOf = (one: { readonly name: string; readonly requirement?: string | undefined }) =>
    `${one.name} ${one.requirement ?? ''}`;
  const together = <T extends { readonly name: string; readonly requirement?: string | undefined }>(
    some: readonly T[],
    more: readonly T[],
  ) => {
    const all = new Map([...more, ...some].map((one) => [keyOf(one), one]));
    return [...new Set([...some.map(keyOf), ...all.keys()])].flatMap((key) => all.get(key) ?? []);
  };
  const whole: ExploredFile = {
    ...kept,
    sequences: together(kept.sequences, found.sequences),
    schedules: together(kept.schedules, found.schedules),
  };
  await writeFileAtomic(file, `${JSON.stringify(whole, undefined, 2)}\n`);
}

function isListOf<T>(value: unknown, is: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.every(is);
}

function isSequence(value: unknown): value is KeptSequence {
  return isObject(value) && typeof value.name === 'string' && isListOf(value.commands, isCommand);
}

function isCommand(value: unknown): value is Command {
  return isObject(value) && typeof value.do === 'string';
}

function isSchedule(value: unknown): value is KeptSchedule {
  if (!isObject(value) || typeof value.name !== 'string' || !isObject(value.schedule)) return false;
  const { job, students, pageSize, faults } = value.schedule as unknown as Schedule;
  return (
    typeof job === 'string' &&
    Number.isSafeInteger(students) &&
    students >= 0 &&
    students <= 1000 &&
    Number.isSafeInteger(pageSize) &&
    pageSize >= 1 &&
    isListOf(faults, isCommand)
  );
}
