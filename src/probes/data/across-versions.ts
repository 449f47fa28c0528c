import { sharedSections } from '../../../contracts/relations.ts';
import { lostIn, mixedUpIn, type Succession, successionsIn } from '../../traffic/records/forerunners.ts';
import type { Actor, Probe, ProbeStep } from '../probe.ts';
import { recordsIn } from '../responses.ts';
import { limit } from './reader.ts';

/** A list that is longer is compared as far as it was read. */
const maxPages = { quick: 3, full: 12 } as const;

/** The people of each older version, and the users that they have become. What differs is read again: it may have changed meanwhile. */
export const acrossVersionsProbe: Probe = {
  name: 'data/ids across versions',
  api: 'data',
  provokes: ['data/ids-across-versions'],
  needs: [],
  run: async (actor) => {
    for (const one of successionsIn(actor.versions)) {
      const first = await readBoth(actor, one);
      if (first.differs) await readBoth(actor, one);
    }
  },
};

async function readBoth(actor: Actor, one: Succession): Promise<{ readonly differs: boolean }> {
  const read = async (version: 'older' | 'newer', what: '' | ' sections', path: string) => {
    const step: ProbeStep = { claim: 'data/ids-across-versions', case: one.name, role: `${version}${what}` };
    const asked = `${one[version].profile.prefix}${path}${path.includes('?') ? '&' : '?'}limit=${limit}`;
    return (await actor.walk(asked, { maxPages: maxPages[actor.depth], step })).flatMap(recordsIn);
  };
  const older = await read('older', '', one.list);
  if (older.length === 0) return { differs: false };
  const newer = await read('newer', '', one.now);
  const lost = lostIn(one, older, newer);
  if (one.inSections === undefined) return { differs: lost.length > 0 };
  const sections = {
    older: await read('older', ' sections', sharedSections),
    newer: await read('newer', ' sections', sharedSections),
  };
  return { differs: lost.length > 0 || mixedUpIn(one, newer, sections).length > 0 };
}
