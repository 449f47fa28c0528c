import { SuiteFault, UsageError } from '../../errors.ts';
import type { Pact } from '../pact.ts';
import type { PactResult } from '../pact-result.ts';
import type { BrokerOptions } from './broker.ts';
import { type CoreInteraction, readCoreResult } from './core-result.ts';
import { untestedReason } from './untestable.ts';
import { openVerifierGateway, resultOf, runCore, type VerifyOptions } from './verify.ts';

/** The result of a verification through a broker. */
export interface BrokerResult {
  readonly pacts: readonly PactResult[];
  /** Messages of the broker: why a pact was selected, what is pending. */
  readonly notices: readonly string[];
  /** Publishing failed. Throw it once the report is written. */
  readonly fault?: SuiteFault;
}

/**
 * Lets the native core fetch and verify the broker's pacts, and publish the results if requested. `pacts` are the same
 * pacts, read up front. Throws `UsageError` if the target lacks states that they need, and `SuiteFault` if the core fails.
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
    const { json, output } = await runCore(
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
        `The verification through ${broker.url} failed: ${faults.join('; ')}.`,
        'Check the broker and its token.',
      );
    const unpublished = publishFault(output);
    const done = interactions.map((one, at) => ({
      consumer: one.consumer,
      result: resultOf(one, gateway.forwarded[at], options.target),
    }));
    return {
      notices,
      ...(unpublished === undefined
        ? {}
        : {
            fault: new SuiteFault(
              `The results could not be published to ${broker.url}: ${unpublished}.`,
              'The verification result is in the report. Check the permissions of the token.',
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

/** The core reports publishing errors only in its log. */
function publishFault(output: string): string | undefined {
  return /Publishing of verification results failed with an error: ([^\n]{1,300})/.exec(output)?.[1]?.trim();
}

function consumersOf(interactions: readonly CoreInteraction[]): readonly string[] {
  return [...new Set(interactions.map((one) => one.consumer))];
}

/** The core cannot skip interactions of a broker's pacts, so unsupported ones are rejected up front. */
function requireTestable(pacts: readonly Pact[], { target }: VerifyOptions): void {
  for (const { source, interactions } of pacts)
    for (const one of interactions) {
      const reason = untestedReason(one, target);
      if (reason === undefined) continue;
      throw new UsageError(
        `"${one.description}" of ${source} cannot be verified against ${target.name}: ${reason}.`,
        'Without a state endpoint, give pact files instead of --broker; unsupported interactions are then skipped.',
      );
    }
}
