import type { ReadExchange } from '../read-exchange.ts';
import type { Traffic } from '../traffic.ts';
import {
  type QuotaRequirement,
  type QuotaWindow,
  quotaWindowsIn,
  type Refill,
  refillIn,
  type TokenTurns,
  turnsIn,
} from './cases.ts';
import {
  isOneCounter,
  type Neighbours,
  neighboursIn,
  type RateLimitResponse,
  readRateLimit,
} from './responses.ts';

export type { QuotaWindow, Turn } from './cases.ts';
export type { CounterChange, RateLimitResponse } from './responses.ts';

/** The responses of one API version. */
export interface VersionResponses {
  /** Name of the version. */
  readonly name: string;
  readonly responses: readonly RateLimitResponse[];
}

/** The responses of one token. */
export interface TokenResponses {
  /** Numbered by the first response. */
  readonly name: `token ${number}`;
  readonly responses: readonly RateLimitResponse[];
}

/** Admitted requests in a row, each with the one after it. */
export interface Run {
  readonly name: string;
  readonly neighbours: readonly Neighbours[];
  /** Admitted requests with refused ones between them, none of these a 429. */
  readonly gaps: readonly Gap[];
}

/** Two admitted requests, and how many of the token were sent since the first, the second included. */
export interface Gap extends Neighbours {
  readonly requests: number;
}

/** Windows that were used up, by case. */
export interface QuotaCase {
  readonly name: string;
  readonly windows: readonly QuotaWindow[];
}

/** Everything that responses report about the rate limit. */
export class RateLimit {
  /** In the order of their requests. */
  readonly responses: readonly RateLimitResponse[];
  readonly #traffic: Traffic;
  readonly #byExchange: ReadonlyMap<ReadExchange, RateLimitResponse>;
  readonly #shared = new Map<string, boolean>();
  #versions: readonly VersionResponses[] | undefined;
  #tokens: readonly TokenResponses[] | undefined;
  #runs: readonly Run[] | undefined;

  constructor(traffic: Traffic) {
    this.#traffic = traffic;
    this.responses = traffic.heads.flatMap((exchange) => readRateLimit(exchange) ?? []);
    this.#byExchange = new Map(this.responses.map((one) => [one.exchange, one]));
  }

  /** `undefined` when no response came, or when the path belongs to none of the judged API versions. */
  readonly responseOf = (exchange: ReadExchange): RateLimitResponse | undefined =>
    this.#byExchange.get(exchange);

  get versions(): readonly VersionResponses[] {
    this.#versions ??= [...Map.groupBy(this.responses, ({ profile }) => profile.name)].map(
      ([name, responses]) => ({ name, responses }),
    );
    return this.#versions;
  }

  /** A response to a request without a token counts for none. */
  get tokens(): readonly TokenResponses[] {
    this.#tokens ??= [...Map.groupBy(this.responses, ({ exchange }) => exchange.token)]
      .filter(([token]) => token !== '')
      .map(([, responses], at) => ({ name: `token ${at + 1}` as const, responses }));
    return this.#tokens;
  }

  /** Where counters may be compared: no state and no other probe lies between these requests. */
  get runs(): readonly Run[] {
    const { ownSteps } = this.#traffic.certainty;
    this.#runs ??= this.#traffic.steps('rate-limit/remaining-counts-down').map(({ name, exchanges }) => ({
      name,
      neighbours: neighboursIn(exchanges.map(this.responseOf)).filter(
        (pair) => pair.before.isAdmitted && pair.after.isAdmitted && (ownSteps || isOneCounter(pair)),
      ),
      gaps: ownSteps ? this.#gapsIn(exchanges) : [],
    }));
    return this.#runs;
  }

  /**
   * Any two requests of a token in a row, whatever they were sent for, where no other client uses it. A state may have set a
   * counter in between: then it is full, or the requests are about the rate limit.
   */
  get rows(): readonly Run[] {
    const { soleClient, ownSteps } = this.#traffic.certainty;
    if (!soleClient || !ownSteps) return [];
    const rows = this.tokens.map(({ name, responses }) => ({
      name: `${name}, all requests`,
      neighbours: neighboursIn(responses.filter(isAboutElse)).filter(
        ({ before, after, changes }) =>
          before.isAdmitted &&
          after.isAdmitted &&
          after.exchange.seq === before.exchange.seq + 1 &&
          !changes.some(({ isFresh }) => isFresh),
      ),
      gaps: [],
    }));
    return rows.filter(({ neighbours }) => neighbours.length > 0);
  }

  #gapsIn(exchanges: readonly ReadExchange[]): readonly Gap[] {
    const responses = exchanges.map(this.responseOf);
    const admitted = responses.flatMap((one, at) => (one?.isAdmitted ? [at] : []));
    return admitted.slice(1).flatMap((at, index) => {
      const from = admitted[index] ?? at;
      const between = responses.slice(from + 1, at);
      if (between.length === 0 || !between.every((one) => one && one.status >= 400 && one.status !== 429))
        return [];
      const [pair] = neighboursIn([responses[from], responses[at]]);
      return pair ? [{ ...pair, requests: at - from }] : [];
    });
  }

  /** The windows that a requirement is about. */
  quotaWindows(id: QuotaRequirement): readonly QuotaCase[] {
    return this.#traffic
      .steps(id)
      .map((step) => ({ name: step.name, windows: quotaWindowsIn(step, this.responseOf) }));
  }

  get refills(): readonly Refill[] {
    const next = this.#traffic.steps('rate-limit/window-refills');
    const usedUp = this.#traffic.steps('rate-limit/full-quota-admitted');
    return [
      ...next.map((step) => refillIn(step, step.role('before'), step.roles('after')[0], this.responseOf)),
      ...usedUp.map((step) => refillIn(step, step.role('beyond'), step.roles('after')[0], this.responseOf)),
    ].filter((one) => one !== undefined);
  }

  /** Requests with several tokens, as each token's counter shows them. */
  get turns(): readonly TokenTurns[] {
    return this.#traffic
      .steps('rate-limit/bucket-per-token')
      .flatMap((step) => turnsIn(step, this.responseOf));
  }

  /**
   * Whether another client's requests may count against a token, too. A capture cannot exclude it, so a capture can confirm
   * separate counters and full windows, never refute them.
   */
  mayBeShared(token: string): boolean {
    const { soleClient, ownSteps } = this.#traffic.certainty;
    if (soleClient || !ownSteps) return !soleClient;
    const known = this.#shared.get(token) ?? this.#showsOthers(token);
    this.#shared.set(token, known);
    return known;
  }

  /**
   * Whether a counter fell by more than one between two of the suite's neighbouring requests. Only neighbours of one case are
   * compared, so that no state lies between them.
   */
  #showsOthers(token: string): boolean {
    const own = this.responses.filter(({ exchange }) => exchange.token === token);
    return neighboursIn(own).some(({ before, after, changes }) => {
      const [a, b] = [before.exchange, after.exchange];
      if (!before.isAdmitted || !after.isAdmitted || b.seq !== a.seq + 1) return false;
      if (a.step?.claim !== b.step?.claim || a.step?.case !== b.step?.case) return false;
      return changes.some(({ window, drop }) => window === 'same' && drop > 1);
    });
  }
}

function isAboutElse({ exchange }: RateLimitResponse): boolean {
  return exchange.step?.claim.startsWith('rate-limit/') !== true;
}
