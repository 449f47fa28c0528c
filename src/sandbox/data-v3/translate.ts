import type { Api } from '../../api.ts';
import type { Draft, Resource } from '../data/schema.ts';
import { addedTo, lmsStatus, randomOf, stampsOf } from './added.ts';
import { isPeople, type People, roleOf, type UserIds } from './ids.ts';

/** A record of v2.0 as one account of a user. */
export interface Account {
  readonly collection: People;
  readonly record: Draft;
}

/** Turns records of v2.0 into those of v3.x, so that every version sees the same district. */
export interface Translator {
  /** A user with these accounts, one or two. */
  user(accounts: readonly Account[]): Draft;
  /** Any record that is not a person. */
  shared(collection: Resource, record: Draft): Draft;
  /** The parts of a record that an event has as previous attributes. */
  partial(collection: Resource, record: Draft): Draft;
}

/** Fields that say something of the person, whatever role the person has. */
const personal = ['created', 'district', 'email', 'id', 'last_modified', 'name'];

export function createTranslator(seed: number, ids: UserIds): Translator {
  const teacherId = (legacyId: string) => ids.of('teachers', legacyId);
  const section = (record: Draft): Draft => ({
    ...record,
    ...(typeof record.teacher === 'string' ? { teacher: teacherId(record.teacher) } : {}),
    ...(Array.isArray(record.teachers)
      ? { teachers: (record.teachers as string[]).map(teacherId).sort() }
      : {}),
  });
  const role = ({ collection, record }: Account): Draft => {
    const id = String(record.id);
    const own = roleFields(collection, record);
    const added = addedTo(collection, record, randomOf(seed, id));
    const legacy = collection === 'students' ? {} : { legacy_id: id };
    return sorted({ ...own, ...added, ...legacy });
  };

  return {
    user: (accounts) => {
      const [main] = accounts;
      if (!main) return {};
      const { collection, record } = main;
      const legacyId = String(record.id);
      return sorted({
        ...stampsOf(legacyId),
        ...only(record, personal),
        id: ids.of(collection, legacyId),
        name: nameOf(record.name),
        roles: sorted(Object.fromEntries(accounts.map((one) => [roleOf[one.collection], role(one)]))),
        ...lmsStatus(randomOf(seed + 1, legacyId)),
      });
    },
    shared: (collection, record) => {
      const added = addedTo(collection, record, randomOf(seed, String(record.id)));
      return sorted({ ...(collection === 'sections' ? section(record) : record), ...added });
    },
    partial: (collection, record) => {
      if (collection === 'sections') return section(record);
      if (!isPeople(collection)) return record;
      const own = roleFields(collection, record);
      return {
        ...only(record, personal),
        ...(record.name === undefined ? {} : { name: nameOf(record.name) }),
        ...(Object.keys(own).length > 0 ? { roles: { [roleOf[collection]]: own } } : {}),
      };
    },
  };
}

/** A contact's name is one text: it stands whole in `last`. A district administrator's may be unknown. */
function nameOf(name: unknown): Draft {
  return typeof name === 'object' && name !== null ? (name as Draft) : { last: String(name ?? '') };
}

/** What v2.0 says of a person in this role. */
function roleFields(collection: People, record: Draft): Draft {
  const { students, relationship, type, created, district, email, id, last_modified, name, ...rest } = record;
  if (collection !== 'contacts') return rest;
  const relation = {
    ...(relationship === undefined ? {} : { relationship }),
    ...(type === undefined ? {} : { type }),
  };
  if (!Array.isArray(students)) return rest;
  return { ...rest, student_relationships: students.map((student) => sorted({ ...relation, student })) };
}

function only(record: Draft, names: readonly string[]): Draft {
  const left: Draft = {};
  for (const name of names) if (record[name] !== undefined) left[name] = record[name];
  return left;
}

function sorted(record: Draft): Draft {
  const left: Draft = {};
  for (const name of Object.keys(record).sort()) left[name] = record[name];
  return left;
}

/** Leaves out what a version's description does not know. Maps, whose keys are free, stay whole. */
export function describedIn(schemas: Api['schemas'], type: string, record: Draft): Draft {
  const fields = schemas[type]?.fields;
  if (!fields) return record;
  const left: Draft = {};
  for (const name of Object.keys(record)) {
    const field = fields[name];
    if (!field) continue;
    const value = record[name];
    const { ref } = field;
    if (ref === undefined) left[name] = value;
    else if (Array.isArray(value)) left[name] = value.map((one) => describedIn(schemas, ref, one as Draft));
    else left[name] = describedIn(schemas, ref, value as Draft);
  }
  return left;
}
