import type { Profile } from '../../../contracts/profiles.ts';
import { matchesPattern } from '../../catalogue.ts';
import { UsageError } from '../../errors.ts';
import { exploredSchedules } from '../../explore/client/explore-client.ts';
import { scenariosIn } from '../../scenarios/index.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { nearest } from '../../text/nearest.ts';
import { isPlaceFault, placeFault } from './places.ts';

export type { Scenario } from '../../scenarios/scenario.ts';

export interface InjectedOptions {
  /** The version of the Data API that scenarios are about. */
  readonly profile: Profile;
  /** Of `explored:20`. */
  readonly seed: number;
  /** The client is started once per scenario; otherwise all that is named is played into one conversation. */
  readonly isStarted: boolean;
}

/** Schedules that a run plays at most. */
const maxSchedules = 1000;

/**
 * What is to be injected: a scenario of the client side by its name, `*` matching anything; a fault at a place (`429@page:2`); a
 * generated schedule (`explored/7-12`), or the first of a seed (`explored:20`). Throws `UsageError`.
 */
export function injected(texts: readonly string[], options: InjectedOptions): readonly Scenario[] {
  const found = texts.flatMap((text) => scenariosFor(text, options));
  const names = new Set<string>();
  return found.filter(({ name }) => !names.has(name) && names.add(name));
}

function scenariosFor(text: string, { profile, seed, isStarted }: InjectedOptions): readonly Scenario[] {
  if (isPlaceFault(text)) return [placeFault(text)];
  const [, ownSeed, number, amount] = /^explored(?:\/(\d{1,10})-(\d{1,6})|:(\d+))$/.exec(text) ?? [];
  if (ownSeed !== undefined || amount !== undefined) {
    const one = number === undefined ? {} : { number: Number(number) };
    const schedules = Number(amount ?? 1);
    if (schedules < 1 || schedules > maxSchedules)
      throw new UsageError(
        `--inject "${text}" asks for a number of schedules that cannot be played.`,
        `Give one from 1 to ${maxSchedules}: explored:20.`,
      );
    return oneOf(
      text,
      exploredSchedules({ schedules, seed: Number(ownSeed ?? seed), ...one }).map(({ scenario }) => scenario),
      isStarted,
    );
  }
  const all = scenariosIn(profile);
  const found = all.filter(({ name }) => name === text || (text.includes('*') && matchesPattern(text, name)));
  if (found.length > 0) return oneOf(text, found, isStarted);
  const [guess] = nearest(
    text,
    all.map(({ name }) => name),
  );
  throw new UsageError(
    `--inject "${text}" names no scenario of ${profile.name}.`,
    guess === undefined ? 'Every report of a client lists the names.' : `Did you mean ${guess}?`,
  );
}

function oneOf(text: string, found: readonly Scenario[], isStarted: boolean): readonly Scenario[] {
  if (isStarted || found.length === 1) return found;
  throw new UsageError(
    `--inject "${text}" names ${found.length} scenarios, which one conversation cannot keep apart.`,
    'Name one of them; or give the command of the client after --, to have it started once for each.',
  );
}
