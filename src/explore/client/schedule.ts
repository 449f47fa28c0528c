import type { Arbitrary } from 'fast-check';
import type { ClientRequirementId } from '../../../contracts/requirements/index.ts';
import type { Members } from '../../exchange.ts';
import type { Job } from '../../observation.ts';
import type { PageBody } from '../../scenarios/page-answers.ts';
import type { Asked, Rule, Scenario, Start } from '../../scenarios/scenario.ts';

/** One fault of a schedule, as plain data: `{do: 'outage', page: 2, statuses: [503]}`. */
export interface Fault extends Members {
  /** Name of its kind. */
  readonly do: string;
}

/** What a client meets in one run: plain data, so it can be kept and replayed. */
export interface Schedule extends Members {
  readonly job: Job;
  readonly students: number;
  readonly pageSize: number;
  readonly faults: readonly Fault[];
}

/**
 * What a fault asks of a client. `odd`: conforming, and must not matter. `overcome`: every conforming client goes on.
 * `unsure`: it may give up. `distrust`: it may take the list for broken, and stop. `end`: it cannot get the whole list, must not go on, or may have run out of time. `write`: about a write job.
 */
export type Effect = 'odd' | 'overcome' | 'unsure' | 'distrust' | 'end' | 'write';

/** How a fault is chosen, served and described. */
export interface FaultKind<Choice extends Members = Members> {
  readonly name: string;
  /** How often it comes in each round. */
  readonly share: number;
  effect(choice: Choice): Effect;
  /** Its parameters. `turn` counts the faults of this kind, from 0. */
  choices(turn: number): Arbitrary<Choice>;
  /** Rules that respond in place of the sandbox. */
  rules?(choice: Choice): readonly Rule[];
  /** Of an odd page: changes what the sandbox serves. */
  change?(page: PageBody, asked: Asked, choice: Choice): PageBody;
  /** What it exercises; `isAlone`: nothing else in the schedule can keep the client from the whole list, or makes it repeat itself. */
  provokes(choice: Choice, isAlone: boolean): readonly ClientRequirementId[];
  /** How often the client is started. @default once */
  starts?(choice: Choice): readonly Start[] | undefined;
  /** In a clause. */
  text(choice: Choice): string;
  /** What the schedule must be like. @default a walk with odd pages */
  readonly needs?: {
    readonly job?: Job;
    /** Nothing else may happen. */
    readonly alone?: true;
    readonly size?: Pick<Scenario, 'students' | 'pageSize'>;
  };
}

/** Keeps the parameters of one kind typed where it is written, and hides them where all kinds are listed. */
export function faultKind<Choice extends Members>(kind: FaultKind<Choice>): FaultKind {
  return kind as unknown as FaultKind;
}
