import type { Traffic } from './captured.ts';

/** One sentence on what of a capture is judged and what was left out: `a.har: 25 of 143 entries go to …`. */
export function tallyLine(name: string, { exchanges, tokens, tally, isUntimed }: Traffic): string {
  const left = [
    [tally.otherHosts, 'to other hosts'],
    [tally.otherPaths, 'for other paths'],
    [tally.preflights, 'browser preflights'],
  ] as const;
  const gone = [
    [tally.notKept, 'whose body was not captured'],
    [tally.cached, 'served from a cache'],
  ] as const;
  const named = someOf(tally.undescribed);
  const list = (counts: readonly (readonly [number, string])[]) =>
    counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ');
  return [
    `${name}: ${exchanges.length} of ${tally.entries} entries go to a Clever API (${tally.origins.join(', ')}; ${tokens.length === 1 ? '1 token' : `${tokens.length} tokens`}).`,
    ...(list(left) === '' ? [] : [`Left out: ${list(left)}.`]),
    ...(list(gone) === ''
      ? []
      : [`Judged by status and headers only, or not at all: responses ${list(gone)}.`]),
    ...(isUntimed ? ['Clients are not judged: the file does not contain the times of requests.'] : []),
    ...(named === ''
      ? []
      : [`Judged by status and headers only, since no requirement is about it: ${named}.`]),
  ].join(' ');
}

/** `/me, /users/{id}/mystudents and 3 more`. */
export function someOf(names: readonly string[]): string {
  const left = names.length - 5;
  return `${names.slice(0, 5).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
