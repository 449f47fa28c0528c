import type { ClientModule } from '../../drivers/driver.ts';
import { documentedSteps, withParameter } from '../../mutants/clients/naive-client.ts';
import { documentedSend, untilResetMs } from '../../mutants/clients/naive-send.ts';
import { type WholeSteps, wholeClient } from '../../mutants/clients/whole-client.ts';
import type { Allowance, ClientVariant } from '../variant.ts';
import { after, limited, neverRefused, pathOf, read, slowly, startsOver } from './support.ts';
import { waiting } from './waits.ts';

/** A conforming client as data: one value for each choice that the documents leave open. */
export interface ClientTraits {
  /** `null`: not sent. */
  readonly limit: number | null;
  /** Each documented wait is multiplied by one of these, in turn; none is below 1. */
  readonly factors: readonly number[];
  /** Milliseconds added to each wait. */
  readonly moreMs: number;
  /** Minimum wait before a retry, milliseconds. */
  readonly leastMs: number;
  /** Retries after an outage, 0 to 5. */
  readonly retries: number;
  /** Milliseconds to wait after Reset. */
  readonly beyondResetMs: number;
  /** Waits for Reset when fewer requests than this remain. */
  readonly paceBelow: number;
  /** Milliseconds to wait before each request. */
  readonly restMs: number;
  readonly resumes: boolean;
  /** Requests before a list is read, in order. */
  readonly first: readonly ('district' | 'schools-head' | 'teachers' | 'schools-list')[];
  readonly links: 'as-given' | 'parameters-turned' | 'own-origin' | 'relative-only';
  readonly redirect: 'manual' | 'error';
  readonly mostPages: number;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly headers: 'documented' | 'lower-case-scheme' | 'many' | 'bare';
  /** Which records of an incomplete list are reported, and in which order. */
  readonly reports: 'as-read' | 'sorted' | 'turned' | 'nothing-unless-whole';
  readonly repeatsRefusedCreate: boolean;
  readonly olderGradeFirst: boolean;
}

/** The client with these traits, and its allowances. */
export function clientOf(traits: ClientTraits): Pick<ClientVariant, 'run' | 'but'> {
  return {
    run: reportingIn(traits, preparing(traits, slowly(traits.restMs, wholeClient(stepsOf(traits))))),
    but: butOf(traits),
  };
}

const { retryMs } = documentedSend;
const { headers, resolve } = documentedSteps;

function stepsOf(traits: ClientTraits): Partial<WholeSteps> {
  const { limit, factors, moreMs, leastMs, retries, beyondResetMs, paceBelow } = traits;
  const waits = waiting((response, retry, nowMs) => {
    const isOutage = response.status === 0 || response.status >= 500;
    const ms = retryMs(response, retry, nowMs);
    if (ms === undefined || (isOutage && retry >= retries)) return undefined;
    const beyondMs = response.status === 429 ? beyondResetMs : 0;
    return Math.max(leastMs, ms * (factors[retry % factors.length] ?? 1)) + moreMs + beyondMs;
  });
  return {
    ...waits,
    ...(traits.repeatsRefusedCreate
      ? {}
      : {
          writeRetryMs: (method, response, retry, nowMs) =>
            method === 'PATCH' ? waits.retryMs?.(response, retry, nowMs) : undefined,
        }),
    ...(limit === null ? {} : limited(limit)),
    // A limit of 1 makes 230 pages of 230 students.
    mostPages: limit !== null && limit < 5 ? 300 : traits.mostPages,
    maxBytes: traits.maxBytes,
    timeoutMs: traits.timeoutMs,
    redirect: traits.redirect,
    resumes: traits.resumes,
    paceMs: (response, nowMs) =>
      Number(response.headers.get('x-ratelimit-remaining') ?? 1200) < Math.max(1, paceBelow)
        ? untilResetMs(response, nowMs)
        : 0,
    resolve: resolvers[traits.links],
    headers: headerStyles[traits.headers],
    ...(traits.olderGradeFirst
      ? { updates: (left, body) => (left === undefined ? [body] : [left, body]) }
      : {}),
  };
}

