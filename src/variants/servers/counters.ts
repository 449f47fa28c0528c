import type { ServerVariant, VariantTamper } from '../variant.ts';

/** A conforming rate-limit counter that differs from the sandbox's. Milliseconds are virtual time. */
interface Counter {
  /** @default 1200 */
  readonly limit?: number;
  /** Windows begin on the minute instead of with the first request. */
  readonly aligned?: boolean;
  /** Duration of each response; half of it before the request is counted. */
  readonly latencyMs?: number;
  /** Requests of another client at the start of each window. */
  readonly opening?: number;
  /** Requests of another client with this token after the suite's n-th request. */
  readonly others?: (n: number) => number;
}

/** Counts in place of the sandbox, with one counter per token; the sandbox itself never refuses. */
export function counting({
  limit = 1200,
  aligned = false,
  latencyMs = 0,
  opening = 0,
  others = () => 0,
}: Counter): VariantTamper {
  return (sandbox, clock) => {
    const windows = new Map<string, { left: number; endMs: number }>();
    let served = 0;
    const count = (token: string) => {
      const nowMs = clock.now();
      let window = windows.get(token);
      if (!window || nowMs >= window.endMs) {
        const endMs = aligned ? (Math.floor(nowMs / 60_000) + 1) * 60_000 : nowMs + 60_000;
        window = { left: limit - opening, endMs };
        windows.set(token, window);
      }
      const isAdmitted = window.left > 0;
      if (isAdmitted) window.left--;
      const reported = { limit, remaining: window.left, reset: Math.ceil(window.endMs / 1000) };
      window.left = Math.max(0, window.left - others(++served));
      return { isAdmitted, reported };
    };
    return async (request) => {
      clock.advance(latencyMs / 2);
      const token = request.headers.get('authorization')?.slice('Bearer '.length) ?? '';
      await sandbox.setState('the bucket has {remaining} left', { remaining: 1000, token });
      const response = await sandbox.fetch(request);
      const { isAdmitted, reported } = count(token);
      clock.advance(latencyMs / 2);
      const headers = new Headers(response.headers);
      for (const [name, value] of Object.entries(reported)) headers.set(`x-ratelimit-${name}`, String(value));
      headers.set('date', new Date(clock.now()).toUTCString());
      if (isAdmitted) return new Response(response.body, { status: response.status, headers });
      headers.delete('content-type');
      return new Response(null, { status: 429, headers });
    };
  };
}

const variant = (name: ServerVariant['name'], why: string, counter: Counter): ServerVariant => ({
  name,
  why,
  subject: 'counting',
  slot: 'counter',
  tamper: counting(counter),
});

const shared = 'other clients may use the token, and its counter includes their requests';

/**
 * Servers with their own counters. States cannot set their quota, so they are judged like live servers: by their responses,
 * and by waiting.
 */
export const counterVariants: readonly ServerVariant[] = [
  variant(
    'rate-limit/windows-that-begin-with-a-request-reset-rounded-up',
    'OV: Reset is in whole seconds; its rounding is left open',
    {},
  ),
  variant('rate-limit/windows-that-begin-on-the-minute', 'OV: the counter restarts every minute', {
    aligned: true,
  }),
  variant('rate-limit/answers-that-take-30-ms', 'no document limits the speed', { latencyMs: 30 }),
  variant('rate-limit/answers-that-take-30-ms-on-the-minute', 'no document limits the speed', {
    latencyMs: 30,
    aligned: true,
  }),
  variant('rate-limit/answers-so-slow-that-no-window-is-used-up', 'no document limits the speed', {
    latencyMs: 70,
  }),
  variant(
    'rate-limit/another-quota-as-long-as-it-is-reported',
    'open question quota-1200-or-1800: everything else is judged by what is advertised',
    { limit: 1800 },
  ),
  variant('rate-limit/another-client-all-the-time', shared, { others: () => 2, opening: 5 }),
  variant('rate-limit/another-client-now-and-then', shared, { others: (n) => (n % 4 === 0 ? 3 : 0) }),
  variant('rate-limit/another-client-that-opens-the-window', shared, {
    opening: 400,
    others: (n) => (n % 30 === 0 ? 2 : 0),
  }),
];
