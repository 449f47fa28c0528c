import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { answering, type ServerMutant } from '../../mutant.ts';
import {
  add,
  always,
  bucketHeader,
  dateS,
  limitHeader,
  lockingFor,
  numberIn,
  refusal,
  remainingHeader,
  resetHeader,
  telling,
  withHeaders,
} from './tampers.ts';

/** Windows that are slightly too short or too long, or partly shared. */
export const windowMutants: readonly ServerMutant[] = [
  {
    name: 'rate-limit/limit-is-1199',
    breaks: 'rate-limit/limit-is-1200',
    tamper: answering(always, (response) => {
      const left = numberIn(response.headers, remainingHeader) - 1;
      const setHeaders = (headers: Headers) => {
        headers.set(limitHeader, '1199');
        headers.set(remainingHeader, `${Math.max(0, left)}`);
      };
      return left < 0 ? refusal(response, setHeaders) : withHeaders(response, setHeaders);
    }),
  },
  {
    name: 'rate-limit/first-request-is-free',
    breaks: 'rate-limit/remaining-in-range',
    // From the first response to the second, Remaining falls by two.
    alsoFails: ['rate-limit/remaining-counts-down'],
    tamper: telling(
      ({ ok }) => ok,
      (headers) => {
        if (numberIn(headers, remainingHeader) === 1199) headers.set(remainingHeader, '1200');
      },
    ),
  },
  {
    name: 'rate-limit/errors-cost-two',
    breaks: 'rate-limit/remaining-counts-down',
    tamper: (sandbox) => {
      // By window: what errors have cost in addition.
      const extra = new Map<number, number>();
      return async (request) => {
        const response = await sandbox.fetch(request);
        const resetS = numberIn(response.headers, resetHeader);
        if (request.headers.get('authorization') !== `Bearer ${sandbox.token}`) return response;
        const isError = response.status >= 400 && response.status !== 429;
        const cost = (extra.get(resetS) ?? 0) + (isError ? 1 : 0);
        extra.set(resetS, cost);
        return withHeaders(response, (headers) =>
          headers.set(remainingHeader, `${Math.max(0, numberIn(headers, remainingHeader) - cost)}`),
        );
      };
    },
  },
  {
    // The error itself shows the counter before the second one.
    name: 'rate-limit/errors-cost-one-more-afterwards',
    breaks: 'rate-limit/remaining-counts-down',
    tamper: chargingTheDistrict(
      ({ headers }, { status }, { token }) =>
        status >= 400 && status !== 429 && headers.get('authorization') === `Bearer ${token}`,
    ),
  },
  {
    name: 'rate-limit/events-have-a-reset-of-their-own',
    breaks: 'rate-limit/window-is-fixed',
    tamper: telling(
      ({ url }) => url.pathname.endsWith('/events'),
      (headers) => add(headers, resetHeader, -1),
    ),
  },
  {
    name: 'rate-limit/later-windows-begin-one-short',
    breaks: 'rate-limit/window-refills',
    tamper: (sandbox) => {
      let firstResetS: number | undefined;
      return async (request) => {
        const response = await sandbox.fetch(request);
        const resetS = numberIn(response.headers, resetHeader);
        firstResetS ??= resetS;
        if (!(resetS > firstResetS) || !response.ok) return response;
        return withHeaders(response, (headers) =>
          headers.set(remainingHeader, `${Math.max(0, numberIn(headers, remainingHeader) - 1)}`),
        );
      };
    },
  },
  {
    name: 'rate-limit/refuses-with-99-left',
    breaks: 'rate-limit/full-quota-admitted',
    tamper: answering(always, (response) =>
      response.ok && numberIn(response.headers, remainingHeader) < 99 ? refusal(response) : response,
    ),
  },
  {
    name: 'rate-limit/locked-for-a-second-more',
    breaks: 'rate-limit/admits-after-reset',
    tamper: lockingFor(1),
  },
  {
    name: 'rate-limit/each-refusal-costs-a-second',
    breaks: 'rate-limit/429-does-not-extend',
    tamper: (sandbox) => {
      let refused = 0;
      return async (request) => {
        const response = await sandbox.fetch(request);
        refused = response.status === 429 ? refused + 1 : 0;
        return refused > 1
          ? withHeaders(response, (headers) => add(headers, resetHeader, refused - 1))
          : response;
      };
    },
  },
  {
    name: 'rate-limit/one-token-pays-for-the-other',
    breaks: 'rate-limit/bucket-per-token',
    tamper: chargingTheDistrict(
      (request, _, { secondToken }) => request.headers.get('authorization') === `Bearer ${secondToken}`,
    ),
  },
  {
    name: 'rate-limit/an-unknown-token-costs-the-district-a-request',
    breaks: 'rate-limit/bucket-per-token',
    tamper: chargingTheDistrict(
      ({ headers }, { status }) => status === 401 && headers.get('authorization') !== null,
    ),
  },
  {
    name: 'rate-limit/a-request-without-a-token-costs-the-district-one',
    breaks: 'rate-limit/bucket-per-token',
    tamper: chargingTheDistrict(({ headers }) => headers.get('authorization') === null),
  },
  {
    name: 'rate-limit/bucket-is-named-after-the-minute',
    breaks: 'rate-limit/bucket-stable',
    tamper: telling(always, (headers) =>
      headers.set(bucketHeader, `bearer-${Math.floor(dateS(headers) / 60) % 60}`),
    ),
  },
  {
    name: 'rate-limit/404-without-remaining',
    breaks: 'rate-limit/headers-on-errors',
    tamper: telling(
      ({ status }) => status === 404,
      (headers) => headers.delete(remainingHeader),
    ),
  },
];

/** Counts the requests of others that `when` selects on the district's token. */
function chargingTheDistrict(
  when: (request: Request, response: Response, sandbox: Sandbox) => boolean,
): ServerMutant['tamper'] {
  return (sandbox) => async (request) => {
    const response = await sandbox.fetch(request);
    const headers = { authorization: `Bearer ${sandbox.token}` };
    if (when(request, response, sandbox))
      await sandbox.fetch(new Request(new URL('/v2.0/districts', request.url), { headers }));
    return response;
  };
}
