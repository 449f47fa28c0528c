import type { ClientClaim } from '../observation.ts';
import type { Driver } from './driver.ts';

export interface ListenOptions {
  /** Tells the person where a scenario waits, before the client can come. */
  readonly announce: (scenario: {
    readonly name: string;
    readonly baseUrl: string;
    readonly job: string;
    readonly token: string;
    readonly input: unknown;
  }) => void;
  /** Aborted by Ctrl-C: it is time to judge. */
  readonly signal: AbortSignal;
  /** Silence over all scenarios after which it is judged, once a request has come. */
  readonly idleMs: number;
}

/** A driver that starts nothing: it waits for clients that somebody else starts. */
export interface ListenDriver extends Driver {
  /** Call at each request, so that the silence is counted from there. */
  touch(): void;
}

/** Nobody claims anything; the end is Ctrl-C, or silence. */
export function createListenDriver({ announce, signal, idleMs }: ListenOptions): ListenDriver {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  const finish = () => {
    clearTimeout(timer);
    resolve();
  };
  if (signal.aborted) finish();
  signal.addEventListener('abort', finish, { once: true });
  return {
    kind: 'listen',
    name: 'a client that somebody else starts',
    timing: 'real',
    touch: () => {
      clearTimeout(timer);
      timer = setTimeout(finish, idleMs);
    },
    start: ({ scenario, baseUrl, job, token, input }) => {
      announce({ name: scenario, baseUrl, job, token, input });
      const ended = Promise.withResolvers<ClientClaim>();
      const end = (endedBy: ClientClaim['endedBy']) =>
        ended.resolve({ says: 'nothing', ids: [], said: '', endedBy });
      over.then(() => end('itself'));
      return { ended: ended.promise, kill: () => end('kill') };
    },
  };
}
