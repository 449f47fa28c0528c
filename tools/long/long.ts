/** Something that was said against an implementation that breaks nothing, or was not said though it should have been. */
export interface Alarm {
  /** Of the requirement, or `the run` where it did not come to its end. */
  readonly id: string;
  readonly outcome: string;
  readonly why: string;
}

/** What came of judging one legal implementation. */
export interface Verdict {
  /** Requirements that passed or failed: those that were really judged. */
  readonly judged: number;
  readonly alarms: readonly Alarm[];
}

/** What came of judging many. */
export interface LongTally {
  readonly checks: number;
  readonly runs: number;
  /** Runs in which something was said that should not have been. */
  readonly alarming: number;
}

/** The seed of one run of many: from the seed of all and its number, a positive 31-bit integer. */
export function seedOfRun(seed: number, number: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}

/**
 * The share of checks that go wrong is below this with 95 % confidence, when none of `checks` did: the rule of three,
 * 3/n. It holds for implementations like those that were drawn, and no others.
 */
export function boundOf(checks: number): number {
  return checks > 0 ? Math.min(1, 3 / checks) : 1;
}

/** What a long proof says at its end, in one or two sentences. */
export function tallyText({ checks, runs, alarming }: LongTally): string {
  const count = (n: number) => n.toLocaleString('en');
  const seen = `${count(checks)} judged checks in ${count(runs)} runs of legal servers and clients`;
  if (alarming > 0) return `${seen}: ${count(alarming)} ${alarming === 1 ? 'run' : 'runs'} with an alarm.`;
  const share = boundOf(checks).toExponential(1);
  return `${seen}: no alarm. With 95 % confidence fewer than ${share} of such checks accuse somebody honest (3/n).`;
}
