import { jobListIn, mainList } from '../../../contracts/jobs.ts';
import type { ClientModule } from '../../drivers/driver.ts';
import { documentedSteps, withParameter } from '../../mutants/clients/naive-client.ts';
import { type WholeSteps, wholeClient } from '../../mutants/clients/whole-client.ts';
import type { ClientVariant } from '../variant.ts';

const { firstUrl } = documentedSteps;
type Options = Parameters<ClientModule>[0];

/** The client's own limit; small ones make many pages. */
export const limited = (limit: number): Partial<WholeSteps> => ({
  firstUrl: (origin, list) => withParameter(firstUrl(origin, list), `limit=${limit}`),
  mostPages: 300,
});

/** Path of a list in the version that the client reads: `/v3.1/users?role=teacher` for `teachers`. */
export const pathOf = ({ dataVersion }: Options, list: string) =>
  `/${dataVersion}/${jobListIn(`data-${dataVersion}`, list).path}`;

/** The job that every client of a version does. */
export const mainJobOf = ({ dataVersion }: Options) =>
  `sync:${jobListIn(`data-${dataVersion}`, mainList).path}`;

/** Sends another request next to the list; the response is read and discarded. */
export const read = async (options: Options, path: string, method = 'GET') => {
  const { baseUrl, token, fetch } = options;
  const response = await fetch(baseUrl + path, { method, headers: { Authorization: `Bearer ${token}` } });
  await response.text();
};

/** Does something else before reading a list, and ignores its result. */
export const after =
  (work: (options: Options) => Promise<unknown>, client: ClientModule = wholeClient()): ClientModule =>
  async (options) => {
    if (options.job.startsWith('sync:')) await work(options).catch(() => {});
    return await client(options);
  };

/** Delays every request. */
export const slowly =
  (ms: number, client: ClientModule = wholeClient()): ClientModule =>
  async (options) =>
    await client({
      ...options,
      fetch: async (input, init) => {
        await options.clock.sleep(ms);
        return await options.fetch(input, init);
      },
    });

/** A variant of the whole client by its steps, or a client of its own. */
export const variant = (
  name: ClientVariant['name'],
  why: string,
  steps: Partial<WholeSteps> | ClientModule,
  but?: ClientVariant['but'],
): ClientVariant => ({
  name,
  why,
  run: typeof steps === 'function' ? steps : wholeClient(steps),
  ...(but ? { but } : {}),
});

/** Allowance for a client with small pages. */
export const neverRefused: NonNullable<ClientVariant['but']> = {
  'errors/client-lowers-limit-on-413': {
    outcomes: ['untested'],
    why: 'a client with a limit of at most 50 never reaches the step where more than 50 is refused',
  },
};

/** Allowance for a client that does not save its position for a second start. */
export const startsOver: NonNullable<ClientVariant['but']> = {
  'backoff/client-resumes-later': { outcomes: ['failed'], why: 'this recommended requirement asks for more' },
};
