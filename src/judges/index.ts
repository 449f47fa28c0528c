import type { Profile } from '../../contracts/profiles.ts';
import { requirements, type ServerRequirementId } from '../../contracts/requirements/index.ts';
import { versionDependent } from '../../contracts/versions.ts';
import { model } from '../../generated/model.ts';
import { attributeSteps } from '../captures/attribution/index.ts';
import { hasClaim } from '../claims/claim.ts';
import { openServerSide } from '../claims/server-side.ts';
import type { Exchange, Members } from '../exchange.ts';
import type { Outcome } from '../outcome.ts';
import { themeOf } from '../requirement.ts';
import { certaintyOf } from '../traffic/certainty.ts';
import '../../specs/index.ts';
import type { Evidence, JudgeContext, JudgedRequirement } from '../result.ts';
import { accessJudges } from './access.ts';
import { dataJudges } from './data.ts';
import { errorsJudges } from './errors.ts';
import { eventsJudges } from './events.ts';
import type { Judge } from './judge.ts';
import { lmsJudges } from './lms.ts';
import { lmsErrorsJudges } from './lms-errors.ts';
import { addressOf, listOf, recordOf } from './material.ts';
import { rateLimitJudges } from './rate-limit.ts';

/** Every server-bound requirement has exactly one judge, or this does not compile. */
const judges: Partial<Readonly<Record<ServerRequirementId, Judge>>> = {
  ...dataJudges,
  ...rateLimitJudges,
  ...errorsJudges,
  ...accessJudges,
  ...eventsJudges,
  ...lmsJudges,
  ...lmsErrorsJudges,
};

/** Server-bound requirements in catalogue order. */
export const serverRequirements = requirements.filter((one) => one.binds === 'server');

/**
 * Judges evidence: the same evidence gives the same outcomes, today and offline in a year. Requirements that were not
 * selected are listed as untested.
 */
export function judgeEvidence(
  evidence: Evidence,
  selected: ReadonlySet<ServerRequirementId>,
): readonly JudgedRequirement[] {
  const served = apisServed(evidence.exchanges, evidence.context.profiles);
  const described = describedOnly(evidence.context);
  const isOwn = certaintyOf(evidence.context.subject).ownSteps;
  const side = openServerSide(evidence, isOwn ? undefined : attributeSteps);
  return serverRequirements.map(({ id }) => {
    if (!selected.has(id)) return { id, outcome: notSelected, notSelected: true };
    const isDependent = versionDependent.has(id);
    const outcome = hasClaim(id)
      ? side.assert(id).outcome
      : judges[id]!(evidence.exchanges, isDependent ? described : evidence.context);
    if (outcome.outcome === 'untested') {
      const why = evidence.notProvoked[id];
      return { id, outcome: why === undefined ? outcome : { ...outcome, why } };
    }
    if (outcome.outcome === 'passed' && !served.has(apiOf(id)))
      return { id, outcome: withoutControl(outcome) };
    return { id, outcome };
  });
}

/** The same without the versions that no document describes: what rests on one cannot be judged for them. */
function describedOnly(context: JudgeContext): JudgeContext {
  const profiles = context.profiles.filter((one) => one.judged !== 'wire');
  return profiles.length === context.profiles.length ? context : { ...context, profiles };
}

/**
 * A server that answers everything alike would keep many a claim by accident (404 for what does not exist is easy when
 * nothing exists). So nothing passes for an API that did not serve one documented record.
 */
function apisServed(
  exchanges: readonly Exchange[],
  profiles: readonly Profile[],
): ReadonlySet<Profile['kind']> {
  const served = new Set<Profile['kind']>();
  for (const exchange of exchanges) {
    const addressed = addressOf(exchange, profiles);
    if (!addressed || served.has(addressed.profile.kind)) continue;
    const page = listOf(exchange);
    const records = page ? page.items.map((item) => item.record) : [recordOf(exchange)];
    if (records.some((record) => isDocumented(record, addressed.operation.record)))
      served.add(addressed.profile.kind);
  }
  return served;
}

/** Whether the target answered and never with a documented record: whatever it is, there is nothing to judge by. */
export function servedNothing({ exchanges, context }: Evidence): boolean {
  return exchanges.some((one) => one.response) && apisServed(exchanges, context.profiles).size === 0;
}

/** With an id and one more field that the documents know (or any, where no document does): an echo of the request has none. */
function isDocumented(record: Members | undefined, schema: string): boolean {
  const fields = model.schemas[schema]?.fields;
  return (
    typeof record?.id === 'string' &&
    Object.keys(record).some((name) => name !== 'id' && (!fields || Object.hasOwn(fields, name)))
  );
}

function apiOf(id: ServerRequirementId): Profile['kind'] {
  const theme = themeOf(id);
  return theme === 'lms' || theme === 'lms-errors' ? 'lms' : 'data';
}

function withoutControl(outcome: Outcome): Outcome {
  return {
    outcome: 'cantTell',
    why: 'the target served no documented record, so a right answer here tells nothing',
    cases: outcome.cases,
  };
}

const notSelected: Outcome = { outcome: 'untested', why: 'not selected', cases: [] };
