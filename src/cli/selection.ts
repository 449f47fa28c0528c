import {
  type ApiName,
  allProfiles,
  type Profile,
  profiles,
  todaysProfiles,
} from '../../contracts/profiles.ts';
import type { Level, Side } from '../../contracts/requirement.ts';
import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { UsageError } from '../errors.ts';
import { dataProfiles } from '../job-list.ts';
import { type SelectionHelp, select } from '../library/selection.ts';
import { nearest } from '../text/nearest.ts';

/** The values of `--level`. */
export const levels: readonly Level[] = ['required', 'recommended', 'observed'];

/** The selection flags, as typed. */
export interface SelectionFlags {
  readonly grep?: string;
  readonly requirement?: readonly string[];
  readonly level?: string;
}

/** The selected server requirements. Throws `UsageError` for invalid flags, `NothingJudgedError` for an empty selection. */
export function selectServer(flags: SelectionFlags): ReadonlySet<ServerRequirementId> {
  return selectBy<ServerRequirementId>(flags, 'server');
}

/** The same for client requirements. */
export function selectClient(flags: SelectionFlags): ReadonlySet<ClientRequirementId> {
  return selectBy<ClientRequirementId>(flags, 'client');
}

/** What to do about flags that select nothing. */
export const helpOnFlags: SelectionHelp = {
  list: 'Run "clever-conformance list" to see all.',
  excluded: 'Omit --grep and --level when using --requirement.',
  empty: 'Relax --grep, --requirement or --level; "clever-conformance list" accepts the same flags.',
};

function selectBy<Id extends RequirementId>(
  { requirement, level, grep }: SelectionFlags,
  side: Side,
): ReadonlySet<Id> {
  return select<Id>(
    {
      ...(requirement ? { requirements: requirement as readonly RequirementId[] } : {}),
      ...(level === undefined ? {} : { level: readChoice('--level', level, levels) }),
      ...(grep === undefined ? {} : { grep }),
    },
    side,
    helpOnFlags,
  );
}

/** One of several words. Throws `UsageError` with the nearest one. */
export function readChoice<T extends string>(flag: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  const [guess] = nearest(text, choices);
  throw new UsageError(
    `${flag} "${text}" is not one of ${choices.join(', ')}.`,
    guess === undefined ? 'Choose one of them.' : `Did you mean ${guess}?`,
  );
}

/** What is judged where no version is chosen: `data-v2.0,lms-v3.1`. */
export const defaultApis: string = profiles.map(({ name }) => name).join(',');

/** `data-v2.0,lms-v3.1`, or `all`: what Clever serves today. Throws `UsageError`. */
export function readApis(text: string): readonly ApiName[] {
  const names = allProfiles.map(({ name }) => name);
  const words = text.split(',').map((word) => readChoice('--api', word.trim(), [...names, 'all'] as const));
  const today: readonly ApiName[] = words.includes('all') ? todaysProfiles.map(({ name }) => name) : [];
  return names.filter((name) => words.includes(name) || today.includes(name));
}

/** One version of the Data API, alone or with LMS Connect, which every client is judged by. Throws `UsageError`. */
export function readClientApi(text: string): Profile {
  const names: readonly string[] = readApis(text);
  const [data = profiles[0], other] = dataProfiles.filter(({ name }) => names.includes(name));
  if (!other) return data;
  throw new UsageError(
    'A client is judged by one version of the Data API.',
    `Run it once for each version that it reads: ${dataProfiles.map(({ name }) => name).join(', ')}.`,
  );
}

/** An integer within bounds. */
export function readInteger(flag: string, text: string, min: number, max: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(
    `${flag} "${text}" is not an integer from ${min} to ${max}.`,
    'Give a number in this range.',
  );
}

/** `20%` as 0.2. */
export function readShare(flag: string, text: string): number {
  const percent = /^(\d{1,3})%?$/.exec(text)?.[1];
  const share = Number(percent) / 100;
  if (share > 0 && share <= 1) return share;
  throw new UsageError(`${flag} "${text}" is not a share from 1% to 100%.`, 'The default is 20%.');
}
