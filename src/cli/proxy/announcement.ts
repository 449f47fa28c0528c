import { count } from '../../report/escape.ts';
import type { ProxyOptions, Starting, Watching } from './flags.ts';

/** What is about to happen between a client that others start and a server. `own`: the base URL for the client. */
export function watchText(options: ProxyOptions, run: Watching, own: string): readonly string[] {
  const { budgetShare, allowWrites, scenarios, origin } = options;
  const budget =
    budgetShare === undefined
      ? 'The rate limit is the server’s own.'
      : `At most ${percent(budgetShare)} of the rate limit is used; requests beyond it wait.`;
  return [
    `Give the client the base URL ${own}: what it says goes on to ${origin}.`,
    `${allowWrites ? 'Reads and writes are passed on.' : 'Only reads are passed on (writes: --allow-writes).'} ${budget} ` +
      `Both sides are judged on Ctrl-C, or ${count(run.idleMs / 1000, 'second')} after the start or the last request.`,
    ...scenarios.map(({ name, title }) => `Injected: ${name.replace(/^explored\/(?=.*@)/, '')} (${title}).`),
  ];
}

/** What is about to happen to a client that is started once per scenario, and to its server. `playable`: scenarios that are allowed. */
export function startText(options: ProxyOptions, run: Starting, playable: number): string {
  const { origin, budgetShare = 1, allowWrites, scenarios } = options;
  const left = scenarios.length - playable;
  const writes = allowWrites
    ? 'what they create is deleted at the end'
    : left > 0
      ? `${left} that write are left out (--allow-writes)`
      : 'nothing is written';
  return (
    `Starting the client in ${count(playable, 'scenario')}, ${run.jobs} at once, with the data of ${origin} ` +
    `and at most ${percent(budgetShare)} of its rate limit; ${writes}.`
  );
}

/** `20 %`. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
