/** The client under test: your code, as it runs in production. This one reads a list with the suite's own client. */
import { createCleverClient } from 'clever-conformance/client';

export async function sync({ baseUrl, token, fetch, clock, list = '/v2.0/students' }) {
  const ids = [];
  const clever = createCleverClient({ baseUrl, token, fetch, clock });
  for await (const { id } of clever.records(list)) ids.push(id);
  return ids;
}

/** The same under the suite's protocol. */
export async function run({ dataVersion, job, ...options }) {
  return {
    complete: true,
    ids: await sync({ ...options, list: `/${dataVersion}/${job.slice('sync:'.length)}` }),
  };
}
