import type { Exchange } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Finding } from '../outcome.ts';
import {
  claimOf,
  compareIds,
  type Look,
  needsClaim,
  type Open,
  servedPages,
  someIds,
  wasCutOff,
} from './client-material.ts';

/** How the client's last start came to its end, in a few words: `it ended and claimed to be incomplete`. */
export function endOfClient(observation: ScenarioObservation): string {
  const claim = claimOf(observation);
  if (!claim) return 'it was never started';
  switch (claim.endedBy) {
    case 'time':
      return 'its time was up';
    case 'output':
      return 'it printed too much';
    case 'requests':
      return 'it sent too many requests';
    case 'kill':
      return 'it was killed';
    case 'itself':
      return claim.says === 'nothing' ? 'nothing more came' : `it ended and claimed to be ${claim.says}`;
    default:
      return claim.endedBy satisfies never;
  }
}

/** Whether a claim to be complete is true: every id of the collection, and each of them read in an answer. */
export function isWhole(observation: ScenarioObservation): boolean {
  const { missing, foreign } = compareIds(claimOf(observation)?.ids ?? [], observation.truth);
  return missing.length === 0 && foreign.length === 0;
}

/** Whether the end of the list was served. */
export function reachedTheEnd(observation: ScenarioObservation): boolean {
  return servedPages(observation).some((page) => page.next === undefined);
}

/**
 * What speaks against a client having finished its walk: by its claim, or by the pages it asked for where nothing is
 * claimed. Empty when it finished.
 */
export function notFinished(observation: ScenarioObservation): readonly Finding[] {
  const claim = claimOf(observation);
  const expected = 'the whole list, and a claim to be complete';
  if (!claim || claim.says === 'nothing')
    return reachedTheEnd(observation)
      ? []
      : [
          {
            message: 'the walk was not finished',
            expected: 'every page of the list',
            actual: endOfClient(observation),
          },
        ];
  if (claim.says === 'incomplete')
    return [{ message: 'the walk was not finished', expected, actual: endOfClient(observation) }];
  const { missing, foreign } = compareIds(claim.ids, observation.truth);
  if (missing.length === 0 && foreign.length === 0) return [];
  return [
    {
      message: 'the walk was claimed to be complete and is not',
      expected,
      actual: missing.length > 0 ? `without ${someIds(missing)}` : `with ids that the server never had`,
    },
  ];
}

/** A part that was claimed to be the whole; `undefined` where the claim is honest. */
export function falseClaim(observation: ScenarioObservation): Finding | undefined {
  const claim = claimOf(observation);
  if (claim?.says !== 'complete' || isWhole(observation)) return undefined;
  const { missing, foreign } = compareIds(claim.ids, observation.truth);
  return {
    message: 'a part of the list was claimed to be all of it',
    expected: 'a claim to be incomplete',
    actual:
      missing.length > 0
        ? `complete, without ${someIds(missing)}`
        : `complete, with ${someIds(foreign)}, which the server never had`,
  };
}

/** Why an observation without findings stays open: nothing was claimed, or the client did not come to an end. */
export function openEnd(observation: ScenarioObservation): Open | undefined {
  return needsClaim(observation) ?? cutOff(observation);
}

/** Why nothing can be said of a client that a cap of ours ended: it might have done it yet. */
export function cutOff(observation: ScenarioObservation): Open | undefined {
  return wasCutOff(observation)
    ? { outcome: 'cantTell', why: `the client did not end by itself: ${endOfClient(observation)}` }
    : undefined;
}

/**
 * A look at what did not happen. It speaks against a client that had a job and came to an end; in captured traffic it may have
 * happened later, or was not wanted.
 */
export function absence(observation: ScenarioObservation, findings: readonly Finding[]): Look {
  if (!observation.captured || findings.length === 0) return { findings };
  const [first] = findings;
  return {
    open: { outcome: 'cantTell', why: `${first?.message ?? ''}; but the capture may have ended before` },
  };
}

/** Why nothing can be said where a capture ends with the very exchange that it is about. */
export function endsWith(observation: ScenarioObservation, exchange: Exchange | undefined): Open | undefined {
  const last = observation.exchanges.at(-1);
  return observation.captured && exchange !== undefined && last === exchange
    ? { outcome: 'cantTell', why: 'the capture ends there, so what the client did next is not in it' }
    : undefined;
}

/** A look that stays open where there is a reason to. */
export function withOpen(look: Look, open: Open | undefined): Look {
  return open ? { ...look, open } : look;
}

/** A look at traffic in which nothing of the kind happened: that is never a pass. */
export function notProvoked(what: string): Look {
  return { open: { outcome: 'untested', why: `no request of the client was answered with ${what}` } };
}
