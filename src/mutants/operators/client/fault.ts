import type { Theme } from '../../../../contracts/requirement.ts';
import type { ClientModule } from '../../../drivers/driver.ts';
import type { Exchange } from '../../../exchange.ts';
import type { Scenario } from '../../../scenarios/scenario.ts';

type Options = Parameters<ClientModule>[0];
export type Report = Awaited<ReturnType<ClientModule>>;

/** One operator at one place of one scenario: a client that is wrong there and nowhere else. */
export interface ClientFault {
  readonly operator: string;
  /** A scenario, and what narrows it: `backoff/500-twice: wait 2`. Unique for the operator. */
  readonly place: string;
  readonly theme: Theme;
  readonly scenario: Scenario;
  /** Whether a conforming client comes to the place. */
  fits(walk: Walk): boolean;
  /** Creates the fault with its own state for one scenario. */
  open(walk: Walk): Boundary;
}

/** What a conforming client did in a scenario. */
export interface Walk {
  /** Every request with its response, by the server's record, in order. */
  readonly requests: readonly Exchange[];
  readonly waits: readonly Wait[];
  /** What it reported at its last end. */
  readonly report: Report;
  readonly starts: number;
  /** That the client was given. */
  readonly origin: string;
}

/** A wait between two requests. */
export interface Wait {
  readonly ms: number;
  /** Requests before it. */
  readonly after: number;
}

/** What stands between a conforming client and the world: each member changes one thing, and returns the rest unchanged. */
export interface Boundary {
  /** `nth` counts the client's requests from 1. */
  request?(request: Request, nth: number, send: Send): Promise<Response>;
  /** Milliseconds to wait; `nth` counts from 1. */
  wait?(ms: number, nth: number): number;
  report?(report: Report): Report;
  /** Before a start of the client, counted from 1. */
  start?(options: Options, nth: number): void;
}

export type Send = (request: Request) => Promise<Response>;

/** A client behind a boundary, over all its starts in one scenario. */
export function behind(
  client: ClientModule,
  boundary: Boundary,
  onWait?: (wait: Wait) => void,
): ClientModule {
  let requests = 0;
  let waits = 0;
  let starts = 0;
  return async (options) => {
    boundary.start?.(options, ++starts);
    const send: Send = (request) => options.fetch(request);
    const report = await client({
      ...options,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        requests++;
        return boundary.request ? await boundary.request(request, requests, send) : await send(request);
      },
      clock: {
        now: options.clock.now,
        // With a signal it is a time limit, not a wait.
        sleep: (ms, signal) => {
          if (signal || ms === 0) return options.clock.sleep(ms, signal);
          onWait?.({ ms, after: requests });
          return options.clock.sleep(boundary.wait?.(ms, ++waits) ?? ms);
        },
      },
    });
    return boundary.report?.(report) ?? report;
  };
}
