import type { Side } from '../../contracts/requirement.ts';
import type { RequirementId } from '../../contracts/requirements/index.ts';
import type { CaptureRun } from '../captures/session.ts';
import type { LagMeter } from './lag.ts';
import type { Ledger } from './ledger.ts';

/** Judges a conversation while it goes on. */
export interface Looker {
  /** Call when a request is over: looks after a while, if nothing is under way then. */
  soon(isSilent: () => boolean): void;
  /** Call when a request arrives. */
  wait(): void;
}

export interface LookerOptions {
  readonly ledger: Pick<Ledger, 'counts'>;
  readonly lag: LagMeter;
  readonly sides: () => readonly { readonly side: Side; judge(): CaptureRun }[];
  readonly onViolation: (side: Side, id: RequirementId) => void;
}

/** After the last request. */
const quietMs = 1500;
/** Longer conversations are judged at their end only. */
const maxExchanges = 2000;
/** Pauses between two looks, in durations of the last one. */
const restTimes = 20;

export function createLooker({ ledger, lag, sides, onViolation }: LookerOptions): Looker {
  const known = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let notBeforeMs = 0;
  const look = () => {
    const { server, client } = ledger.counts();
    if (server + client === 0 || client > maxExchanges) return;
    const startMs = performance.now();
    for (const { side, judge } of sides()) {
      if (ledger.counts()[side] === 0) continue;
      for (const { id, outcome } of judge().result.outcomes)
        if (outcome.outcome === 'failed' && !known.has(id)) {
          known.add(id);
          onViolation(side, id);
        }
    }
    const endMs = performance.now();
    notBeforeMs = endMs + restTimes * (endMs - startMs);
  };
  return {
    wait: () => clearTimeout(timer),
    soon: (isSilent) => {
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          if (isSilent()) lag.without(look);
        },
        Math.max(quietMs, notBeforeMs - performance.now()),
      );
      timer.unref();
    },
  };
}
