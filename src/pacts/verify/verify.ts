import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SafetyStop, SuiteFault } from '../../errors.ts';
import { writeFileAtomic } from '../../evidence/atomic.ts';
import type { Target } from '../../targets/target.ts';
import type { ChosenApis } from '../chosen.ts';
import type { Pact, PactInteraction } from '../pact.ts';
import { type InteractionResult, type PactResult, untested, untestedMessages } from '../pact-result.ts';
import type { CoreOptions } from './core.ts';
import { type CoreInteraction, readCoreResult } from './core-result.ts';
import { type ForwardedInteraction, type Gateway, openGateway } from './gateway.ts';
import { redactMismatches } from './mismatches.ts';
import { tokenRule } from './tokens.ts';
import { untestedReason } from './untestable.ts';
import { runWorker, type WorkerOptions, type WorkerResult } from './worker.ts';

export interface VerifyOptions extends WorkerOptions {
  readonly target: Target;
  /** Interactions of others are untested. @default all */
  readonly apis?: ChosenApis;
}

/** Extra timeout of the core over the target's, and of the suite over the core's. */
const patienceMs = 30_000;
/** Pause before each request to a third-party server: 240 a minute, a fifth of the documented 1200. */
const politePaceMs = 250;

/**
 * Verifies a pact against a target, one interaction after the other with its provider states set. Interactions that the
 * target does not support are `untested`. Throws `SuiteFault` if the native core fails.
 */
export async function verifyPact(pact: Pact, options: VerifyOptions): Promise<PactResult> {
  const { target, apis } = options;
  const reasons = pact.interactions.map(
    (one) => apis?.leftOutReason(one.path) ?? untestedReason(one, target),
  );
  const kept = pact.interactions.filter((_, at) => reasons[at] === undefined);
  const results = kept.length === 0 ? [] : await run(pact, kept, options);
  let next = 0;
  const interactions = pact.interactions.map((one, at): InteractionResult => {
    const reason = reasons[at];
    return reason === undefined ? results[next++]! : untested(one, reason);
  });
  const { source, consumer, provider } = pact;
  return {
    source,
    consumer,
    provider,
    interactions: [...interactions, ...untestedMessages(pact.messages)],
  };
}

async function run(
  pact: Pact,
  kept: readonly PactInteraction[],
  options: VerifyOptions,
): Promise<readonly InteractionResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clever-conformance-pact-'));
  const gateway = await openVerifierGateway([pact], options.target);
  try {
    const file = join(folder, 'pact.json');
    const all = pact.json.interactions as readonly unknown[];
    const interactions = all.filter((_, at) => kept.includes(pact.interactions[at]!));
    await writeFileAtomic(file, JSON.stringify({ ...pact.json, interactions }));
    const { json } = await runCore({ provider: pact.provider, pactUrls: [file] }, gateway, options);
    const { interactions: done, faults } = readCoreResult(json);
    if (done.length !== kept.length || gateway.forwarded.length !== kept.length)
      throw new SuiteFault(
        `Pact's native core verified ${done.length} of ${kept.length} interactions of ${pact.source}${faults.length > 0 ? `: ${faults.join('; ')}` : ''}.`,
        'Please report this with the pact, if you can.',
      );
    return done.map((one, at) => resultOf(one, gateway.forwarded[at], options.target, kept[at]));
  } finally {
    await gateway.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A gateway for the interactions of these pacts; requests to third-party servers are throttled. */
export function openVerifierGateway(pacts: readonly Pact[], target: Target): Promise<Gateway> {
  const isThirdParty = target.kind === 'live' && target.setState === undefined;
  return openGateway({
    target,
    tokens: tokenRule(pacts, target.token),
    ...(isThirdParty ? { paceMs: politePaceMs } : {}),
  });
}

/** Options that are the same for every verification. */
type OwnOptions = Pick<
  CoreOptions,
  'providerBaseUrl' | 'providerStatesSetupUrl' | 'followRedirects' | 'timeout' | 'logLevel'
>;

/**
 * Runs the core against a gateway. Throws `SafetyStop` after an unexpected 429, and `SuiteFault` if the core fails or hangs.
 */
export async function runCore(
  more: Omit<CoreOptions, keyof OwnOptions>,
  gateway: Gateway,
  { target, env, signal }: VerifyOptions,
): Promise<WorkerResult> {
  const timeout = (target.timeoutMs ?? 0) + patienceMs;
  const stuck = new AbortController();
  // A regular expression in a pact may take exponential time.
  const watch = setInterval(() => {
    if (Date.now() - gateway.lastActivityMs() > timeout + patienceMs)
      stuck.abort(
        new SuiteFault(
          `Pact's native core hung for ${(timeout + patienceMs) / 1000} s.`,
          'Check the pact for a regular expression that is expensive to match.',
        ),
      );
  }, 1000);
  try {
    const result = await runWorker(
      {
        ...more,
        providerBaseUrl: gateway.origin,
        providerStatesSetupUrl: gateway.statesUrl,
        followRedirects: false,
        timeout,
        logLevel: 'error',
      },
      { env, signal: AbortSignal.any([signal, stuck.signal]) },
    );
    if (gateway.isRateLimited())
      throw new SafetyStop(
        `${target.name} returned 429, so no more requests were sent.`,
        'Wait for the next rate-limit window, or give a test server with --states URL.',
      );
    return result;
  } finally {
    clearInterval(watch);
  }
}

/** Combines the core's result of an interaction with the gateway's record. */
export function resultOf(
  core: CoreInteraction,
  forwarded: ForwardedInteraction | undefined,
  target: Target,
  interaction?: PactInteraction,
): InteractionResult {
  const { stateFault, noResponse, request } = forwarded ?? {};
  const expected = interaction ? `${interaction.method} ${interaction.path}` : '';
  return {
    description: core.description,
    states: core.states,
    request: request ?? expected,
    outcome: core.passed && stateFault === undefined && noResponse === undefined ? 'passed' : 'failed',
    pending: core.pending,
    mismatches:
      stateFault !== undefined
        ? [{ part: 'state', at: '', message: `provider state ${stateFault}` }]
        : noResponse !== undefined
          ? [{ part: 'answer', at: '', message: `no response: ${noResponse}` }]
          : redactMismatches(core.mismatches, target),
  };
}
