import type { ClientClaim } from '../../observation.ts';
import { count } from '../escape.ts';

/** How a start of the client ended, and the number of ids it reported: `reports complete, 25 ids`. */
export function endText({ says, endedBy, ids }: ClientClaim): string {
  const words = {
    itself: `reports ${says}`,
    kill: 'killed by the scenario',
    time: 'killed (timeout)',
    output: 'stopped by the suite (output limit)',
    requests: 'stopped by the suite (request limit)',
  };
  return `${words[endedBy]}${says === 'nothing' ? '' : `, ${count(ids.length, 'id')}`}`;
}
