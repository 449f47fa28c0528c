import type { Clock } from '../clock.ts';
import type { ClientClaim, Job } from '../observation.ts';

/** How a client under test is started, once per start of a scenario. */
export interface Driver {
  readonly kind: 'command' | 'module' | 'listen';
  /** For people: the command line, or the file. */
  readonly name: string;
  readonly timing: 'virtual' | 'real';
  /** Runs the client to its end or to a cap. `kill` ends it at once, as a power cut would. */
  start(assignment: Assignment): { readonly ended: Promise<ClientClaim>; kill(): void };
}

/** What a client is told: the fixed protocol's environment, as data. */
export interface Assignment {
  readonly scenario: string;
  /** An origin without a path. */
  readonly baseUrl: string;
  readonly token: string;
  readonly job: Job;
  /** JSON value of `CLEVER_JOB_INPUT`. */
  readonly input: unknown;
  readonly stateDir: string;
  /** For modules: the wire and the time of the scenario. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly clock: Clock;
}

/** What `--module FILE` exports as `run`. */
export type ClientModule = (options: {
  readonly baseUrl: string;
  readonly token: string;
  readonly job: Job;
  readonly input: unknown;
  readonly stateDir: string;
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  readonly clock: Clock;
}) => Promise<{ readonly complete: boolean; readonly ids: readonly string[]; readonly said?: string }>;
