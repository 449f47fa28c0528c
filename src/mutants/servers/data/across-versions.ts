import type { ApiName } from '../../../../contracts/profiles.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { answering, type ServerMutant } from '../../mutant.ts';
import { asked } from './users.ts';

const apis: readonly ApiName[] = ['data-v2.0', 'data-v3.1'];

/** Changes the text of responses of v3.1. */
function inLater(
  change: (text: string, sandbox: Sandbox) => string | Promise<string>,
): ServerMutant['tamper'] {
  return (sandbox) =>
    answering(
      (_, url) => url.pathname.startsWith('/v3.1/'),
      async (response) => {
        const headers = new Headers(response.headers);
        headers.delete('content-length');
        const text = await change(await response.text(), sandbox);
        return new Response(text, { status: response.status, headers });
      },
    )(sandbox);
}

/** Servers of several versions, each right by itself, that do not have the same people. */
export const acrossVersionsMutants: readonly ServerMutant[] = [
  {
    name: 'data/students-have-new-ids',
    breaks: 'data/ids-across-versions',
    // Other lists have the old ones, and so has the uri of each.
    alsoFails: ['data/role-filter', 'data/no-record-missing', 'data/item-uri'],
    apis,
    tamper: asked(/^\/v3\.1\/users$/, 'role', (body) => {
      for (const { data } of body.data) if (data.roles.student) data.id = `${data.id.slice(0, -1)}e`;
      return body;
    }),
  },
  {
    name: 'data/legacy-ids-are-made-up',
    breaks: 'data/ids-across-versions',
    apis,
    tamper: inLater((text) => text.replace(/"legacy_id":"([0-9a-f]{8})/g, '"legacy_id":"f0000000')),
  },
  {
    name: 'data/legacy-ids-are-those-of-other-teachers',
    breaks: 'data/ids-across-versions',
    apis,
    tamper: (sandbox) => {
      let others: Promise<ReadonlyMap<string, string>> | undefined;
      return async (request) => {
        others ??= rotated(sandbox, request);
        const known = await others;
        return await inLater((text) =>
          text.replace(/"legacy_id":"(\w+)"/g, (_, id: string) => `"legacy_id":"${known.get(id) ?? id}"`),
        )(sandbox)(request);
      };
    },
  },
];

/** Each teacher's old id, with that of the next one. */
async function rotated(sandbox: Sandbox, { url, headers }: Request): Promise<ReadonlyMap<string, string>> {
  const list = new URL('/v2.0/teachers?limit=10000', url);
  const response = await sandbox.fetch(new Request(list, { headers }));
  const { data = [] } = (await response.json()) as { data?: readonly { data: { id: string } }[] };
  const ids = data.map((one) => one.data.id);
  return new Map(ids.map((id, at) => [id, ids[(at + 1) % ids.length] ?? id]));
}
