import { type Collection, collections, type Draft } from './schema.ts';

/** References to other records: lists, optional single ids, and `school`, which follows `schools`. */
const references: Readonly<
  Partial<Record<Collection, { readonly lists: readonly string[]; readonly singles: readonly string[] }>>
> = {
  students: { lists: ['schools'], singles: [] },
  teachers: { lists: ['schools'], singles: [] },
  school_admins: { lists: ['schools'], singles: [] },
  contacts: { lists: ['students'], singles: [] },
  sections: { lists: ['students', 'teachers'], singles: ['course', 'term_id', 'teacher'] },
};

/**
 * Removes ids of records that are not visible, so that no reference dangles. Guaranteed fields stay: lists may become
 * empty, and `school` becomes the first remaining school.
 */
export function narrow(
  kind: number,
  tag: string | undefined,
  record: Draft,
  isVisible: (id: string) => boolean,
): Draft {
  const collection = collections[kind];
  if (collection === 'events') return narrowEvent(tag, record, isVisible);
  const fields = collection && references[collection];
  if (!fields) return record;
  const left: Draft = { ...record };
  for (const name of fields.lists) {
    if (Array.isArray(left[name])) left[name] = (left[name] as string[]).filter(isVisible);
  }
  for (const name of fields.singles) {
    if (typeof left[name] === 'string' && !isVisible(left[name])) delete left[name];
  }
  if (collection === 'sections') keepTeacher(left, record);
  const schools = left.schools as string[] | undefined;
  if (typeof left.school === 'string' && schools?.[0] !== undefined && !schools.includes(left.school)) {
    left.school = schools[0];
  }
  return left;
}

/** If the main teacher is hidden, the first remaining teacher takes the place. */
function keepTeacher(left: Draft, before: Draft): void {
  const other = (left.teachers as string[])[0];
  if (left.teacher === undefined && before.teacher !== undefined && other !== undefined) left.teacher = other;
}

function narrowEvent(tag: string | undefined, event: Draft, isVisible: (id: string) => boolean): Draft {
  const data = event.data as { object: Draft };
  const kind = collections.indexOf(tag as Collection);
  if (kind < 0) return event;
  return { ...event, data: { ...data, object: narrow(kind, undefined, data.object, isVisible) } };
}
