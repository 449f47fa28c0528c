import type { ClientClaim, ClientRun, Job, ScenarioObservation } from '../../observation.ts';
import type { Certainty } from '../certainty.ts';
import type { ReadExchange } from '../read-exchange.ts';
import { compareIds, endingText, type IdComparison } from './endings.ts';

/** A scenario and its runs without the exchanges: what was asked of the client, what it reported, and which rules answered. */
export class ObservedScenario {
  /** Name of the scenario. */
  readonly name: string;
  readonly observation: Omit<ScenarioObservation, 'exchanges'>;
  readonly certainty: Certainty;

  constructor(observation: Omit<ScenarioObservation, 'exchanges'>) {
    this.name = observation.scenario;
    this.observation = observation;
    // In a capture no job was given, no end was reported, and other clients may use the token.
    const isOwn = observation.captured === undefined;
    this.certainty = {
      soleClient: isOwn,
      ownSteps: isOwn,
      syntheticData: isOwn,
      exactClock: observation.timing === 'virtual',
    };
  }

  get job(): Job {
    return this.observation.job;
  }

  get origin(): string {
    return this.observation.origin;
  }

  get runs(): readonly ClientRun[] {
    return this.observation.runs;
  }

  /** Ids of the whole collection, ascending. */
  get truth(): readonly string[] {
    return this.observation.truth;
  }

  /** What the client reported at the end of its last run. */
  get report(): ClientClaim | undefined {
    return this.runs.at(-1)?.claim;
  }

  /** Labels of the scenario's rules that never answered. */
  get unreachedRules(): readonly string[] {
    const { account } = this.observation;
    return Object.keys(account).filter((label) => account[label] === 0);
  }

  /** How the last run ended, in a clause. */
  get ending(): string {
    return endingText(this.report);
  }

  /** Whether a limit of the suite ended the last run, so that it did not come to an end by itself. */
  get wasStopped(): boolean {
    const endedBy = this.report?.endedBy;
    return endedBy === 'requests' || endedBy === 'time' || endedBy === 'output' || endedBy === 'memory';
  }

  /** Whether the scenario has no rules, so that the server behaves as usual all the time. */
  get isUsual(): boolean {
    return Object.keys(this.observation.account).length === 0;
  }

  /** Whether a rule of the scenario ever answered. */
  get reachedAnyRule(): boolean {
    return Object.values(this.observation.account).some((times) => times > 0);
  }

  /**
   * The reported ids compared with the whole collection. A later start may report the rest only, or all again, so what counts as
   * repeated is within one start.
   */
  get reportedIds(): IdComparison {
    const all = compareIds([...new Set(this.runs.flatMap(({ claim }) => claim.ids))], this.truth);
    return { ...all, repeated: compareIds(this.report?.ids ?? [], this.truth).repeated };
  }

  /** Index of the run of the client that a request belongs to. */
  runIndexOf({ request }: ReadExchange): number {
    return Math.max(
      0,
      this.runs.findLastIndex((run) => run.startedAtMs <= request.sentAtMs),
    );
  }
}
