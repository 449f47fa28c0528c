import type { Side } from '../../contracts/requirement.ts';
import { UsageError } from '../errors.ts';
import type { Outcome } from '../outcome.ts';
import type { ClientTraffic } from '../traffic/client/client-traffic.ts';
import type { Traffic } from '../traffic/traffic.ts';
import type { ClaimForm, Material } from './claim.ts';
import { assertClaim } from './run-claim.ts';
import type { RunResult } from './run-result.ts';

/** `x-acme/students-have-an-email`: the part before the slash says whose requirement it is. */
export type ExtraId = `x-${string}/${string}`;

/** A requirement that is not of the catalogue, but of those who run the suite. It is judged beside the catalogue, and is no part of the verdict. */
export interface ExtraClaim {
  readonly id: ExtraId;
  readonly binds: Side;
  /** The claim as a fact, for reports: `every student has an e-mail address`. */
  readonly says: string;
  readonly form: ClaimForm<never, Material>;
}

/** What one of them came to in a run. */
export interface JudgedExtra extends Pick<ExtraClaim, 'id' | 'says'> {
  readonly outcome: Outcome;
}

/** A form, with the claim in words. */
export type ExtraForm<T, Case extends Material> = ClaimForm<T, Case> & { readonly says: string };

/** A requirement of your own for servers. Throws `UsageError` for an id that is not `x-owner/name`. */
export function serverClaim<Case extends Material>(id: ExtraId, form: ExtraForm<Traffic, Case>): ExtraClaim {
  return extraClaim(id, 'server', form);
}

/** The same for clients. */
export function clientClaim<Case extends Material>(
  id: ExtraId,
  form: ExtraForm<ClientTraffic, Case>,
): ExtraClaim {
  return extraClaim(id, 'client', form);
}

function extraClaim<T, Case extends Material>(
  id: ExtraId,
  binds: Side,
  { says, ...form }: ExtraForm<T, Case>,
): ExtraClaim {
  if (!/^x-[a-z0-9-]{1,40}\/[a-z0-9-]{1,80}$/.test(id))
    throw new UsageError(
      `"${id}" is no id of an own requirement.`,
      'Name it x-owner/name, in lower-case letters, digits and hyphens.',
    );
  if (typeof says !== 'string' || typeof form.cases !== 'function' || typeof form.assert !== 'function')
    throw new UsageError(
      `The requirement ${id} is not whole.`,
      'Give `says`, `cases`, `otherwise` and `assert`.',
    );
  return { id, binds, says, form: form as unknown as ClaimForm<never, Material> };
}

/** The run with what the own requirements of its side come to; of none, the same run. Throws `UsageError` for two with one id. */
export function withExtra<Result extends RunResult>(run: Result, claims: readonly ExtraClaim[] = []): Result {
  const twice = claims.find(({ id }, at) => claims.findIndex((one) => one.id === id) < at);
  if (twice) throw new UsageError(`Two own requirements are named ${twice.id}.`, 'Rename one.');
  const own = claims.filter(({ binds }) => binds === run.side);
  if (own.length === 0) return run;
  return {
    ...run,
    extra: own.map(({ id, says, form }): JudgedExtra => ({ id, says, outcome: outcomeOf(form, run) })),
  };
}

/** A claim that breaks has decided nothing, and says so where its author looks. */
function outcomeOf(form: ExtraClaim['form'], { traffic }: RunResult): Outcome {
  try {
    return assertClaim({ form }, traffic as never).outcome;
  } catch (error) {
    const why = `the claim itself broke: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
    return { outcome: 'cantTell', why, cases: [] };
  }
}
