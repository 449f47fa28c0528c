import { SuiteFault, UsageError } from '../errors.ts';
import type { BrokerOptions } from './broker.ts';
import { type CoreInteraction, readCoreResult } from './core-result.ts';
import type { Pact } from './pact.ts';
import type { PactResult } from './pact-result.ts';
import { untestableWhy } from './untestable.ts';
import { openVerifierGateway, resultOf, runCore, type VerifyOptions } from './verify.ts';

/** What a verification by way of a broker came to. */
export interface BrokerResult {
  readonly pacts: readonly PactResult[];
  /** What the broker tells the people: why a pact was chosen, what is pending. */
  readonly notices: readonly string[];
  /** The results were to be published and were not. Throw it once the report is written. */
  readonly fault?: SuiteFault;
}

/**
 * Lets the native core fetch and verify what a broker wants verified, and publish the results where that is asked for.
 * `pacts` are the same pacts, read before. Throws `UsageError` where the target cannot be put into the states that they
 * need, and `SuiteFault` where the core or the publishing fails.
 */
export async function verifyFromBroker(
  pacts: readonly Pact[],
  broker: BrokerOptions,
  options: VerifyOptions,
): Promise<BrokerResult> {
  requireTestable(pacts, options);
  const gateway = await openVerifierGateway(pacts, options.target);
  const { publish } = broker;
  try {
    const { json, said } = await runCore(
      {
        provider: broker.provider,
        pactBrokerUrl: broker.url,
        ...(broker.token === undefined ? {} : { pactBrokerToken: broker.token }),
        consumerVersionSelectors: broker.selectors,
        enablePending: broker.enablePending,
        failIfNoPactsFound: true,
        ...(publish
          ? {
              publishVerificationResult: true,
              providerVersion: publish.version,
              ...(publish.branch === undefined ? {} : { providerVersionBranch: publish.branch }),
              ...(publish.buildUrl === undefined ? {} : { buildUrl: publish.buildUrl }),
            }
          : {}),
      },
      gateway,
      options,
    );
    const { interactions, faults, notices } = readCoreResult(json);
    if (faults.length > 0)
      throw new SuiteFault(
        `The verification by way of ${broker.url} failed: ${faults.join('; ')}.`,
        'Check the broker and its token.',
      );
    const unpublished = publishFault(said);
    const done = interactions.map((one, at) => ({
      consumer: one.consumer,
      result: resultOf(one, gateway.passages[at], options.target),
    }));
    return {
      notices,
      ...(unpublished === undefined
        ? {}
        : {
            fault: new SuiteFault(
              `The results could not be published to ${broker.url}: ${unpublished}.`,
              'The verification itself stands in the report; check what the token may do.',
            ),
          }),
      pacts: consumersOf(interactions).map((consumer) => ({
        source: pacts.find((one) => one.consumer === consumer)?.source ?? broker.url,
        consumer,
        provider: broker.provider,
        interactions: done.filter((one) => one.consumer === consumer).map(({ result: one }) => one),
      })),
    };
  } finally {
    await gateway.close();
  }
}

/** The core tells of a failed publishing in its log and nowhere else. */
function publishFault(said: string): string | undefined {
  return /Publishing of verification results failed with an error: ([^\n]{1,300})/.exec(said)?.[1]?.trim();
}

function consumersOf(interactions: readonly CoreInteraction[]): readonly string[] {
  return [...new Set(interactions.map((one) => one.consumer))];
}

/** The core takes all that the broker has or nothing, so what a target cannot do is told before. */
function requireTestable(pacts: readonly Pact[], { target }: VerifyOptions): void {
  for (const { source, interactions } of pacts)
    for (const one of interactions) {
      const why = untestableWhy(one, target);
      if (why === undefined) continue;
      throw new UsageError(
        `"${one.description}" of ${source} cannot be verified against ${target.name}: ${why}.`,
        'Without a state endpoint, give pact files instead of --broker: what cannot be verified is then left out.',
      );
    }
}
