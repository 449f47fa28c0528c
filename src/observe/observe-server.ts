import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../catalogue.ts';
import type { ConformanceError } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import type { ExploreOptions } from '../explore/explore.ts';
import type { RedactedRequest } from '../recording.ts';
import { createKeyed } from '../redaction/keyed.ts';
import { redactTraffic } from '../redaction/redactor.ts';
import type { Budget, Evidence, JudgeContext, Shard } from '../result.ts';
import { type ProvokeOptions, provoke } from './exercise.ts';
import { profilesNamed } from './plan-probes.ts';

export interface ObserveOptions extends Omit<ProvokeOptions, 'explore'> {
  /** Generated requests, after the probes; `judge` sees redacted exchanges. @default none */
  readonly explore?:
    | (Omit<ExploreOptions, 'judge' | 'requirements'> & {
        readonly judge: (
          exchanges: readonly Exchange[],
          context: JudgeContext,
          ids: ReadonlySet<ServerRequirementId>,
        ) => readonly string[];
      })
    | undefined;
  /** Makes pseudonyms: the same key and the same traffic give the same evidence. */
  readonly redactionKey: Uint8Array;
}

export interface Observation {
  readonly evidence: Evidence;
  /** The requirements to judge: all selected ones, or those of the shard. */
  readonly ids: ReadonlySet<ServerRequirementId>;
  readonly budget: Budget;
  /** Why the run ended early: a lost target, a safety stop, an interruption. The evidence covers the run until then. */
  readonly unfinished?: ConformanceError;
}

/** Runs the probes and returns redacted evidence; raw values never leave this function. */
export async function observe(options: ObserveOptions): Promise<Observation> {
  const provoked = await provoke({ ...options, explore: exploreOptionsOf(options) });
  const { profiles, exchanges: sent, parts, ids, notProvoked, explored, budget, unfinished } = provoked;
  const exchanges = asRecorded(sent, options.target.recorded?.());
  const { shard, redactionKey } = options;
  const tokens = tokensIn(exchanges);
  const ownData = ownDataOf(options);
  const redacted = redactTraffic(exchanges, { profiles, tokens, key: redactionKey, ownData });
  const evidence: Evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: contextOf(options, profiles),
    notProvoked,
    ...(ids.size < serverRequirements ? { selected: [...ids] } : {}),
    ...(shard
      ? {
          shard: {
            ...shard,
            ...wholeOf(options.ids),
            head: parts[0]?.first ?? sent.length,
            tokens: tokens.map((token) => createKeyed(redactionKey).digest('token', token)),
            instants: redacted.instants(),
          },
        }
      : {}),
    ...(explored.length > 0 ? { explored } : {}),
    exchanges: redacted.exchanges,
  };
  return { evidence, ids, budget, ...(unfinished ? { unfinished } : {}) };
}

/** The embedded sandbox serves made-up data only. */
function ownDataOf({ target }: ObserveOptions): 'all' | undefined {
  return (target.recordedFrom ?? target.kind) === 'sandbox' ? 'all' : undefined;
}

function contextOf({ target }: ObserveOptions, profiles: JudgeContext['profiles']): JudgeContext {
  return { subject: target.recordedFrom ?? target.kind, profiles };
}

/** Each sequence is redacted by itself before it is judged, as the whole run is at its end. */
function exploreOptionsOf(options: ObserveOptions): ExploreOptions | undefined {
  const { explore, apis, ids, redactionKey: key } = options;
  if (!explore) return undefined;
  const profiles = profilesNamed(apis);
  const context = contextOf(options, profiles);
  return {
    ...explore,
    requirements: ids.size,
    judge: (raw) => {
      const { exchanges } = redactTraffic(raw, {
        profiles,
        tokens: tokensIn(raw),
        key,
        ownData: ownDataOf(options),
      });
      return explore.judge(exchanges, context, ids);
    },
  };
}

const serverRequirements = requirementsOf('server').length;

/** The selection of the whole run that a shard belongs to. */
function wholeOf(ids: ReadonlySet<ServerRequirementId>): Pick<Shard, 'selected'> {
  return ids.size < serverRequirements ? { selected: [...ids] } : {};
}

/**
 * The exchanges of a replay with the requests as redacted when recorded, because responses repeat parts of them and were
 * redacted along with them. Requests that the suite's guard blocked are not in the recording.
 */
function asRecorded(
  exchanges: readonly Exchange[],
  recorded: readonly RedactedRequest[] | undefined,
): readonly Exchange[] {
  if (!recorded) return exchanges;
  let at = 0;
  return exchanges.map((exchange) => {
    const gist = exchange.failure?.kind === 'refused' ? undefined : recorded[at++];
    return gist ? { ...exchange, request: { ...exchange.request, ...gist } } : exchange;
  });
}

/** Every token sent, in the order of first use. */
export function tokensIn(exchanges: readonly Exchange[]): string[] {
  const sent = exchanges.map((one) => one.request.headers.authorization ?? '');
  return [...new Set(sent)].flatMap((value) => /^Bearer (.+)$/.exec(value)?.[1] ?? []);
}
