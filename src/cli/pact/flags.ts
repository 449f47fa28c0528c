import { UsageError } from '../../errors.ts';
import type { BrokerOptions } from '../../pacts/broker.ts';
import type { LiveTargetOptions } from '../../targets/live.ts';
import type { Io } from '../io.ts';
import { version } from '../package.ts';
import { readChoice, readInteger } from '../selection.ts';
import { readToken } from '../token.ts';

/** What the pact verbs have in common, as commander hands it over. */
export interface PactOutputFlags {
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** As commander hands them over. */
export interface PactVerifyFlags extends PactOutputFlags {
  readonly target: string;
  readonly states?: string;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly timeout?: string;
  readonly broker?: string;
  readonly provider?: string;
  readonly consumerVersionSelectors?: string;
  readonly enablePending?: boolean;
  readonly publish?: boolean;
  readonly providerVersion?: string;
  readonly providerBranch?: string;
  readonly buildUrl?: string;
  readonly seed: string;
  readonly failOn?: string;
}

/** The flags of `pact verify`, read once. */
export interface PactVerifyOptions extends PactOutputFlags {
  readonly pacts: readonly string[];
  readonly broker?: BrokerOptions;
  /** Absent: the embedded sandbox. */
  readonly live?: LiveTargetOptions;
  /** For addresses of pacts and for the broker. */
  readonly brokerToken?: string;
  readonly seed: number;
  readonly failOnUntested: boolean;
}

/** Reads and checks everything before anything is opened or sent. Throws `UsageError` for the first that is wrong. */
export function readPactVerifyFlags(
  pacts: readonly string[],
  flags: PactVerifyFlags,
  io: Io,
): PactVerifyOptions {
  if (pacts.length === 0 && flags.broker === undefined)
    throw new UsageError(
      'There is nothing to verify.',
      'Give pact files, folders, addresses, or --broker URL.',
    );
  if (pacts.length > 0 && flags.broker !== undefined)
    throw new UsageError('Pact files and --broker exclude each other.', 'Verify them in two runs.');
  const live = flags.target === 'sandbox' ? undefined : readLive(flags, io);
  for (const name of ['states', 'timeout'] as const)
    if (!live && flags[name] !== undefined)
      throw new UsageError(`--${name} goes with --target URL.`, 'The embedded sandbox needs none.');
  const broker = readBroker(flags, live, io);
  const brokerToken = io.env.PACT_BROKER_TOKEN;
  if (flags.failOn !== undefined) readChoice('--fail-on', flags.failOn, ['untested']);
  return {
    pacts,
    ...(broker ? { broker } : {}),
    ...(live ? { live } : {}),
    ...(brokerToken ? { brokerToken } : {}),
    seed: readInteger('--seed', flags.seed, 0, 2 ** 31 - 1),
    failOnUntested: flags.failOn !== undefined,
    ...outputOf(flags),
  };
}

/** The flags that say where the report goes. */
export function outputOf({ out, json, quiet, color }: PactOutputFlags): PactOutputFlags {
  return {
    ...(out === undefined ? {} : { out }),
    ...(json ? { json } : {}),
    ...(quiet ? { quiet } : {}),
    color,
  };
}

function readLive(flags: PactVerifyFlags, io: Io): LiveTargetOptions {
  return {
    url: flags.target,
    token: readToken(flags, io),
    ...(flags.states === undefined ? {} : { statesUrl: flags.states }),
    // A server that can be put into states is a test server.
    allowWrites: flags.states !== undefined,
    exhaustRateLimit: false,
    ...(flags.timeout === undefined
      ? {}
      : { timeoutMs: 1000 * readInteger('--timeout', flags.timeout, 1, 600) }),
    userAgent: `clever-conformance/${version}`,
  };
}

function readBroker(
  flags: PactVerifyFlags,
  live: LiveTargetOptions | undefined,
  io: Io,
): BrokerOptions | undefined {
  if (flags.broker === undefined) {
    for (const name of [
      'provider',
      'consumerVersionSelectors',
      'enablePending',
      'publish',
      'providerVersion',
      'providerBranch',
      'buildUrl',
    ] as const)
      if (flags[name] !== undefined)
        throw new UsageError(`--${kebab(name)} goes with --broker URL.`, 'Add --broker, or leave it out.');
    return undefined;
  }
  const url = readBrokerUrl(flags.broker);
  if (!flags.provider)
    throw new UsageError('--broker needs the name of the provider.', 'Add --provider NAME.');
  const token = io.env.PACT_BROKER_TOKEN;
  const publish = readPublish(flags, live);
  return {
    url,
    ...(token ? { token } : {}),
    provider: flags.provider,
    selectors: readSelectors(flags.consumerVersionSelectors),
    enablePending: flags.enablePending === true,
    ...(publish ? { publish } : {}),
  };
}

function readPublish(flags: PactVerifyFlags, live: LiveTargetOptions | undefined): BrokerOptions['publish'] {
  if (!flags.publish) return undefined;
  if (!flags.providerVersion)
    throw new UsageError('--publish needs a version of the provider.', 'Add --provider-version VERSION.');
  if (live && live.statesUrl === undefined)
    throw new UsageError(
      '--publish is not for a server that may hold real data: published mismatches show what it answered.',
      'Give a test server with --states URL, or leave --publish out.',
    );
  return {
    version: flags.providerVersion,
    ...(flags.providerBranch === undefined ? {} : { branch: flags.providerBranch }),
    ...(flags.buildUrl === undefined ? {} : { buildUrl: flags.buildUrl }),
  };
}

/** An address of a pact or a broker, without anything in it that should not be on a command line. */
export function readBrokerUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new UsageError(`"${text}" is not a URL of http or https.`, 'Give the base address of the broker.');
  if (url.username || url.password)
    throw new UsageError(
      'The address of the broker carries a user name or password.',
      'Put its token into PACT_BROKER_TOKEN.',
    );
  return url.href;
}

function readSelectors(text: string | undefined): readonly object[] {
  if (text === undefined) return [];
  const remedy = `Give a list such as '[{"mainBranch": true}, {"deployedOrReleased": true}]'.`;
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)) return value;
  } catch (cause) {
    throw new UsageError('--consumer-version-selectors is not JSON.', remedy, { cause });
  }
  throw new UsageError('--consumer-version-selectors is no list of objects.', remedy);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
