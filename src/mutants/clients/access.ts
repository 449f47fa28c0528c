import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSteps } from './naive-client.ts';
import { wholeClient } from './whole-client.ts';

const breaks = 'access/client-sends-bearer';

/** A `fetch` that adds the token to every URL. */
export function withTokenInUrl({ fetch, token }: Parameters<ClientModule>[0]): typeof fetch {
  return (input, init) => {
    const url = new URL(String(input));
    url.searchParams.append('access_token', token);
    return fetch(url.href, init);
  };
}

/** Clients that send their token incorrectly. */
export const accessClientMutants: readonly ClientMutant[] = [
  {
    name: 'access/no-token-after-the-first-page',
    breaks,
    run: wholeClient({
      headers: (token, page): Record<string, string> =>
        page === 0 ? documentedSteps.headers(token, page) : {},
    }),
  },
  {
    name: 'access/token-as-a-password',
    breaks,
    run: wholeClient({
      headers: (token) => ({ Authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}` }),
    }),
  },
  {
    name: 'access/token-without-a-scheme',
    breaks,
    run: wholeClient({ headers: (token) => ({ Authorization: token }) }),
  },
  {
    name: 'access/token-in-quotes',
    breaks,
    run: wholeClient({ headers: (token) => ({ Authorization: `Bearer "${token}"` }) }),
  },
  {
    name: 'access/token-in-the-url',
    breaks,
    run: async (options) =>
      await wholeClient({ headers: () => ({}) })({ ...options, fetch: withTokenInUrl(options) }),
  },
  {
    name: 'access/token-in-another-header',
    breaks,
    run: wholeClient({ headers: (token) => ({ 'X-Api-Key': token }) }),
  },
];
