import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SafetyStop, SuiteFault } from '../errors.ts';
import type { Target } from '../targets/target.ts';
import type { CoreOptions } from './core.ts';
import { type CoreInteraction, readCoreResult } from './core-result.ts';
import { type Gateway, openGateway, type Passage } from './gateway.ts';
import { toldMismatches } from './mismatches.ts';
import type { Pact, PactInteraction } from './pact.ts';
import type { InteractionResult, PactResult } from './pact-result.ts';
import { tokenRule } from './tokens.ts';
import { untestableWhy } from './untestable.ts';
import { runWorker, type WorkerOptions, type WorkerResult } from './worker.ts';

export interface VerifyOptions extends WorkerOptions {
  readonly target: Target;
}

/** How much longer than the target the core may wait for an answer, and than the core we for the core. */
const patienceMs = 30_000;
/** A server that is not ours gets at most this many requests a second: a fifth of the documented 1200 a minute. */
const politePaceMs = 250;

/**
 * Verifies a pact against a target: every interaction with its provider states set, one after the other. What the target
 * does not allow is left out and comes back `untested`. Throws `SuiteFault` where the native core fails.
 */
export async function verifyPact(pact: Pact, options: VerifyOptions): Promise<PactResult> {
  const { target } = options;
  const whys = pact.interactions.map((one) => untestableWhy(one, target));
  const kept = pact.interactions.filter((_, at) => whys[at] === undefined);
  const results = kept.length === 0 ? [] : await run(pact, kept, options);
  let next = 0;
  const interactions = pact.interactions.map((one, at): InteractionResult => {
    const why = whys[at];
    return why === undefined ? results[next++]! : untested(one, why);
  });
  const { source, consumer, provider } = pact;
  return { source, consumer, provider, interactions };
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
    await writeFile(file, JSON.stringify({ ...pact.json, interactions }));
    const { json } = await runCore({ provider: pact.provider, pactUrls: [file] }, gateway, options);
    const { interactions: done, faults } = readCoreResult(json);
    if (done.length !== kept.length || gateway.passages.length !== kept.length)
      throw new SuiteFault(
        `Pact's native core verified ${done.length} of ${kept.length} interactions of ${pact.source}${faults.length > 0 ? `: ${faults.join('; ')}` : ''}.`,
        'Please report this with the pact, if you can.',
      );
    return done.map((one, at) => resultOf(one, gateway.passages[at], options.target, kept[at]));
  } finally {
    await gateway.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A gateway for the interactions of some pacts; a server of somebody else gets its requests slowly. */
export function openVerifierGateway(pacts: readonly Pact[], target: Target): Promise<Gateway> {
  const isTheirs = target.kind === 'live' && target.setState === undefined;
  return openGateway({
    target,
    tokens: tokenRule(pacts, target.token),
    ...(isTheirs ? { paceMs: politePaceMs } : {}),
  });
}

/** What is the same for every verification. */
type OwnOptions = Pick<
  CoreOptions,
  'providerBaseUrl' | 'providerStatesSetupUrl' | 'followRedirects' | 'timeout' | 'logLevel'
>;

/**
 * Runs the core against a gateway. Throws `SafetyStop` where the target had enough, and `SuiteFault` where the core fails or
 * stands still.
 */
export async function runCore(
  more: Omit<CoreOptions, keyof OwnOptions>,
  gateway: Gateway,
  { target, env, signal }: VerifyOptions,
): Promise<WorkerResult> {
  const timeout = (target.timeoutMs ?? 0) + patienceMs;
  const stuck = new AbortController();
  // An expression in a pact may take for ever to match.
  const watch = setInterval(() => {
    if (Date.now() - gateway.lastPassedMs() > timeout + patienceMs)
      stuck.abort(
        new SuiteFault(
          `Pact's native core stood still for ${(timeout + patienceMs) / 1000} s.`,
          'Look for an expression in the pact that is expensive to match.',
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
    if (gateway.isOverrun())
      throw new SafetyStop(
        `${target.name} answered 429, so nothing more was sent.`,
        'Wait for the next window, or give a test server with --states URL.',
      );
    return result;
  } finally {
    clearInterval(watch);
  }
}

/** What the core says of an interaction, together with what passed through the gateway. */
export function resultOf(
  core: CoreInteraction,
  passage: Passage | undefined,
  target: Target,
  interaction?: PactInteraction,
): InteractionResult {
  const { stateFault, noAnswer, request } = passage ?? {};
  const asked = interaction ? `${interaction.method} ${interaction.path}` : '';
  return {
    description: core.description,
    states: core.states,
    request: request ?? asked,
    outcome: core.passed && stateFault === undefined && noAnswer === undefined ? 'passed' : 'failed',
    pending: core.pending,
    mismatches:
      stateFault !== undefined
        ? [{ part: 'state', at: '', message: `the provider state ${stateFault}` }]
        : noAnswer !== undefined
          ? [{ part: 'answer', at: '', message: `no answer came: ${noAnswer}` }]
          : toldMismatches(core.mismatches, target),
  };
}

function untested(one: PactInteraction, why: string): InteractionResult {
  return {
    description: one.description,
    states: one.states.map(({ name }) => name),
    request: `${one.method} ${one.path}`,
    outcome: 'untested',
    pending: false,
    why,
    mismatches: [],
  };
}
