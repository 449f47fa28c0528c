import { chanceOf, type ServerVariant } from '../variant.ts';
import { inHeaders } from './support.ts';

const prefix = 'x-ratelimit-';
const names = ['limit', 'remaining', 'reset', 'bucket'] as const;

/** Changes the four headers together, where present. */
const inQuota = (
  change: (
    reported: Readonly<Record<(typeof names)[number], string>>,
  ) => Partial<Record<(typeof names)[number], string>>,
) =>
  inHeaders((headers) => {
    const reported = Object.fromEntries(names.map((name) => [name, headers.get(prefix + name) ?? '']));
    if (reported.limit === '') return;
    for (const [name, value] of Object.entries(change(reported as never))) headers.set(prefix + name, value);
  });

/** Ways to advertise a quota. */
export const limitVariants: readonly ServerVariant[] = [
  {
    name: 'rate-limit/lists-of-two-buckets',
    why: 'open question bucket-name: a token with two buckets gets lists, read by position',
    slot: 'quota',
    tamper: inQuota(({ limit, remaining, reset }) => ({
      limit: `6000, ${limit}`,
      remaining: `${6000 - Number(limit) + Number(remaining)}, ${remaining}`,
      reset: `${reset}, ${reset}`,
      bucket: 'application, bearer',
    })),
  },
  {
    name: 'rate-limit/a-first-bucket-that-is-not-used',
    why: 'open question bucket-name: the bucket that refuses, or else the one with the latest Reset, decides',
    slot: 'quota',
    tamper: inQuota(({ limit, remaining, reset }) => ({
      limit: `200,${limit}`,
      remaining: `200,${remaining}`,
      reset: `${reset},${reset}`,
      bucket: 'writes,reads',
    })),
  },
  {
    name: 'rate-limit/a-bucket-of-all-clients-with-an-hour-of-its-own',
    why: 'open question bucket-name: the smallest that moves with the requests decides, others may have another window',
    slot: 'quota',
    tamper: (sandbox) => {
      let left = 99_000;
      return async (request) => {
        const response = await sandbox.fetch(request);
        const headers = new Headers(response.headers);
        if (!headers.has(`${prefix}limit`)) return response;
        // Others use it, too.
        left -= 3;
        const hourS = Math.ceil((Date.parse(headers.get('date') ?? '') / 1000 + 1) / 3600) * 3600;
        const all = { limit: 99_999, remaining: Math.max(1, left), reset: hourS, bucket: 'all' };
        for (const name of names) headers.set(prefix + name, `${all[name]}, ${headers.get(prefix + name)}`);
        return new Response(response.body, { status: response.status, headers });
      };
    },
  },
  {
    name: 'rate-limit/a-bucket-named-after-its-token',
    why: 'open question bucket-name: any name passes',
    slot: 'quota',
    tamper: (sandbox) => async (request) => {
      const name = `b${Math.floor(chanceOf(request.headers.get('authorization') ?? '') * 1e9)}`;
      const response = await sandbox.fetch(request);
      const headers = new Headers(response.headers);
      if (headers.has('x-ratelimit-bucket')) headers.set('x-ratelimit-bucket', name);
      return new Response(response.body, { status: response.status, headers });
    },
  },
  {
    name: 'rate-limit/retry-after-beside-reset',
    why: 'RFC 9110, 10.2.3: a 429 may carry it',
    tamper: inHeaders(
      (headers) => headers.set('retry-after', '60'),
      ({ status }) => status === 429,
    ),
  },
  {
    name: 'rate-limit/an-empty-429-with-a-length-and-a-label',
    why: 'OV: its body is empty; HTTP allows a length of 0 and a type',
    tamper: inHeaders(
      (headers) => {
        headers.set('content-length', '0');
        headers.set('content-type', 'text/plain; charset=utf-8');
      },
      ({ status }) => status === 429,
    ),
  },
  {
    name: 'rate-limit/no-headers-on-other-errors',
    why: 'open question rate-limited-wording: required on successes and on 429, observed on other errors',
    but: {
      'rate-limit/headers-on-errors': { outcomes: ['failed'], why: 'this requirement is only observed' },
    },
    tamper: inHeaders(
      (headers) => {
        for (const name of names) headers.delete(prefix + name);
      },
      ({ status }) => status >= 400 && status !== 429,
    ),
  },
  {
    name: 'rate-limit/answers-that-take-7-ms',
    why: 'no document limits the speed',
    slot: 'latency',
    tamper: (sandbox, clock) => async (request) => {
      clock.advance(3);
      const response = await sandbox.fetch(request);
      clock.advance(4);
      return response;
    },
  },
  {
    name: 'rate-limit/answers-that-take-up-to-40-ms',
    why: 'no document limits the speed',
    slot: 'latency',
    tamper: (sandbox, clock) => {
      let count = 0;
      return async (request) => {
        clock.advance(Math.floor(20 * chanceOf(`before ${++count}`)));
        const response = await sandbox.fetch(request);
        clock.advance(Math.floor(20 * chanceOf(`after ${count}`)));
        return response;
      };
    },
  },
];
