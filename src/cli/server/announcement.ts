import { type ApiName, profiles } from '../../../contracts/profiles.ts';
import { depthOf, expectationOf } from '../../engine/server-run.ts';
import { count } from '../../report/escape.ts';
import { budgetPlan } from '../../report/model/view.ts';
import type { Target } from '../../targets/target.ts';
import type { ServerOptions } from './flags.ts';

/** Assumed until the target reports its own limit. */
const documentedLimit = profiles[0].rateLimit.requests;

/** The validated flags, with the versions that are judged. */
export type JudgedOptions = ServerOptions & { readonly apis: readonly ApiName[] };

/** What a run is about to do to a server: its depth, the requests and minutes that it will take, and its budget. */
export async function announcement(
  options: JudgedOptions,
  target: Target,
  signal: AbortSignal,
): Promise<string> {
  const lines: string[] = [];
  const { explore, budgetShare } = options;
  if (target.kind === 'live') {
    const depth = depthOf(target, options.depth);
    const expected = await expectationOf({ ...options, target, depth, signal });
    const effort = expected
      ? `, about ${count(expected.requests, 'request')} in ${minutes(expected.seconds / 60)}`
      : '';
    const plan = budgetPlan({ share: budgetShare, advertised: documentedLimit });
    lines.push(`Judging ${target.name}: ${depth}${effort}, ${plan}.`);
  }
  if (explore) {
    const time =
      target.kind === 'live' ? ` in ${minutes(explore.amount / (budgetShare * documentedLimit))}` : '';
    lines.push(`Then exploring with at most ${count(explore.amount, 'request')}${time}.`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** At least one: the responses take time as well. */
function minutes(amount: number): string {
  return count(Math.max(1, Math.ceil(amount)), 'minute');
}
