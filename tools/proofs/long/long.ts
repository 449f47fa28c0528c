/** A wrong outcome for a conforming implementation. */
export interface Alarm {
  /** Of the requirement, or `the run` if it ended early. */
  readonly id: string;
  readonly outcome: string;
  readonly why: string;
}

/** The result for one conforming implementation. */
export interface Verdict {
  /** Number of requirements that passed or failed. */
  readonly judged: number;
  readonly alarms: readonly Alarm[];
}

/** The totals of many runs. */
export interface LongTally {
  readonly checks: number;
  readonly runs: number;
  /** Runs with an alarm. */
  readonly alarming: number;
}

/** The seed of one run, derived from the common seed and its number: a non-negative 31-bit integer. */
export function seedOfRun(seed: number, number: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}

/**
 * Upper bound of the share of wrong checks with 95 % confidence if none of `checks` was wrong: the rule of three, 3/n. It
 * applies only to implementations like the sampled ones.
 */
export function boundOf(checks: number): number {
  return checks > 0 ? Math.min(1, 3 / checks) : 1;
}

/** The summary of a long proof, in one or two sentences. */
export function tallyText({ checks, runs, alarming }: LongTally): string {
  const count = (n: number) => n.toLocaleString('en');
  const seen = `${count(checks)} judged checks in ${count(runs)} runs of conforming servers and clients`;
  if (alarming > 0) return `${seen}: ${count(alarming)} ${alarming === 1 ? 'run' : 'runs'} with an alarm.`;
  const share = boundOf(checks).toExponential(1);
  return `${seen}: no alarm. With 95 % confidence fewer than ${share} of such checks are false alarms (3/n).`;
}
