import { UsageError } from '../../errors.ts';
import { version } from '../../package.ts';
import { type ChosenApis, chooseApis } from '../../pacts/chosen.ts';
import type { BrokerOptions } from '../../pacts/verify/broker.ts';
import type { LiveTargetOptions } from '../../targets/live.ts';
import type { Io } from '../io.ts';
import { readApis, readChoice, readInteger } from '../selection.ts';
import { readToken } from '../token.ts';

/** The flag of every pact verb, as parsed by commander. */
export interface PactApiFlags {
  readonly api?: string;
}

/** What `--api` chooses; without it every documented API. Throws `UsageError`. */
export function readChosenApis({ api }: PactApiFlags): ChosenApis {
  return chooseApis(api === undefined ? undefined : readApis(api));
}

/** Flags of the verbs with a report, as parsed by commander. */
export interface PactOutputFlags {
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** As parsed by commander. */
export interface PactVerifyFlags extends PactOutputFlags, PactApiFlags {
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

/** The validated flags of `pact verify`. */
export interface PactVerifyOptions extends PactOutputFlags {
  readonly pacts: readonly string[];
  readonly apis: ChosenApis;
  readonly broker?: BrokerOptions;
  /** Absent: the embedded sandbox. */
  readonly live?: LiveTargetOptions;
  /** For pact URLs and the broker. */
  readonly brokerToken?: string;
  readonly seed: number;
  readonly failOnUntested: boolean;
}

/** Validates all flags before anything is opened or sent. Throws `UsageError` for the first invalid one. */
export function readPactVerifyFlags(
  pacts: readonly string[],
  flags: PactVerifyFlags,
  io: Io,
): PactVerifyOptions {
  if (pacts.length === 0 && flags.broker === undefined)
    throw new UsageError('No pacts given.', 'Give pact files, directories, URLs, or --broker URL.');
  if (pacts.length > 0 && flags.broker !== undefined)
    throw new UsageError('Pact files and --broker cannot be combined.', 'Verify them in separate runs.');
  if (flags.api !== undefined && flags.broker !== undefined)
    throw new UsageError(
      '--api and --broker cannot be combined.',
      'A pact of a broker is verified as a whole; select it with --consumer-version-selectors.',
    );
  const live = flags.target === 'sandbox' ? undefined : readLive(flags, io);
  for (const name of ['states', 'timeout'] as const)
    if (!live && flags[name] !== undefined)
      throw new UsageError(`--${name} requires --target URL.`, 'The embedded sandbox does not use it.');
  const broker = readBroker(flags, live, io);
  const brokerToken = io.env.PACT_BROKER_TOKEN;
  if (flags.failOn !== undefined) readChoice('--fail-on', flags.failOn, ['untested']);
  return {
    pacts,
    apis: readChosenApis(flags),
    ...(broker ? { broker } : {}),
    ...(live ? { live } : {}),
    ...(brokerToken ? { brokerToken } : {}),
    seed: readInteger('--seed', flags.seed, 0, 2 ** 31 - 1),
    failOnUntested: flags.failOn !== undefined,
    ...outputOf(flags),
  };
}

/** The flags that control report output. */
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
    // A server with provider states is a test server.
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
        throw new UsageError(`--${kebab(name)} requires --broker URL.`, 'Add --broker, or omit it.');
    return undefined;
  }
  const url = readBrokerUrl(flags.broker);
  if (!flags.provider)
    throw new UsageError('--broker requires the name of the provider.', 'Add --provider NAME.');
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
    throw new UsageError('--publish requires a provider version.', 'Add --provider-version VERSION.');
  if (live && live.statesUrl === undefined)
    throw new UsageError(
      '--publish is not allowed for a server that may contain real data: published mismatches show its responses.',
      'Give a test server with --states URL, or omit --publish.',
    );
  return {
    version: flags.providerVersion,
    ...(flags.providerBranch === undefined ? {} : { branch: flags.providerBranch }),
    ...(flags.buildUrl === undefined ? {} : { buildUrl: flags.buildUrl }),
  };
}

/** Validates the URL of a pact or broker; rejects embedded credentials. */
export function readBrokerUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new UsageError(`"${text}" is not an http or https URL.`, 'Give the base URL of the broker.');
  if (url.username || url.password)
    throw new UsageError(
      'The broker URL contains a user name or password.',
      'Set PACT_BROKER_TOKEN instead.',
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
  throw new UsageError('--consumer-version-selectors is not a list of objects.', remedy);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
