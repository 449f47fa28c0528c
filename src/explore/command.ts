import type { Arbitrary } from 'fast-check';
import type { Need } from '../../contracts/requirement.ts';
import type { Api } from '../api.ts';
import type { Members } from '../exchange.ts';
import type { Actor } from '../probes/probe.ts';

/** One whole capability, as plain data: `{do: 'walk', list: '/students', limit: 7}`. It fits any district. */
export interface Command extends Members {
  /** Name of its kind. */
  readonly do: string;
  /** The version of the Data API whose lists it names. @default v2.0, as in files from before there were others */
  readonly api?: string;
}

/** What the commands of one sequence share. The target is as it was found when a sequence begins. */
export interface Setting {
  /** Acts on the Data API. */
  readonly data: Actor;
  /** Acts on LMS Connect. */
  readonly lms: Actor;
  /** Ids of lists that were read in this sequence, by path. */
  readonly known: Map<string, readonly string[]>;
  /** A number that no command of this sequence got before, from 1; names cases that must not be mixed. */
  readonly nextNumber: () => number;
  /** Whether something is done for the first time in this sequence. */
  readonly isFirst: (what: string) => boolean;
}

/** How a capability is chosen, carried out and described. */
export interface CommandKind<Choice extends Members = Members> {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly api: 'data' | 'lms';
  /** How often it comes in each round of commands. */
  readonly share: number;
  /** Whether an API has what it is about. @default every one has */
  fits?(api: Api): boolean;
  /** Its parameters. `turn` counts the commands of this kind for this API in a run, from 0, so that few turns cover many lists. */
  choices(turn: number, api: Api): Arbitrary<Choice>;
  run(setting: Setting, choice: Choice): Promise<void>;
  /** What it does, in a clause. */
  text(choice: Choice): string;
}

/** Keeps the parameters of one kind typed where it is written, and hides them where all kinds are listed. */
export function kindOf<Choice extends Members>(kind: CommandKind<Choice>): CommandKind {
  return kind as unknown as CommandKind;
}

/** The item whose turn it is. */
export function inTurn<T>(items: readonly T[], turn: number): T {
  const item = items[turn % items.length];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

/** Some of the items, beginning elsewhere in each turn. */
export function someOf<T>(items: readonly T[], turn: number, count: number): readonly T[] {
  const from = items.length === 0 ? 0 : (turn * count) % items.length;
  return [...items, ...items].slice(from, from + Math.min(count, items.length));
}

/** The item at a share (0 to 1) of a list; `undefined` for an empty list. */
export function itemAt<T>(items: readonly T[], share: number): T | undefined {
  return items[Math.min(items.length - 1, Math.floor(share * items.length))];
}
