import type { ClientClaim } from '../observation.ts';
import type { Assignment, Driver } from './driver.ts';

export interface ListenOptions {
  /** Announces where a scenario waits, before the client can connect. */
  readonly announce: (assignment: Assignment) => void;
  /** Aborted by Ctrl-C, which starts judging. */
  readonly signal: AbortSignal;
  /** Time without requests to any scenario, from the start, until judging; infinite: until the signal. */
  readonly idleMs: number;
}

/** A driver that waits for externally started clients. */
export interface ListenDriver extends Driver {
  /** Call at each request to restart the idle timer. */
  touch(): void;
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
    if (Number.isFinite(idleMs)) timer = setTimeout(finish, idleMs);
  };
  return {
    kind: 'listen',
    name: 'an externally started client',
    timing: 'real',
    touch,
    start: (assignment) => {
      touch();
      announce(assignment);
      const ended = Promise.withResolvers<ClientClaim>();
      const end = (endedBy: ClientClaim['endedBy']) =>
        ended.resolve({ says: 'nothing', ids: [], said: '', endedBy });
      over.then(() => end('itself'));
      return { ended: ended.promise, kill: () => end('kill') };
    },
  };
}
