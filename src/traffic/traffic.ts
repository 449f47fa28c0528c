import type { Profile } from '../../contracts/profiles.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { Exchange } from '../exchange.ts';
import type { Certainty } from './certainty.ts';
import { findLists, type Lists } from './lists.ts';
import { RateLimit } from './rate-limit.ts';
import { type ReadExchange, readExchanges } from './read-exchange.ts';
import { indexSteps, type PlacedStep, type StepCase, type StepIndex, stepsOf } from './steps.ts';

export interface TrafficOptions {
  /** The API versions that are judged. */
  readonly profiles: readonly Profile[];
  readonly certainty: Certainty;
  /** Finds the steps in traffic that the suite did not send. @default those that the probes named */
  readonly attribute?: ((traffic: Traffic) => readonly PlacedStep[]) | undefined;
}

/**
 * Everything that claims, captures and charts know about what crossed the wire. Each view is read when it is first asked for,
 * and once; nothing in it changes.
 */
export class Traffic {
  readonly exchanges: readonly ReadExchange[];
  readonly profiles: readonly Profile[];
  readonly certainty: Certainty;
  readonly #attribute: TrafficOptions['attribute'];
  #steps: StepIndex | undefined;
  #lists: Lists | undefined;
  #rateLimit: RateLimit | undefined;

  constructor(exchanges: readonly ReadExchange[], { profiles, certainty, attribute }: TrafficOptions) {
    this.exchanges = exchanges;
    this.profiles = profiles;
    this.certainty = certainty;
    this.#attribute = attribute;
  }

  /** The cases of a requirement, in the order in which they were exercised. */
  steps<Id extends ServerRequirementId>(id: Id): readonly StepCase<Id>[] {
    this.#steps ??= indexSteps(this.#attribute?.(this) ?? stepsOf(this.exchanges));
    return this.#steps.casesOf(id);
  }

  get lists(): Lists {
    this.#lists ??= findLists(this.exchanges, this.profiles, this.certainty);
    return this.#lists;
  }

  /** What responses report about the rate limit. */
  get rateLimit(): RateLimit {
    this.#rateLimit ??= new RateLimit(this);
    return this.#rateLimit;
  }
}

/** Reads exchanges once. */
export function readTraffic(exchanges: readonly Exchange[], options: TrafficOptions): Traffic {
  return new Traffic(readExchanges(exchanges, options.profiles), options);
}
