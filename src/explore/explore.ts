import fc from 'fast-check';
import type { Exchange } from '../exchange.ts';
import type { Command } from './command.ts';
import { mix, type Scope, sequenceAt, textOf } from './sequences.ts';

/** What is explored. */
export interface ExploreOptions {
  /** Requests that are generated at most; 0 only replays. */
  readonly requests: number;
  readonly seed: number;
  /** Only this sequence of the seed. @default as many as the requests allow */
  readonly number?: number | undefined;
  /** Sequences from a file, which come first. */
  readonly kept?: readonly KeptSequence[] | undefined;
  /** Whether what fails is shrunk. @default true */
  readonly shrinks?: boolean | undefined;
  /** How many requirements are judged: once each of them is violated, nothing is left to find. @default no end of them */
  readonly requirements?: number | undefined;
  /** The requirements that some exchanges of a sequence violate by themselves. */
  readonly judge: (exchanges: readonly Exchange[]) => readonly string[];
}

/** A sequence that is replayed. */
export interface KeptSequence {
  /** `explored/7-12` */
  readonly name: string;
  readonly commands: readonly Command[];
  /** The requirement that it violated. */
  readonly requirement?: string | undefined;
}

/** A sequence that was sent, with its place in the run. */
export interface ExploredSequence extends KeptSequence {
  /** What each command does, in a clause. */
  readonly steps: readonly string[];
  /** Positions in the run: `first` inclusive, `end` exclusive. */
  readonly first: number;
  readonly end: number;
  /** The smallest sequence that was found to violate `requirement`. */
  readonly isShrunk: boolean;
}

/** Who sends the sequences. */
export interface ExploreHost {
  readonly scope: Scope;
  /** The exchanges of the run until now. */
  readonly exchanges: readonly Exchange[];
  /** Whether shrinking counts as part of the requests, as at a server that is not the suite's own. */
  readonly isLive: boolean;
  /**
   * Carries out the commands at a target as it was found, with at most so many requests. Returns where the exchanges of whole
   * commands end: half a walk would look like a list that has no end.
   */
  play(name: string, commands: readonly Command[], maxRequests: number): Promise<number>;
}

/** What came of it, filled while it goes on: a run may end early. */
export interface Exploration {
  readonly sequences: ExploredSequence[];
  /** Positions of the exchanges that are no part of the result: attempts to shrink a sequence, and what was broken off. */
  readonly attempts: { readonly first: number; readonly end: number }[];
}

/** Runs of one sequence while it is shrunk. */
const maxAttempts = 60;
/** In process, shrinking may send so many times the requests that were generated. */
const shrinkShare = 4;
/** At a live target, the share of the requests that is left for shrinking once something fails. */
const liveShare = 2 / 3;

/** Sends generated sequences, and shrinks the first that violates each requirement. */
export async function explore(
  host: ExploreHost,
  options: ExploreOptions,
  { sequences, attempts }: Exploration,
): Promise<void> {
  const { requests, seed, judge } = options;
  const found = new Set<string>();
  const start = host.exchanges.length;
  const left = { generated: requests, shrinking: host.isLive ? 0 : shrinkShare * requests };
  const sent = () => host.exchanges.length - start;

  const playOnce = async (name: string, commands: readonly Command[], maxRequests: number) => {
    const first = host.exchanges.length;
    let end = first;
    try {
      end = await host.play(name, commands, maxRequests);
    } finally {
      if (end < host.exchanges.length) attempts.push({ first: end, end: host.exchanges.length });
    }
    return { first, end, violated: judge(host.exchanges.slice(first, end)) };
  };
  const add = (
    kept: KeptSequence,
    { first, end }: { readonly first: number; readonly end: number },
    isShrunk: boolean,
  ) => sequences.push({ ...kept, steps: kept.commands.map(textOf), first, end, isShrunk });

  /** Finds a smaller sequence that violates the requirement, by playing smaller ones. */
  const shrink = async (number: number, requirement: string): Promise<void> => {
    const name = `explored/${seed}-${number}`;
    let best: (Awaited<ReturnType<typeof playOnce>> & { readonly commands: readonly Command[] }) | undefined;
    let tries = 0;
    const holds = async (commands: Command[]) => {
      const most = host.isLive ? requests - sent() : left.shrinking;
      if (tries++ >= maxAttempts || most <= 0) return true;
      const played = await playOnce(name, commands, most);
      left.shrinking -= host.exchanges.length - played.first;
      attempts.push({ first: played.first, end: played.end });
      if (!played.violated.includes(requirement)) return true;
      best = { ...played, commands };
      return false;
    };
    const property = fc.asyncProperty(sequenceAt(seed, number, host.scope), holds);
    await fc.check(property, { seed: mix(seed, number), numRuns: 1 });
    const smallest = best;
    if (!smallest) return;
    attempts.splice(
      // An attempt that sent nothing begins where the next one does.
      attempts.findIndex((one) => one.first === smallest.first && one.end === smallest.end),
      1,
    );
    add({ name: `${name}/shrunk`, commands: smallest.commands, requirement }, smallest, true);
  };

  for (const kept of options.kept ?? []) add(kept, await playOnce(kept.name, kept.commands, Infinity), true);

  for (let number = options.number ?? 0; left.generated > 0; number++) {
    if (host.isLive && sent() >= requests * (found.size > 0 ? liveShare : 1)) break;
    const commands = generate(seed, number, host.scope);
    const most = host.isLive ? requests - sent() : left.generated;
    const name = `explored/${seed}-${number}`;
    const played = await playOnce(name, commands, most);
    left.generated -= Math.max(1, host.exchanges.length - played.first);
    add({ name, commands }, played, false);
    for (const requirement of played.violated) {
      if (found.has(requirement)) continue;
      found.add(requirement);
      if (options.shrinks !== false) await shrink(number, requirement);
    }
    if (options.number !== undefined || found.size >= (options.requirements ?? Infinity)) break;
  }
}

/** The sequence of a seed with a number. */
export function generate(seed: number, number: number, scope: Scope): readonly Command[] {
  let commands: readonly Command[] = [];
  const property = fc.property(sequenceAt(seed, number, scope), (one) => {
    commands = one;
    return true;
  });
  fc.check(property, { seed: mix(seed, number), numRuns: 1 });
  return commands;
}
