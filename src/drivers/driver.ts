import type { Clock, VirtualClock } from '../clock.ts';
import type { ClientClaim, Job } from '../observation.ts';
import type { Receive } from './served.ts';

/** How a client under test is started, once per start of a scenario. */
export interface Driver {
  readonly kind: 'command' | 'module' | 'listen';
  /** Display name: the command line, or the file. */
  readonly name: string;
  readonly timing: 'virtual' | 'real';
  /** Runs the client until it ends or exceeds a limit. `kill` ends it immediately, like a power cut. */
  start(assignment: Assignment): { readonly ended: Promise<ClientClaim>; kill(): void };
}

/** The input of a client: the protocol's environment, as data. */
export interface Assignment {
  readonly scenario: string;
  /** An origin without a path. */
  readonly baseUrl: string;
  readonly token: string;
  /** The version of the Data API that the scenario serves: `v2.0`. */
  readonly dataVersion: string;
  readonly job: Job;
  /** JSON value of `CLEVER_JOB_INPUT`. */
  readonly input: unknown;
  readonly stateDir: string;
  /** Real time after which it is ended, if that is less than the driver's own limit. */
  readonly limitMs?: number | undefined;
  /** For modules in this thread: the scenario's fetch and clock. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly clock: Clock;
  /** For modules in another thread, which has a fetch and a clock of its own: the server, and the clock that follows that of the thread. */
  readonly virtual?: { readonly receive: Receive; readonly clock: VirtualClock } | undefined;
}

/** What `--module FILE` exports as `run`. */
export type ClientModule = (options: {
  readonly baseUrl: string;
  readonly token: string;
  /** `v2.0`: lists are below `/v2.0`. */
  readonly dataVersion: string;
  readonly job: Job;
  readonly input: unknown;
  readonly stateDir: string;
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  readonly clock: Clock;
}) => Promise<{ readonly complete: boolean; readonly ids: readonly string[]; readonly said?: string }>;
