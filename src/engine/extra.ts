import { attributeSteps } from '../captures/attribution/index.ts';
import { assertExtra, type ExtraClaim, type JudgedExtra } from '../claims/extra.ts';
import type { Asserted } from '../claims/run-claim.ts';
import type { RunResult } from '../claims/run-result.ts';
import { apisServed, openServerSide, withoutControl } from '../claims/server-side.ts';
import { joinVersions } from '../claims/versions.ts';
import { certaintyOf } from '../traffic/certainty.ts';
import type { ClientTraffic } from '../traffic/client/client-traffic.ts';
import type { Traffic } from '../traffic/traffic.ts';
import { withoutExplored } from './explored.ts';

/** The run with what the own requirements of its side come to; of none, the same run. Nothing else of it changes. */
export function withExtra<Result extends RunResult>(run: Result, claims: readonly ExtraClaim[] = []): Result {
  const own = claims.filter(({ binds }) => binds === run.side);
  if (own.length === 0) return run;
  const parts = partsOf(run);
  const certainty = certaintyOf(run.evidence.context.subject);
  const extra = own.map((claim): JudgedExtra => {
    const judged = parts.map(({ name, traffic }) => ({ ...assertIn(claim, traffic), name }));
    return { id: claim.id, says: claim.says, outcome: joinVersions(judged, certainty).outcome };
  });
  return { ...run, extra };
}

interface Part {
  /** `v3.1`. */
  readonly name: string;
  readonly traffic: Traffic | ClientTraffic;
}

/** Each version of the Data API by itself, as the requirements of the catalogue are judged. */
function partsOf({ side, evidence, traffic }: RunResult): readonly Part[] {
  const { profiles, subject } = evidence.context;
  const data = profiles.filter(({ kind }) => kind === 'data');
  if (side === 'client' || data.length < 2) return [{ name: '', traffic }];
  const attribute = certaintyOf(subject).ownSteps ? undefined : attributeSteps;
  const { trafficOf } = openServerSide(withoutExplored(evidence), attribute);
  return data.map((version) => ({
    name: version.prefix.slice(1),
    traffic: trafficOf(profiles.filter((one) => one.kind !== 'data' || one === version)),
  }));
}

function assertIn(claim: ExtraClaim, traffic: Traffic | ClientTraffic): Asserted {
  const asserted = assertExtra(claim, traffic);
  // A server that answers everything alike would meet much by accident.
  const isServed = claim.binds === 'client' || apisServed(traffic as Traffic).size > 0;
  return asserted.outcome.outcome === 'passed' && !isServed
    ? { ...asserted, outcome: { ...asserted.outcome, outcome: 'cantTell', why: withoutControl } }
    : asserted;
}
