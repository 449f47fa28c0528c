import { answering, type ServerMutant } from '../../mutant.ts';
import {
  add,
  admittingOneMore,
  allHeaders,
  always,
  bucketHeader,
  carryingOver,
  dateS,
  isRecord,
  limitHeader,
  lockingFor,
  numberIn,
  refusal,
  remainingHeader,
  resetHeader,
  takingOneTokenForTheOther,
  telling,
  withHeaders,
} from './tampers.ts';
import { windowMutants } from './windows.ts';

/** Servers that advertise, count or enforce the rate limit incorrectly, in one way each. */
export const rateLimitMutants: readonly ServerMutant[] = [
  {
    name: 'rate-limit/second-page-without-reset',
    breaks: 'rate-limit/headers-present',
    tamper: telling(
      ({ ok, url }) => ok && url.searchParams.has('starting_after'),
      (headers) => headers.delete(resetHeader),
    ),
  },
  {
    name: 'rate-limit/no-bucket-on-lms-connect',
    breaks: 'rate-limit/headers-present',
    tamper: telling(
      ({ ok, url }) => ok && url.pathname.startsWith('/v3.1/'),
      (headers) => headers.delete(bucketHeader),
    ),
  },
  {
    name: 'rate-limit/reset-in-milliseconds',
    breaks: 'rate-limit/headers-well-formed',
    tamper: telling(always, (headers) => headers.set(resetHeader, `${headers.get(resetHeader)}000`)),
  },
  {
    name: 'rate-limit/reset-in-seconds-from-now',
    breaks: 'rate-limit/headers-well-formed',
    tamper: telling(always, (headers) =>
      headers.set(resetHeader, `${numberIn(headers, resetHeader) - dateS(headers)}`),
    ),
  },
  {
    name: 'rate-limit/limit-with-a-thousands-separator',
    breaks: 'rate-limit/headers-well-formed',
    tamper: telling(always, (headers) => headers.set(limitHeader, '1 200')),
  },
  {
    name: 'rate-limit/remaining-doubled-by-a-proxy',
    breaks: 'rate-limit/headers-well-formed',
    tamper: telling(
      ({ url }) => url.pathname.endsWith('/events'),
      (headers) => headers.append(remainingHeader, '1200'),
    ),
  },
  {
    name: 'rate-limit/bucket-without-a-name-on-records',
    breaks: 'rate-limit/headers-well-formed',
    tamper: telling(isRecord, (headers) => headers.set(bucketHeader, '')),
  },
  {
    name: 'rate-limit/limit-is-1000',
    breaks: 'rate-limit/limit-is-1200',
    tamper: answering(always, (response) => {
      const left = numberIn(response.headers, remainingHeader) - 200;
      const setHeaders = (headers: Headers) => {
        headers.set(limitHeader, '1000');
        headers.set(remainingHeader, `${Math.max(0, left)}`);
      };
      return left < 0 ? refusal(response, setHeaders) : withHeaders(response, setHeaders);
    }),
  },
  {
    name: 'rate-limit/remaining-stuck-at-7',
    breaks: 'rate-limit/remaining-counts-down',
    tamper: telling(
      ({ ok }) => ok,
      (headers) => headers.set(remainingHeader, '7'),
    ),
  },
  {
    name: 'rate-limit/records-by-id-are-not-counted',
    breaks: 'rate-limit/remaining-counts-down',
    tamper: telling(isRecord, (headers) => add(headers, remainingHeader, 1)),
  },
  {
    name: 'rate-limit/events-cost-two',
    breaks: 'rate-limit/remaining-counts-down',
    tamper: telling(
      ({ url }) => url.pathname.endsWith('/events'),
      (headers) => add(headers, remainingHeader, -1),
    ),
  },
  {
    name: 'rate-limit/remaining-before-the-request',
    breaks: 'rate-limit/remaining-in-range',
    tamper: telling(
      ({ ok }) => ok,
      (headers) => add(headers, remainingHeader, 1),
    ),
  },
  {
    name: 'rate-limit/window-of-61-seconds',
    breaks: 'rate-limit/reset-within-a-minute',
    tamper: telling(always, (headers) => add(headers, resetHeader, 1)),
  },
  {
    name: 'rate-limit/reset-is-the-start-of-the-window',
    breaks: 'rate-limit/reset-within-a-minute',
    tamper: telling(always, (headers) => add(headers, resetHeader, -60)),
  },
  {
    name: 'rate-limit/reset-slides',
    breaks: 'rate-limit/window-is-fixed',
    tamper: telling(
      ({ ok }) => ok,
      (headers) => headers.set(resetHeader, `${dateS(headers) + 60}`),
    ),
  },
  {
    name: 'rate-limit/last-window-is-carried-over',
    breaks: 'rate-limit/window-refills',
    tamper: carryingOver,
  },
  {
    name: 'rate-limit/quota-of-1199',
    breaks: 'rate-limit/full-quota-admitted',
    tamper: answering(always, (response) =>
      response.ok && numberIn(response.headers, remainingHeader) === 0 ? refusal(response) : response,
    ),
  },
  {
    name: 'rate-limit/quota-of-1201',
    breaks: 'rate-limit/exceeding-is-429',
    tamper: admittingOneMore,
  },
  {
    name: 'rate-limit/503-beyond-the-quota',
    breaks: 'rate-limit/exceeding-is-429',
    tamper: answering(always, (response) =>
      response.status === 429 ? new Response(null, { status: 503, headers: response.headers }) : response,
    ),
  },
  {
    name: 'rate-limit/429-with-a-json-body',
    breaks: 'rate-limit/429-body-empty',
    tamper: answering(always, (response) =>
      response.status === 429
        ? new Response('{"error":"rate limit exceeded"}', { status: 429, headers: response.headers })
        : response,
    ),
  },
  {
    name: 'rate-limit/429-with-a-line-break',
    breaks: 'rate-limit/429-body-empty',
    tamper: answering(always, (response) =>
      response.status === 429 ? new Response('\n', { status: 429, headers: response.headers }) : response,
    ),
  },
  {
    name: 'rate-limit/429-without-reset',
    breaks: 'rate-limit/429-headers',
    tamper: telling(
      ({ status }) => status === 429,
      (headers) => headers.delete(resetHeader),
    ),
  },
  {
    name: 'rate-limit/429-with-one-remaining',
    breaks: 'rate-limit/429-headers',
    tamper: telling(
      ({ status }) => status === 429,
      (headers) => headers.set(remainingHeader, '1'),
    ),
  },
  {
    name: 'rate-limit/locked-for-5-seconds-more',
    breaks: 'rate-limit/admits-after-reset',
    tamper: lockingFor(5),
  },
  {
    name: 'rate-limit/refusals-push-reset',
    breaks: 'rate-limit/429-does-not-extend',
    tamper: telling(
      ({ status }) => status === 429,
      (headers) => headers.set(resetHeader, `${dateS(headers) + 60}`),
    ),
  },
  {
    name: 'rate-limit/one-bucket-for-two-tokens',
    breaks: 'rate-limit/bucket-per-token',
    tamper: takingOneTokenForTheOther,
  },
  {
    name: 'rate-limit/a-bucket-per-collection',
    breaks: 'rate-limit/bucket-stable',
    tamper: telling(always, (headers, url) =>
      headers.set(bucketHeader, `bearer-${url.pathname.split('/')[2] ?? ''}`),
    ),
  },
  {
    name: 'rate-limit/404-without-headers',
    breaks: 'rate-limit/headers-on-errors',
    tamper: telling(
      ({ status }) => status === 404,
      (headers) => {
        for (const name of allHeaders) headers.delete(name);
      },
    ),
  },
  ...windowMutants,
];
