import type { Profile } from '../../contracts/profiles.ts';
import type { StepId } from '../../contracts/steps/index.ts';
import { type Api, dataApiOf } from '../api.ts';
import type { Exchange } from '../exchange.ts';
import type { Certainty } from './certainty.ts';
import { DataRequests } from './data-requests.ts';
import { Events } from './events.ts';
import { withoutSentAgain, withoutUnkept } from './kept.ts';
import { type BareLists, findBareLists } from './lists/bare-lists.ts';
import { findLists, type Lists } from './lists/lists.ts';
import { LmsTraffic } from './lms/lms-traffic.ts';
import { OperationsTraffic } from './operation-traffic.ts';
import { RateLimit } from './rate-limit/rate-limit.ts';
import type { ReadExchange } from './read-exchange.ts';
import { createReader } from './reader.ts';
import { findRecordPairs, type RecordPairs } from './records/record-pairs.ts';
import { findRecordPlaces, type RecordPlace } from './records/record-places.ts';
import { Records } from './records/records.ts';
import { findRelations, type RelationTraffic } from './records/relations.ts';
import { Snapshot } from './records/snapshot.ts';
import { indexSteps, type PlacedStep, type StepCase, type StepIndex, stepsOf } from './steps.ts';

export interface TrafficOptions {
  /** The API versions that are judged. */
  readonly profiles: readonly Profile[];
  readonly certainty: Certainty;
  /** Finds the steps in traffic that the suite did not send. @default those that the probes named */
  readonly attribute?: ((traffic: Traffic) => readonly PlacedStep[]) | undefined;
}

/** Views, each read when it was first asked for. */
interface Views {
  steps?: StepIndex;
  lists?: Lists;
  bareLists?: readonly BareLists[];
  data?: DataRequests;
  lms?: LmsTraffic;
  operations?: OperationsTraffic;
  records?: Records;
  snapshot?: Snapshot;
  recordPairs?: readonly RecordPairs[];
  recordPlaces?: readonly RecordPlace[];
  relations?: readonly RelationTraffic[];
  events?: Events;
  rateLimit?: RateLimit;
}

/**
 * Everything that claims, captures and charts know about what crossed the wire. Each view is read when it is first asked for,
 * and once; nothing in it changes.
 */
export class Traffic {
  /** A response whose body a capture does not contain is none here; a read that was sent again is here once. */
  readonly exchanges: readonly ReadExchange[];
  /** All exchanges, with the status and headers of those responses: for what needs no body. */
  readonly heads: readonly ReadExchange[];
  readonly profiles: readonly Profile[];
  /** The Data API in the version that is judged; without operations where none is. */
  readonly dataApi: Api;
  readonly certainty: Certainty;
  readonly #attribute: TrafficOptions['attribute'];
  #views: Views = {};

  constructor(
    exchanges: readonly ReadExchange[],
    { profiles, certainty, attribute }: TrafficOptions,
    heads: readonly ReadExchange[] = exchanges,
  ) {
    this.exchanges = exchanges;
    this.heads = heads;
    this.profiles = profiles;
    this.dataApi = dataApiOf(profiles);
    this.certainty = certainty;
    this.#attribute = attribute;
  }

  /** Lets go of every view but the steps, which are few and take all others to find, and of what the exchanges keep. */
  forget(): void {
    const { steps } = this.#views;
    this.#views = steps ? { steps } : {};
    for (const exchange of this.heads) exchange.forget();
    for (const exchange of this.exchanges) exchange.forget();
  }

  /** The cases of a requirement, in the order in which they were exercised. */
  steps<Id extends StepId>(id: Id): readonly StepCase<Id>[] {
    this.#views.steps ??= indexSteps(this.#attribute?.(this) ?? stepsOf(this.exchanges));
    return this.#views.steps.casesOf(id);
  }

  get lists(): Lists {
    this.#views.lists ??= findLists(this.exchanges, this.profiles, this.certainty);
    return this.#views.lists;
  }

  /** Lists whose entries have neither envelopes nor ids, such as attendance. */
  get bareLists(): readonly BareLists[] {
    this.#views.bareLists ??= findBareLists(this.exchanges);
    return this.#views.bareLists;
  }

  /** Requests on documented paths of the Data API. */
  get data(): DataRequests {
    this.#views.data ??= new DataRequests(this.exchanges);
    return this.#views.data;
  }

  /** What LMS Connect traffic shows. */
  get lms(): LmsTraffic {
    this.#views.lms ??= new LmsTraffic({
      exchanges: this.exchanges,
      profiles: this.profiles,
      certainty: this.certainty,
      steps: (id) => this.steps(id),
    });
    return this.#views.lms;
  }

  /** Traffic by the documented operation that it addresses. */
  get operations(): OperationsTraffic {
    this.#views.operations ??= new OperationsTraffic(this.exchanges, this.profiles);
    return this.#views.operations;
  }

  /** The records of the Data API. */
  get records(): Records {
    this.#views.records ??= new Records(this.exchanges, this.dataApi);
    return this.#views.records;
  }

  /** The responses of the Data API that can be compared with each other. */
  get snapshot(): Snapshot {
    this.#views.snapshot ??= new Snapshot(this.exchanges, this.dataApi, this.certainty);
    return this.#views.snapshot;
  }

  /** Records in lists next to the same records by id, by type. */
  get recordPairs(): readonly RecordPairs[] {
    this.#views.recordPairs ??= findRecordPairs(this.snapshot);
    return this.#views.recordPairs;
  }

  /** Where records have to be found, and what is missing there. */
  get recordPlaces(): readonly RecordPlace[] {
    this.#views.recordPlaces ??= findRecordPlaces(this.snapshot);
    return this.#views.recordPlaces;
  }

  /** The relations between the types of the Data API. */
  get relations(): readonly RelationTraffic[] {
    this.#views.relations ??= findRelations(this.snapshot);
    return this.#views.relations;
  }

  /** The events of the Data API. */
  get events(): Events {
    this.#views.events ??= new Events(this.exchanges, this.dataApi);
    return this.#views.events;
  }

  /** What responses report about the rate limit. */
  get rateLimit(): RateLimit {
    this.#views.rateLimit ??= new RateLimit(this);
    return this.#views.rateLimit;
  }
}

/** Reads exchanges once. */
export function readTraffic(exchanges: readonly Exchange[], options: TrafficOptions): Traffic {
  const known = withoutUnkept(options.certainty.ownSteps ? withoutSentAgain(exchanges) : exchanges);
  const reader = createReader(options.profiles);
  const read = reader(known);
  if (known.length === exchanges.length && known.every((one, at) => one === exchanges[at]))
    return new Traffic(read, options);
  const bySeq = new Map(read.map((one) => [one.seq, one]));
  const heads = reader(exchanges).map((one) =>
    one.response?.notKept === 'body' ? one : (bySeq.get(one.seq) ?? one),
  );
  return new Traffic(read, options, heads);
}
