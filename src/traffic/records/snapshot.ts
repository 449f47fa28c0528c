import type { Api } from '../../api.ts';
import type { Certainty } from '../certainty.ts';
import { OperationsTraffic } from '../operation-traffic.ts';
import type { ReadExchange } from '../read-exchange.ts';

/** Responses so close together show one state of the data, even in captured traffic. */
const togetherMs = 10_000;

/**
 * Responses of the Data API that can be compared with each other. Of the suite's own requests these are those of the `data`
 * probes, during which nothing changes. In captured traffic records may come and go at any time, so an agreement counts
 * there, and a disagreement counts only if a change cannot explain it.
 */
export class Snapshot {
  readonly api: Api;
  readonly exchanges: readonly ReadExchange[];
  /** Whether the data may have changed meanwhile. */
  readonly mayChange: boolean;
  /** Whether only the suite could have changed them, so that any two responses can be compared. */
  readonly isSettled: boolean;
  #operations: OperationsTraffic | undefined;

  constructor(
    exchanges: readonly ReadExchange[],
    api: Api,
    { ownSteps, soleClient }: Pick<Certainty, 'ownSteps' | 'soleClient'>,
  ) {
    this.api = api;
    this.exchanges = exchanges.filter(
      (one) =>
        one.addressed?.profile.kind === 'data' &&
        (!ownSteps || (one.step?.claim.startsWith('data/') ?? false)),
    );
    this.mayChange = !ownSteps;
    this.isSettled = ownSteps && soleClient;
  }

  get operations(): OperationsTraffic {
    this.#operations ??= new OperationsTraffic(this.exchanges, []);
    return this.#operations;
  }

  /** Whether the data may have changed between two responses. */
  mayChangeBetween(one: ReadExchange, other: ReadExchange): boolean {
    return this.mayChange && Math.abs(one.request.sentAtMs - other.request.sentAtMs) > togetherMs;
  }
}
