import { InconclusiveError, UsageError } from '../errors.ts';
import { isObject } from '../json.ts';
import { type Pact, pactOf } from './pact.ts';
import { unusable } from './pact-files.ts';

/** A broker, and which of its pacts are meant. */
export interface BrokerOptions {
  readonly url: string;
  readonly token?: string;
  /** The provider's name at the broker. */
  readonly provider: string;
  /** Passed on as they are; none: what the broker chooses. */
  readonly selectors: readonly object[];
  readonly enablePending: boolean;
  /** Results go to the broker under this version. */
  readonly publish?: { readonly version: string; readonly branch?: string; readonly buildUrl?: string };
}

const relation = 'pb:provider-pacts-for-verification';
/** Longest wait for one answer of a broker, and the most that it may say. */
const timeoutMs = 30_000;
const largestCharacters = 32 * 1024 * 1024;

/**
 * The pacts that a broker wants verified, read before anything runs, so that their states can be checked; the native core
 * fetches them once more by itself. Throws `InconclusiveError` where the broker cannot be reached, `UsageError` where it
 * refuses or has none.
 */
export async function readBrokerPacts(options: BrokerOptions): Promise<readonly Pact[]> {
  const index = await ask(new URL(options.url), options.token);
  const template = linkIn(index, relation);
  if (template === undefined)
    throw new UsageError(
      `${options.url} is no Pact broker: it has no link ${relation}.`,
      'Give the base address of the broker with --broker.',
    );
  const url = new URL(template.replaceAll('{provider}', encodeURIComponent(options.provider)), options.url);
  const answer = await ask(sameOrigin(url, options.url), options.token, {
    ...(options.selectors.length > 0 ? { consumerVersionSelectors: options.selectors } : {}),
    ...(options.publish?.branch === undefined ? {} : { providerVersionBranch: options.publish.branch }),
    includePendingStatus: options.enablePending,
  });
  const embedded = isObject(answer) && isObject(answer._embedded) ? answer._embedded.pacts : undefined;
  const links = (Array.isArray(embedded) ? embedded : []).map((one: unknown) => linkIn(one, 'self'));
  if (links.length === 0)
    throw new UsageError(
      `The broker ${options.url} has no pact for the provider "${options.provider}".`,
      'Check --provider and --consumer-version-selectors.',
    );
  const pacts: Pact[] = [];
  for (const link of links) pacts.push(await readPactAt(new URL(link ?? '', options.url), options));
  return pacts;
}

/** One pact at an address, as brokers and web servers have them. Throws as `readBrokerPacts`. */
export async function readPactAt(
  url: URL,
  broker: { readonly url: string; readonly token?: string },
): Promise<Pact> {
  const pact = pactOf(url.href, await ask(sameOrigin(url, broker.url), broker.token));
  if (typeof pact === 'string') throw unusable(url.href, pact);
  return pact;
}

/** The token goes to the broker and nowhere else. */
function sameOrigin(url: URL, base: string): URL {
  if (url.origin === new URL(base).origin) return url;
  throw new UsageError(
    `The broker ${base} points to another origin, ${url.origin}.`,
    'Give the address under which the broker itself is known.',
  );
}

async function ask(url: URL, token: string | undefined, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/hal+json, application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new InconclusiveError(`${url.origin} could not be reached.`, 'Check the address of the broker.', {
      cause,
    });
  });
  if (response.status === 401 || response.status === 403)
    throw new UsageError(
      `${url.origin} did not accept the token (${response.status}).`,
      'Put the token of the broker into PACT_BROKER_TOKEN.',
    );
  if (!response.ok) throw new UsageError(`${url.href} answered ${response.status}.`, 'Check the address.');
  const text = await response.text();
  if (text.length > largestCharacters) throw unusable(url.href, 'it is larger than 32 MiB');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${url.href} did not answer with JSON.`, 'Check the address.', { cause });
  }
}

function linkIn(value: unknown, name: string): string | undefined {
  const links = isObject(value) && isObject(value._links) ? value._links : {};
  const link = links[name];
  return isObject(link) && typeof link.href === 'string' ? link.href : undefined;
}
