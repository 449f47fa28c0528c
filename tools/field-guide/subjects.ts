import { laterProfiles, type Profile, profiles } from '../../contracts/profiles.ts';

/** The versions of the Data API in which subjects are judged: that of the catalogue, and the newest. */
export const first: Profile = profiles[0];
export const newest: Profile = laterProfiles.at(-1) ?? first;

/** One retry stack or client of the field guide. */
export interface Subject {
  /** Its file in examples/field-guide, without `.mjs`. */
  readonly file: string;
  /** For people, as the head of a column. */
  readonly title: string;
  /** npm packages that make it up. */
  readonly packages: readonly string[];
  /** Whether it walks lists by itself; otherwise the shared glue does. */
  readonly walks: boolean;
  /** Whether it knows only records of types that the newest version has not. */
  readonly isOfFirst?: boolean;
  /** What was set, and what one has to know of it, in Markdown. The file has the exact words. */
  readonly settings: readonly string[];
  /** What other settings were seen to do, where that may help to choose. Measured, not read. */
  readonly seenBesides?: string;
}

const noRedirects = 'redirects not followed';
const answerTime = '10 s for an answer';

/** In the order of the table. */
export const subjects: readonly Subject[] = [
  {
    file: 'got',
    title: 'got',
    packages: ['got'],
    walks: false,
    settings: [
      '`retry.limit` 5, `retry.statusCodes` 429, 500, 502, 503, `retry.maxRetryAfter` 5 min; waits and methods as it ships (1 s, doubled; not POST, not PATCH)',
      `\`timeout.request\`: ${answerTime}; \`followRedirect: false\``,
    ],
  },
  {
    file: 'ky',
    title: 'ky',
    packages: ['ky'],
    walks: false,
    settings: [
      '`retry.limit` 5, `retry.statusCodes` 429, 500, 502, 503, `retry.afterStatusCodes` 429 (where it reads `X-RateLimit-Reset`), `retry.maxRetryAfter` 5 min, `retry.delay` 1 s, doubled, `retry.retryOnTimeout`; methods as it ships (not POST, not PATCH)',
      `\`timeout\`: ${answerTime}; \`redirect: 'manual'\``,
    ],
  },
  {
    file: 'axios-retry',
    title: 'axios + axios-retry',
    packages: ['axios', 'axios-retry'],
    walks: false,
    settings: [
      '`retries` 5, `retryDelay` its `exponentialDelay` with a factor of 500 ms (1 s, doubled, up to a fifth more), `retryCondition` its `isIdempotentRequestError` (not POST, not PATCH), narrowed to 429, 500, 502, 503; `shouldResetTimeout`',
      `\`timeout\`: ${answerTime}; \`maxRedirects: 0\`; \`maxContentLength\` 32 MiB`,
    ],
    seenBesides:
      'with its default condition, `isNetworkOrIdempotentRequestError`, `lms/client-creates-once` was broken: in lms/create-whose-answer-is-lost 6 creates were sent',
  },
  {
    file: 'undici',
    title: 'undici RetryAgent',
    packages: ['undici'],
    walks: false,
    settings: [
      '`maxRetries` 5, `minTimeout` 1 s, `timeoutFactor` 2, `statusCodes` 429, 500, 502, 503, `throwOnError: false` (keeps the bodies of errors); methods as it ships (not POST, not PATCH)',
      `on the agent: \`headersTimeout\` and \`bodyTimeout\` 10 s, \`maxResponseSize\` 32 MiB; ${noRedirects}, as it ships`,
    ],
  },
  {
    file: 'p-retry',
    title: 'p-retry + fetch',
    packages: ['p-retry'],
    walks: false,
    settings: [
      '`retries` 5 for GET, 0 for writes, `minTimeout` 1 s, `factor` 2; `AbortError` for every status but 429, 500, 502, 503, as its readme shows for 404',
      `\`AbortSignal.timeout\`: ${answerTime}; \`redirect: 'manual'\``,
    ],
  },
  {
    file: 'octokit',
    title: 'octokit + retry + throttling',
    packages: ['@octokit/core', '@octokit/plugin-retry', '@octokit/plugin-throttling'],
    walks: false,
    settings: [
      '`retry.retries` 5, `retry.doNotRetry` with 405, 413 and 501 added; `request.retries` 0 for writes; waits as they ship (1, 4, 9, 16, 25 s)',
      '`throttle.onRateLimit` says yes up to five times (it reads `X-RateLimit-Remaining` and `X-RateLimit-Reset`)',
      `${answerTime}, by \`request.fetch\`; \`request.redirect: 'manual'\`; the bearer token as a header, because \`auth\` sends \`token …\` unless the token is a JWT`,
    ],
    seenBesides:
      'with 429 added to `retry.doNotRetry`, so that throttling alone decides, `rate-limit/client-waits-for-reset` was kept and `rate-limit/client-bounded-wait` broken: after a 429 with a Reset in the past, or none, the next request came within 0.04 s',
  },
  {
    file: 'clever',
    title: 'clever',
    packages: ['clever'],
    walks: true,
    isOfFirst: true,
    settings: [
      '`find().limit(1000).stream()`, as its readme shows; it has no settings for retries, waits or time',
      'the `path` of the resource moved to `/v2.0`: as published it asks for `/v1.2`, which the Data API v2.0 answers with 404',
      "Clever's package for Node, written in CoffeeScript; in its public repository the library has been on API v1.2 since July 2017 and was last changed in April 2020",
    ],
  },
];
