import type { Arbitrary } from 'fast-check';
import type { Need } from '../../contracts/requirement.ts';
import type { Api } from '../api.ts';
import { each } from './choices.ts';
import type { Command, CommandKind } from './command.ts';
import { accessKinds } from './commands/access.ts';
import { changeKinds } from './commands/changes.ts';
import { filterKinds } from './commands/filters.ts';
import { lmsKinds } from './commands/lms.ts';
import { pagingKinds } from './commands/paging.ts';
import { readKinds } from './commands/reads.ts';
import { refusalKinds } from './commands/refusals.ts';

/** Every kind of command. */
export const kinds: readonly CommandKind[] = [
  ...pagingKinds,
  ...changeKinds,
  ...accessKinds,
  ...readKinds,
  ...filterKinds,
  ...lmsKinds,
  ...refusalKinds,
];

/** What may be sent: the permissions of the target, and the APIs that are judged. */
export interface Scope {
  readonly allows: ReadonlySet<Need>;
  readonly apis: readonly Api[];
}

/** Commands per sequence: enough for one to meet what another left behind. */
const perSequence = 2;
/** Cards of one kind before any other kind has to wait: one walk is too little. */
const perLayer = 2;

/**
 * The sequences of a seed, by number. Each round of commands has every kind that is allowed, as often as its share, in an order
 * of its own, a few of each kind first; so a few hundred requests meet every kind, and the parameters go on from round to round.
 */
export function sequenceAt(seed: number, number: number, scope: Scope): Arbitrary<Command[]> {
  const { version, place: ownNumber, apis } = versionAt(number, scope);
  const deck = kinds
    .filter(({ needs }) => needs.every((need) => scope.allows.has(need)))
    .flatMap((kind) => {
      const api = apis.find(({ profile }) => profile.kind === kind.api);
      if (!api || kind.fits?.(api) === false) return [];
      return Array.from({ length: kind.share }, (_, at) => ({ kind, at, api }));
    });
  const commands = Array.from({ length: perSequence }, (_, at) => {
    const place = ownNumber * perSequence + at;
    const round = Math.floor(place / deck.length);
    // A few commands of each kind first, then the others of those that come more often.
    const cards = shuffled(deck, mix(seed, round)).toSorted((a, b) => layerOf(a) - layerOf(b));
    const card = cards[place % deck.length];
    if (!card) throw new RangeError('Nothing is allowed.');
    const { kind, api } = card;
    // Another seed begins elsewhere.
    const turn = (mix(seed, 0) % 97) + round * kind.share + card.at;
    return kind.choices(turn, api).map((choice): Command => ({ do: kind.name, ...version, ...choice }));
  });
  return each(commands);
}

/** Each version of the Data API has sequences of its own, one after the other: its lists and records are its own. */
function versionAt(number: number, { apis }: Scope) {
  const versions = apis.filter(({ profile }) => profile.kind === 'data');
  const data = versions[number % (versions.length || 1)];
  return {
    version: data ? { api: data.profile.name } : {},
    place: Math.floor(number / (versions.length || 1)),
    apis: apis.filter((one) => one === data || one.profile.kind !== 'data'),
  };
}

/** The first few cards of each kind, the next few, …. */
function layerOf({ at }: { readonly at: number }): number {
  return Math.floor(at / perLayer);
}

/** The seed of one sequence for fast-check: a 31-bit integer. */
export function mix(seed: number, number: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}

/** In an order that follows from the seed. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  return items
    .map((item, at) => ({ item, rank: mix(seed, at + 1) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** The kind of a command; `undefined` for one of another version. */
export function kindNamed(name: string): CommandKind | undefined {
  return kinds.find((one) => one.name === name);
}

/** What a command does, in a clause. */
export function textOf(command: Command): string {
  return kindNamed(command.do)?.text(command) ?? command.do;
}
