import type { ClientClaim } from '../../observation.ts';
import { endingText } from '../../traffic/client/endings.ts';
import { count } from '../escape.ts';

/** How a start of the client ended, and the number of ids it reported: `reports complete, 25 ids`. */
export function endText(claim: ClientClaim): string {
  const { says, endedBy, ids } = claim;
  const ending = endedBy === 'itself' ? `reports ${says}` : endingText(claim);
  return `${ending}${says === 'nothing' ? '' : `, ${count(ids.length, 'id')}`}`;
}