const resolvers: Readonly<Record<ClientTraits['links'], WholeSteps['resolve']>> = {
  'as-given': resolve,
  'parameters-turned': (uri, place) => {
    const target = resolve(uri, place);
    if (target === undefined) return undefined;
    const url = new URL(target);
    url.search = String(new URLSearchParams([...url.searchParams].reverse()));
    return url.href;
  },
  'own-origin': (uri, { origin }) => {
    const { pathname, search } = new URL(uri, origin);
    return origin + pathname + search;
  },
  'relative-only': (uri, place) => (uri.startsWith('/') ? resolve(uri, place) : undefined),
};

const headerStyles: Readonly<Record<ClientTraits['headers'], WholeSteps['headers']>> = {
  documented: headers,
  'lower-case-scheme': (token) => ({ authorization: `bearer ${token}` }),
  many: (token, page) => ({
    ...headers(token, page),
    'User-Agent': 'sync/0.0 (+https://example.org; "nightly")',
    'Accept-Language': 'tlh',
    'If-None-Match': '"x"',
    'X-Request-Id': `page-${page}`,
  }),
  bare: (token) => ({ Authorization: `Bearer ${token}` }),
};

/** Earlier requests. A list is read like the main one, so that its failure may end the client. */
function preparing({ first }: ClientTraits, client: ClientModule): ClientModule {
  return first.reduceRight((inner, what) => {
    if (what === 'district') return after((options) => read(options, pathOf(options, 'districts')), inner);
    if (what === 'schools-head')
      return after((options) => read(options, pathOf(options, 'schools'), 'HEAD'), inner);
    if (what === 'teachers')
      return after((options) => read(options, withParameter(pathOf(options, 'teachers'), 'limit=3')), inner);
    return after((options) => wholeClient({ resumes: false })({ ...options, job: 'sync:schools' }), inner);
  }, client);
}

function reportingIn({ reports }: ClientTraits, client: ClientModule): ClientModule {
  return async (options) => {
    const result = await client(options);
    if (reports === 'nothing-unless-whole') return result.complete ? result : { ...result, ids: [] };
    if (reports === 'sorted') return { ...result, ids: result.ids.toSorted() };
    return reports === 'turned' ? { ...result, ids: result.ids.toReversed() } : result;
  };
}

/** With five retries everything must pass; with fewer, the client does not recover from outages or finish some scenarios. */
function butOf({ limit, retries, resumes }: ClientTraits): NonNullable<ClientVariant['but']> {
  const impatient: Allowance = { outcomes: ['failed', 'untested'], why: 'gives up before five retries' };
  const untested: Allowance = { outcomes: ['untested'], why: 'gives up before five retries' };
  return {
    ...(limit !== null && limit <= 50 ? neverRefused : {}),
    ...(resumes ? {} : startsOver),
    ...(retries < 5
      ? {
          'backoff/client-retries-500': impatient,
          'backoff/client-retries-502': impatient,
          'backoff/client-retries-503': impatient,
        }
      : {}),
    ...(retries < 3
      ? {
          'backoff/client-first-wait-1s': untested,
          'backoff/client-waits-double': untested,
          'backoff/client-backoff-starts-over': untested,
          'backoff/client-at-most-five-retries': untested,
          'backoff/client-no-retry-501': untested,
          'rate-limit/client-waits-for-reset': untested,
        }
      : {}),
    ...(retries < 1
      ? {
          'backoff/client-no-retry-400': untested,
          'backoff/client-no-retry-401': untested,
          'backoff/client-no-retry-404': untested,
          'errors/client-treats-page-error-as-incomplete': untested,
        }
      : {}),
  };
}
