import type { Side } from '../../contracts/requirement.ts';
import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { findRequirement } from '../../src/catalogue.ts';
import type { Failure } from '../../src/claims/check.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { type ClientSide, openClientSide } from '../../src/claims/client-side.ts';
import { hostClaims } from '../../src/claims/host.ts';
import type { AssertedCase } from '../../src/claims/run-claim.ts';
import { openServerSide, type ServerSide } from '../../src/claims/server-side.ts';
import { observationsIn } from '../../src/traffic/client/observations.ts';
import { observeSync } from './observe-sync.ts';

/**
 * Makes plain `npx mocha` a host of the claims: one `describe` for each requirement, one `it` for each case. The target
 * (`CLEVER_TARGET`) and the client (`CLEVER_CLIENT`) are observed once (a URL by one process alone), before the first spec file of their side
 * is loaded. What was not decided, and what is not required, is pending with its reason, so that it never reads as passed.
 */
let server: ServerSide | undefined;
let client: ClientSide | undefined;

hostClaims({ prepare, define });

function prepare(side: Side): void {
  if (side === 'server') server ??= openServerSide(observeSync('server'));
  else if (!client) {
    const evidence = observeSync('client');
    client = openClientSide(observationsIn(evidence), evidence.notProvoked, evidence.context.profiles);
  }
}

/** Claims of the spec file that is being loaded. */
let waiting: Claim[] = [];

/** Asserted once the whole file has been read, since a claim may use what is declared below it. */
function define(claim: Claim): void {
  waiting.push(claim);
  if (waiting.length === 1) queueMicrotask(defineWaiting);
}

function defineWaiting(): void {
  const claims = waiting;
  waiting = [];
  for (const claim of claims) describeClaim(claim);
}

function describeClaim({ id }: Claim): void {
  const requirement = findRequirement(id);
  describe(`${id}: ${requirement.claim}`, () => {
    const { outcome, cases } = assertRequirement(id);
    for (const one of cases) itHolds(one, requirement.level === 'required');
    // The control of the whole side: right responses of a target that serves nothing prove nothing.
    const isOpen = outcome.outcome !== 'passed' && outcome.outcome !== 'failed';
    if (isOpen && !cases.some((one) => one.outcome.outcome === outcome.outcome))
      it(`[${outcome.outcome}: ${outcome.why}]`);
  });
}

function assertRequirement(id: RequirementId) {
  const asserted =
    findRequirement(id).binds === 'server'
      ? server?.assert(id as ServerRequirementId)
      : client?.assert(id as ClientRequirementId);
  if (!asserted) throw new Error(`${id} is claimed before its side was observed.`);
  return asserted;
}

function itHolds({ outcome, errors }: AssertedCase, isRequired: boolean): void {
  const { name, why, notes = [] } = outcome;
  switch (outcome.outcome) {
    case 'passed':
      it([name, ...notes.map((one) => `(${one})`)].join(' '), () => {});
      return;
    case 'failed':
      if (isRequired)
        it(name, () => {
          throw summed(errors);
        });
      else it(`${name} [warning: ${errors.map((one) => one.message).join(' ')}]`);
      return;
    default:
      it(`${name} [${outcome.outcome}: ${why}]`);
  }
}

/** One failure as it was thrown, so that a reporter shows its difference; of several, the first, with all their texts. */
function summed(errors: readonly Failure[]): Error {
  const [first, ...more] = errors;
  if (first && more.length > 0) first.message = errors.map((one) => one.message).join('\n');
  return first ?? new Error('failed without an assertion');
}
