import type { ClientModule } from '../../drivers/driver.ts';
import { documentedSend } from './naive-send.ts';
import { wholeClient } from './whole-client.ts';

const { retryMs } = documentedSend;

/** A client whose documented waits are changed, in reads and writes alike. Only for tests. */
export function retrying(again: typeof retryMs): ClientModule {
  return wholeClient({
    retryMs: again,
    writeRetryMs: (method, answer, retry, nowMs) =>
      method === 'PATCH' || answer.status === 429 ? again(answer, retry, nowMs) : undefined,
  });
}

/** The documented wait, made longer. */
const longer = (change: (ms: number, retry: number) => number): ClientModule =>
  retrying((answer, retry, nowMs) => {
    const ms = retryMs(answer, retry, nowMs);
    return ms === undefined ? undefined : change(ms, retry);
  });

/** Does something else at the same time, once: its request may be on its way when an answer says to stop. */
const beside =
  (path: string): ClientModule =>
  async (options) => {
    const { fetch, baseUrl, token } = options;
    const other = fetch(baseUrl + path, { headers: { Authorization: `Bearer ${token}` } }).catch(() => {});
    const [result] = await Promise.all([wholeClient()(options), other]);
    return result;
  };

const isOutage = (status: number) => status === 0 || status >= 500;

/** Gives up at the first answer that says to come back later, and says so. */
export const givingUpAtOnce: ClientModule = retrying((answer, retry, nowMs) =>
  isOutage(answer.status) ? undefined : retryMs(answer, retry, nowMs),
);

/** Clients that wait in other ways, all of them within the documents. */
export const legalWaits: Readonly<Record<string, ClientModule>> = {
  'jitter of 100 % upward': longer((ms) => 2 * ms),
  'jitter upward, now much, now little': longer((ms, retry) => ms * (retry % 2 === 0 ? 1.97 : 1.03)),
  'jitter that makes fractions of milliseconds': longer((ms) => ms * 1.000_000_3),
  'a schedule of 2, 4, 8, 16, 32 s': longer((ms, retry) => Math.max(ms, 2000 * 2 ** retry)),
  'twenty seconds each time': longer((ms) => Math.max(ms, 20_000)),
  'three seconds more after each answer': longer((ms) => ms + 3000),
  'a minute where the rate limit says nothing sensible': retrying((answer, retry, nowMs) => {
    const ms = retryMs(answer, retry, nowMs);
    return answer.status === 429 && ms !== undefined && ms <= 16_000 ? Math.max(ms, 60_000) : ms;
  }),
  'Retry-After where there is one': retrying((answer, retry, nowMs) => {
    const ms = retryMs(answer, retry, nowMs);
    return ms === undefined ? undefined : Math.max(ms, 1000 * Number(answer.headers.get('retry-after') ?? 0));
  }),
  'one retry, then an honest end': retrying((answer, retry, nowMs) =>
    isOutage(answer.status) && retry > 0 ? undefined : retryMs(answer, retry, nowMs),
  ),
  'no retry after a connection that was closed': retrying((answer, retry, nowMs) =>
    answer.status === 0 ? undefined : retryMs(answer, retry, nowMs),
  ),
  'a second try of what cannot be read': retrying((answer, retry, nowMs) =>
    answer.status === 200 && !answer.text.trimEnd().endsWith('}') && retry < 5
      ? 1000 * 2 ** retry
      : retryMs(answer, retry, nowMs),
  ),
  'another list at the same time': beside('/v2.0/schools?limit=1'),
};

/** Those whose name holds one of the words: not every way to wait matters to every theme. */
export function legalWaitsWith(...words: readonly string[]): Readonly<Record<string, ClientModule>> {
  return Object.fromEntries(
    Object.entries(legalWaits).filter(([name]) => words.some((word) => name.includes(word))),
  );
}
