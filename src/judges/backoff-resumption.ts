import type { ScenarioObservation } from '../observation.ts';
import { cutOff, endOfClient } from './client-endings.ts';
import { compareIds, type Look, listRequests, needsClaim, servedPages, someIds } from './client-material.ts';
import { byRun, sameRequestKey } from './client-timing.ts';

/**
 * A second start with the state of the first one takes up where that one stopped, and ends with the whole list. After a kill
 * the page that was read last may be asked for again, and the one before it: both may have been on their way to the disk.
 */
export function judgeResumption(observation: ScenarioObservation): Look {
  const [first = [], second = []] = byRun(observation);
  if (observation.runs.length < 2)
    return { open: { outcome: 'untested', why: 'the client was started only once' } };
  if (second.length === 0) return { open: { outcome: 'untested', why: 'the second start sent no request' } };
  const isKilled = observation.runs[0]?.claim.endedBy === 'kill';
  const read = servedPages(observation)
    .filter((page) => first.includes(page.exchange))
    .map((page) => sameRequestKey(page.exchange));
  const surelyKept = new Set(isKilled ? read.slice(0, -2) : read);
  const again = listRequests(observation).filter(
    (one) => second.includes(one) && surelyKept.has(sameRequestKey(one)),
  );
  const [repeated] = again;
  if (repeated)
    return {
      findings: [
        {
          message: 'the second start asked again for what the first one had read',
          expected: 'to take up at the page that failed',
          actual: `${again.length} of ${read.length} pages once more, from ${repeated.request.path}`,
          exchange: repeated.seq,
        },
      ],
    };
  const open = needsClaim(observation) ?? cutOff(observation);
  if (open) return { open };
  // What it holds may be printed as a whole, or by each start for itself.
  const held = observation.runs.flatMap((run) => run.claim.ids);
  const { missing } = compareIds(held, observation.truth);
  if (observation.runs.at(-1)?.claim.says === 'complete' && missing.length === 0) return {};
  return {
    findings: [
      {
        message: 'the second start did not complete the list',
        expected: 'the rest of the list, and a claim to be complete',
        actual: missing.length > 0 ? `without ${someIds(missing)}` : endOfClient(observation),
      },
    ],
  };
}
