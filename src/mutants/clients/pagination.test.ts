import { run as referenceClient } from '../../../examples/clients/reference.ts';
import type { ClientModule } from '../../drivers/driver.ts';
import { paginationClientJudges } from '../../judges/pagination-client.ts';
import { paginationScenarios } from '../../scenarios/pagination.ts';
import {
  describeClientMutants,
  describeGoodClients,
  describeLegalClients,
  describeNullClients,
} from './client-testing.ts';
import { documentedSteps, naiveClient } from './naive-client.ts';
import { paginationClientMutants } from './pagination.ts';

const theme = { scenarios: paginationScenarios, judges: paginationClientJudges };

describeGoodClients('pagination', theme, {
  'the reference client': referenceClient,
  'a client written from the documents': naiveClient(),
});

describeClientMutants('pagination', theme, paginationClientMutants);

describeNullClients('pagination', theme);

const { firstUrl, resolve } = documentedSteps;

const withLimit = (limit: number) =>
  naiveClient({
    firstUrl: (origin, collection) => `${firstUrl(origin, collection)}?limit=${limit}`,
    // A list of 200 students, one by one.
    mostPages: 300,
  });

/** Does something else first. */
const after =
  (work: (options: Parameters<ClientModule>[0]) => Promise<unknown>): ClientModule =>
  async (options) => {
    await work(options);
    return await naiveClient()(options);
  };

const reading =
  (path: string) =>
  async ({ baseUrl, token, fetch }: Parameters<ClientModule>[0]) =>
    await (await fetch(baseUrl + path, { headers: { Authorization: `Bearer ${token}` } })).text();

describeLegalClients('pagination', theme, {
  'a limit of 1': withLimit(1),
  'a limit of 50': withLimit(50),
  'a limit of 1000': withLimit(1000),
  'a limit of 10000': withLimit(10_000),
  'the first page twice at the start': after(reading('/v2.0/students')),
  'the district first': after(reading('/v2.0/districts')),
  'other lists at the same time': async (options) => {
    const others = ['/v2.0/schools', '/v2.0/teachers?limit=2', '/v2.0/sections'].map((path) =>
      reading(path)(options),
    );
    const [result] = await Promise.all([naiveClient()(options), ...others]);
    return result;
  },
  'another list first, to its end': async (options) => {
    await naiveClient()({ ...options, job: 'sync:schools' });
    return await naiveClient()(options);
  },
  'records sorted anew': naiveClient({
    hold: (held, ids) => [...new Set([...ids, ...held])].sort().reverse(),
  }),
  'parameters of a link in another order': naiveClient({
    resolve: (uri, place) => {
      const url = new URL(resolve(uri, place) ?? place.url);
      url.search = String(new URLSearchParams([...url.searchParams].reverse()));
      return url.href;
    },
  }),
  'a circle seen only on the second visit': naiveClient({
    mayGoOn: (url, { pages, visited }) => !visited.has(url) || pages <= 2,
  }),
  'an end where ids do not ascend': naiveClient({
    hold: (held, ids) => {
      const last = held.at(-1) ?? '';
      if (ids.some((id) => id <= last)) throw new Error('ids do not ascend');
      return [...held, ...new Set(ids)];
    },
  }),
});
