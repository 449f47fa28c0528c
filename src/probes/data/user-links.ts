import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { Probe } from '../probe.ts';
import { idsIn } from '../responses.ts';
import { pathFor } from './data.ts';
import { ownersFor, sampleAll } from './reader.ts';

/** Users by id, what they link to besides the links of any record, and the documented paths of the same. */
export const userLinksProbe: Probe = {
  name: 'data/links of users',
  api: 'data',
  provokes: ['data/user-links'],
  needs: [],
  run: async (actor) => {
    const samples = await sampleAll(actor);
    const { main, owners } = actor.api.choices;
    for (const path of actor.pick(Object.keys(owners), 1)) {
      const operation = actor.api.readerOf(path);
      const own =
        operation &&
        pathFor(operation, new Map([...samples, [main, await ownersFor(actor, path)]]), actor.api)?.split(
          '?',
          1,
        )[0];
      if (own === undefined) continue;
      const step = { claim: 'data/user-links', case: path as `/${string}` } as const;
      const record = await actor.send({ path: own.replace(/\/\w+$/, ''), step: { ...step, role: 'record' } });
      const link = linkTo(record, actor.profile.prefix + own);
      const follow = async () =>
        link === undefined ? undefined : await actor.send({ path: link, step: { ...step, role: 'link' } });
      const linked = await follow();
      const listed = await actor.send({ path: own, step: { ...step, role: 'path' } });
      // It may have changed meanwhile.
      if (linked && idsIn(linked).join() !== idsIn(listed).join()) await follow();
    }
  },
};

/** Path and query of the link to a path, however that is spelled; only on the own origin, and below a version. */
function linkTo({ links, request }: ReadExchange, path: string): string | undefined {
  for (const { uri } of links) {
    if (!URL.canParse(uri, request.origin)) continue;
    const { origin, pathname, search } = new URL(uri, request.origin);
    if (origin === request.origin && pathname.toLowerCase() === path.toLowerCase()) return pathname + search;
  }
  return undefined;
}
