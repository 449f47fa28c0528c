import type { ClientModule } from '../drivers/driver.ts';
import { chanceOf } from './variant.ts';

/** A client that does not do its job, regardless of what it reports. */
export interface NullClient {
  readonly name: string;
  readonly run: ClientModule;
}

type Options = Parameters<ClientModule>[0];

const idle = (name: string, result: Awaited<ReturnType<ClientModule>>): NullClient => ({
  name,
  run: async () => result,
});

const send = async ({ fetch, baseUrl }: Options, path: string, init: RequestInit = {}): Promise<string> => {
  const response = await fetch(baseUrl + path, { redirect: 'manual', ...init });
  return await response.text();
};

const bearer = ({ token }: Options) => ({ Authorization: `Bearer ${token}` });

const noise = Array.from({ length: 40 }, (_, at) =>
  Array.from({ length: 12 }, (_one, place) =>
    String.fromCharCode(32 + Math.floor(95 * chanceOf(`${at} ${place}`))),
  ).join(''),
);

/** Ids formatted like those of the sandbox that do not exist. */
const madeUp = Array.from(
  { length: 25 },
  (_, at) => `4fd43cc56d1134000000${(4096 + at).toString(16).padStart(4, '0')}`,
);

/** All texts of the error table and statuses, to guess the right one. */
const everyText =
  "due_date must be in the future; missing required field(s): title, due_date; Invalid character ' ' in string escape code; Could not authorize token; no valid users found in Canvas; Assignment does not exist; submission_types.0 in body should be one of [link file text discussion]; 400 401 403 404 405 413 429 500 501 502 503";

/** Clients that do nothing, or nothing useful. */
export const nullClients: readonly NullClient[] = [
  idle('does nothing and claims to be complete', { complete: true, ids: [] }),
  idle('does nothing and claims to be incomplete', { complete: false, ids: [] }),
  idle('prints noise', { complete: true, ids: ['Done!', '200 OK', 'Done!'], said: '\u0000\u001b[2J' }),
  idle('prints random lines', { complete: true, ids: noise }),
  idle('makes ids up', { complete: true, ids: madeUp }),
  {
    name: 'throws at once',
    run: async () => {
      throw new Error('no such module');
    },
  },
  {
    name: 'waits for half an hour and ends well',
    run: async ({ clock }) => {
      await clock.sleep(1_800_000);
      return { complete: true, ids: [] };
    },
  },
  {
    name: 'waits for half an hour and ends badly',
    run: async ({ clock }) => {
      await clock.sleep(1_800_000);
      return { complete: false, ids: [] };
    },
  },
  {
    name: 'asks for the front page and is content',
    run: async (options) => {
      await send(options, '/').catch(() => '');
      return { complete: true, ids: [] };
    },
  },
  {
    name: 'asks for the front page and gives up with every text there is',
    run: async (options) => {
      await send(options, '/').catch(() => '');
      return { complete: false, ids: [], said: everyText };
    },
  },
  {
    name: 'hammers one address of nothing',
    run: async (options) => {
      for (let at = 0; at < 12; at++)
        await send(options, `/${options.dataVersion}/nothing`, { headers: bearer(options) }).catch(() => '');
      return { complete: false, ids: [] };
    },
  },
  {
    name: 'asks at random',
    run: async (options) => {
      const words = [options.dataVersion, 'v3.1', 'students', 'schools', 'x', '..', '0', 'sections'];
      for (let at = 0; at < 40; at++) {
        const path = Array.from(
          { length: 3 },
          (_, place) => words[Math.floor(words.length * chanceOf(`${at}.${place}`))],
        );
        const method = chanceOf(`method ${at}`) < 0.7 ? 'GET' : 'PUT';
        await send(options, `/${path.join('/')}`, { method }).catch(() => '');
      }
      return { complete: chanceOf(options.job) < 0.5, ids: noise };
    },
  },
  {
    name: 'tells the page instead of reading it',
    run: async (options) => {
      const text = await send(options, `/${options.dataVersion}/schools?limit=1`).catch(() => '');
      return { complete: true, ids: [text.slice(0, 40)] };
    },
  },
];
