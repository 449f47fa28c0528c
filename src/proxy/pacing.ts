import { systemClock } from '../clock.ts';
import { createPacer, type Pacer } from '../probes/pacer.ts';

/** A pacer whose callers wait in turn: those of several connections may wait for the same window. */
export function inTurn(pacer: Pacer): Pacer {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...pacer,
    admit: () => {
      const turn = last.then(pacer.admit);
      last = turn.catch(() => {});
      return turn;
    },
  };
}

/** Keeps a conversation within a share of the rate limit, in real time. Once the signal is aborted no request waits any longer. */
export function realPacer(share: number, signal: AbortSignal): Pacer {
  return inTurn(
    createPacer({
      share,
      isPatient: true,
      nowMs: systemClock.now,
      passTime: (seconds) => systemClock.sleep(1000 * seconds, signal).catch(() => {}),
    }),
  );
}
