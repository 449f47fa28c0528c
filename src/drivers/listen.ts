import type { ClientClaim } from '../observation.ts';
import type { Driver } from './driver.ts';

export interface ListenOptions {
  /** Announces where a scenario waits, before the client can connect. */
  readonly announce: (scenario: {
    readonly name: string;
    readonly baseUrl: string;
    readonly job: string;
    readonly token: string;
    readonly input: unknown;
  }) => void;
  /** Aborted by Ctrl-C, which starts judging. */
  readonly signal: AbortSignal;
  /** Time without requests to any scenario, from the start, until judging. */
  readonly idleMs: number;
}

/** A driver that waits for externally started clients. */
export interface ListenDriver extends Driver {
  /** Call at each request to restart the idle timer. */
  touch(): void;
  /** Resolves on Ctrl-C or when idle. */
  readonly whenOver: Promise<void>;
}

/** Clients report no result; ends with Ctrl-C or when idle. */
export function createListenDriver({ announce, signal, idleMs }: ListenOptions): ListenDriver {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  const finish = () => {
    clearTimeout(timer);
    resolve();
  };
  if (signal.aborted) finish();
  signal.addEventListener('abort', finish, { once: true });
  const touch = () => {
    clearTimeout(timer);
    timer = setTimeout(finish, idleMs);
  };
  return {
    kind: 'listen',
    name: 'an externally started client',
    timing: 'real',
    touch,
    whenOver: over,
    start: ({ scenario, baseUrl, job, token, input }) => {
      touch();
      announce({ name: scenario, baseUrl, job, token, input });
      const ended = Promise.withResolvers<ClientClaim>();
      const end = (endedBy: ClientClaim['endedBy']) =>
        ended.resolve({ says: 'nothing', ids: [], said: '', endedBy });
      over.then(() => end('itself'));
      return { ended: ended.promise, kill: () => end('kill') };
    },
  };
}
