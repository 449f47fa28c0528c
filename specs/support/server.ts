import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { type ClaimForm, type Material, register } from '../../src/claims/claim.ts';
import { prepareSide } from '../../src/claims/host.ts';
import type { Traffic } from '../../src/traffic/traffic.ts';

export { alsoEach, each, holds, note, undecided, violation } from '../../src/claims/check.ts';
export { expect } from './expect.ts';

prepareSide('server');

/** Makes the claim of a requirement that binds a server. */
export function claim<Case extends Material>(id: ServerRequirementId, form: ClaimForm<Traffic, Case>): void {
  register(id, form);
}
