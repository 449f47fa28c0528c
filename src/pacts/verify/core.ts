import { createRequire } from 'node:module';
import { SuiteFault } from '../../errors.ts';
import { whyNotLoaded } from '../optional-package.ts';
import { quietSwitches } from './environment.ts';

/** The package's consumer side, and its matchers. */
export type PactLibrary = typeof import('@pact-foundation/pact');

/** Options of the native verifier, named as in the core. */
export interface CoreOptions {
  readonly provider: string;
  readonly providerBaseUrl: string;
  readonly providerStatesSetupUrl: string;
  readonly pactUrls?: readonly string[];
  readonly pactBrokerUrl?: string;
  readonly pactBrokerToken?: string;
  readonly consumerVersionSelectors?: readonly object[];
  readonly enablePending?: boolean;
  readonly publishVerificationResult?: boolean;
  readonly providerVersion?: string;
  readonly providerVersionBranch?: string;
  readonly buildUrl?: string;
  readonly failIfNoPactsFound?: boolean;
  readonly followRedirects: false;
  readonly timeout: number;
  readonly logLevel: 'error';
}

/** Resolves to the core's result as JSON text; a failed verification rejects with the same text as message. */
export type VerifyPacts = (options: CoreOptions) => Promise<string>;

/**
 * Loads the consumer side of Pact with telemetry and logging off. Throws `SuiteFault` if it is not installed or its native
 * core does not load.
 */
export async function loadPact(): Promise<PactLibrary> {
  silence();
  try {
    const library = await import('@pact-foundation/pact');
    // The core is loaded on first use, not on import.
    new library.PactV4({ consumer: 'probe', provider: 'probe', logLevel: 'error' });
    return library;
  } catch (cause) {
    throw coreFault(cause);
  }
}

/**
 * Loads the native verifier with telemetry and logging off, bypassing the package's `Verifier`: its proxy responds to
 * malformed JSON itself, swallows failed states, and uses HTTP_PROXY even for localhost.
 */
export function loadVerifier(): VerifyPacts {
  silence();
  try {
    const here = createRequire(import.meta.url);
    const core = createRequire(here.resolve('@pact-foundation/pact'))('@pact-foundation/pact-core');
    return (options) => core.default.verifyPacts(options);
  } catch (cause) {
    throw coreFault(cause);
  }
}

function silence(): void {
  Object.assign(process.env, quietSwitches);
}

/** Explains in one line what is missing; the other commands work without it. */
export function coreFault(cause: unknown): SuiteFault {
  const why = whyNotLoaded('@pact-foundation/pact', cause);
  // If the native module does not load, the package continues with undefined and throws on it.
  const reason = /pactffi/i.test(why) ? 'its native module is missing or does not load on this machine' : why;
  return new SuiteFault(
    `Pact's native core could not be loaded: ${reason}.`,
    `Run "npm install @pact-foundation/pact" on a platform that it supports (this is ${process.platform}-${process.arch}); every other verb, "pact compare" and "pact export" work without it.`,
  );
}
