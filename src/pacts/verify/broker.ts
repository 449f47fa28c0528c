import { InconclusiveError, UsageError } from '../../errors.ts';
import { isObject } from '../../text/json.ts';
import { type Pact, pactOf } from '../pact.ts';
import { unusable } from '../pact-files.ts';

/** A Pact broker and the selection of its pacts. */
export interface BrokerOptions {
  readonly url: string;
  readonly token?: string;
  /** The provider's name at the broker. */
  readonly provider: string;
  /** Passed on unchanged; empty: the broker's default. */
  readonly selectors: readonly object[];
  readonly enablePending: boolean;
  /** Publish results under this version. */
  readonly publish?: { readonly version: string; readonly branch?: string; readonly buildUrl?: string };
}

const relation = 'pb:provider-pacts-for-verification';
/** Limits for one broker response. */
const timeoutMs = 30_000;
const maxCharacters = 32 * 1024 * 1024;

/**
 * The pacts that the broker selects for verification, read up front so that their states can be checked; the native core
 * fetches them again. Throws `InconclusiveError` if the broker is unreachable, `UsageError` if it rejects the request or has
 * no pacts.
 */
export async function readBrokerPacts(options: BrokerOptions): Promise<readonly Pact[]> {
  const index = await ask(new URL(options.url), options.token);
  const template = linkIn(index, relation);
  if (template === undefined)
    throw new UsageError(
      `${options.url} is not a Pact broker: it has no link ${relation}.`,
      'Give the base URL of the broker with --broker.',
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

/** Reads one pact from a URL. Throws like `readBrokerPacts`. */
export async function readPactAt(
  url: URL,
  broker: { readonly url: string; readonly token?: string },
): Promise<Pact> {
  const pact = pactOf(url.href, await ask(sameOrigin(url, broker.url), broker.token));
  if (typeof pact === 'string') throw unusable(url.href, pact);
  return pact;
}

/** The token is sent to the broker's origin only. */
function sameOrigin(url: URL, base: string): URL {
  if (url.origin === new URL(base).origin) return url;
  throw new UsageError(
    `The broker ${base} points to another origin, ${url.origin}.`,
    'Give the public URL of the broker.',
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
    throw new InconclusiveError(`${url.origin} is unreachable.`, 'Check the URL of the broker.', {
      cause,
    });
  });
  if (response.status === 401 || response.status === 403)
    throw new UsageError(
      `${url.origin} rejected the token (${response.status}).`,
      'Set PACT_BROKER_TOKEN to the token of the broker.',
    );
  if (!response.ok) throw new UsageError(`${url.href} returned ${response.status}.`, 'Check the URL.');
  const text = await response.text();
  if (text.length > maxCharacters) throw unusable(url.href, 'it is larger than 32 MiB');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${url.href} did not return JSON.`, 'Check the URL.', { cause });
  }
}

function linkIn(value: unknown, name: string): string | undefined {
  const links = isObject(value) && isObject(value._links) ? value._links : {};
  const link = links[name];
  return isObject(link) && typeof link.href === 'string' ? link.href : undefined;
}
