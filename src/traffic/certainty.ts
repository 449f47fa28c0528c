import type { JudgeContext } from '../result.ts';

/** How much of the traffic's circumstances is known. Claims ask this instead of who the subject is. */
export interface Certainty {
  /** No other client uses the tokens, so counters and data change by the suite's own requests only. */
  readonly soleClient: boolean;
  /** The suite sent the requests, so each has a step and nothing is missing before, between or after them. */
  readonly ownSteps: boolean;
  /** The data are the suite's own, made up from a seed. */
  readonly syntheticData: boolean;
  /** Time is virtual, so instants are exact and nothing is rounded. */
  readonly exactClock: boolean;
}

const everything: Certainty = { soleClient: true, ownSteps: true, syntheticData: true, exactClock: true };
const nothing: Certainty = { soleClient: false, ownSteps: false, syntheticData: false, exactClock: false };

const certainties: Readonly<Record<JudgeContext['subject'], Certainty>> = {
  sandbox: everything,
  module: everything,
  command: { ...everything, exactClock: false },
  live: { ...nothing, ownSteps: true },
  replay: { ...nothing, ownSteps: true },
  har: nothing,
};

/** What is certain about traffic that was observed at a subject of this kind. */
export function certaintyOf(subject: JudgeContext['subject']): Certainty {
  return certainties[subject];
}
