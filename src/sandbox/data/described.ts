import { type Profile, profiles } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import { addedTo, randomOf } from '../data-v3/added.ts';
import { describedIn } from '../data-v3/translate.ts';
import { type Collection, type Draft, isCollection, isResource } from './schema.ts';
import type { Describe } from './store.ts';

/** Records are stored as this version describes them. */
const [storedAs] = profiles;

/** How a version without users describes what is stored; undefined where that is as it is stored. */
export function describerOf(profile: Profile, seed: number): Describe | undefined {
  if (profile.document === storedAs.document) return undefined;
  const { schemas, collections } = apiFor(profile);
  const types = new Map(collections.map(({ name, type }) => [name, type]));
  const whole = (collection: Collection, record: Draft): Draft => {
    if (!isResource(collection)) return record;
    const added = addedTo(collection, record, randomOf(seed, String(record.id)));
    return describedIn(schemas, types.get(collection) ?? '', { ...record, ...added });
  };
  return (collection, record, tag) => {
    if (tag === undefined || !isCollection(tag)) return whole(collection, record);
    const data = record.data as { readonly object: Draft };
    return { ...record, data: { ...data, object: whole(tag, data.object) } };
  };
}
