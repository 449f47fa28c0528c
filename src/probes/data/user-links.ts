import { idsIn as idsOf } from '../../../contracts/relations.ts';
import type { Members } from '../../exchange.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { Actor, Probe } from '../probe.ts';
import { idsIn } from '../responses.ts';
import { pathFor } from './data.ts';
import { isPlainId, type Samples, sampleAll } from './reader.ts';

/** Users by id, what they link to besides the links of any record, and the documented paths of the same. */
export const userLinksProbe: Probe = {
  name: 'data/links of users',
  api: 'data',
  provokes: ['data/user-links'],
  needs: [],
  run: async (actor) => {
    const samples = await sampleAll(actor);
    for (const [path, fields] of actor.pick(Object.entries(actor.api.choices.owners), 1)) {
      const operation = actor.api.readerOf(path);
      const own =
        operation &&
        pathFor(operation, await withOwners(actor, samples, fields), actor.api)?.split('?', 1)[0];
      if (own === undefined) continue;
      const step = { claim: 'data/user-links', case: path as `/${string}` } as const;
      const record = await actor.send({ path: own.replace(/\/\w+$/, ''), step: { ...step, role: 'record' } });
      const link = linkTo(record, actor.profile.prefix + own);
      if (link === undefined) continue;
      const follow = async () => await actor.send({ path: link, step: { ...step, role: 'link' } });
      const linked = await follow();
      const listed = await actor.send({ path: own, step: { ...step, role: 'path' } });
      // It may have changed meanwhile.
      if (idsIn(linked).join() !== idsIn(listed).join()) await follow();
    }
  },
};

/** The samples, with people of the role that a path is for where the first page has none. */
async function withOwners(actor: Actor, samples: Samples, fields: readonly string[]): Promise<Samples> {
  const { main } = actor.api.choices;
  const isOwner = (one: Members) => idsOf(one, fields).length > 0;
  if (samples.get(main)?.some(isOwner)) return samples;
  const [, role] = fields[0]?.split('.') ?? [];
  const people = await actor.sample(`${main}?role=${role}`);
  return new Map([...samples, [main, people.filter(({ id }) => isPlainId(id))]]);
}

/** Path and query of the link to a path, however that is spelled; only on the own origin, and below a version. */
function linkTo({ links, request }: ReadExchange, path: string): string | undefined {
  for (const { uri } of links) {
    if (!URL.canParse(uri, request.origin)) continue;
    const { origin, pathname, search } = new URL(uri, request.origin);
    if (origin === request.origin && pathname.toLowerCase() === path.toLowerCase()) return pathname + search;
  }
  return undefined;
}
