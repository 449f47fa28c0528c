/**
 * How records of the Data API hang together, as far as a record tells it: which field names what a second-level path
 * answers. From the published description of v2.0. The two paths that lead over sections (teachers of a student, students
 * of a teacher) are left out, because no field of either record names the other.
 */
export interface Relation {
  /** Below the prefix; the record whose id stands in it is the parent. */
  readonly path: `/${string}/{id}/${string}`;
  /** `parent`: the parent's field holds the ids that the path answers. `child`: each record that it answers names the parent. */
  readonly named: 'parent' | 'child';
  /** Holds one id or a list of ids. Of several fields of a child, one that names the parent is enough. */
  readonly fields: readonly [string, ...string[]];
}

const district = (collection: string): Relation => ({
  path: `/${collection}/{id}/district`,
  named: 'parent',
  fields: ['district'],
});

export const relations: readonly Relation[] = [
  district('contacts'),
  district('courses'),
  district('district_admins'),
  district('school_admins'),
  district('schools'),
  district('sections'),
  district('students'),
  district('teachers'),
  district('terms'),
  { path: '/contacts/{id}/students', named: 'parent', fields: ['students'] },
  { path: '/school_admins/{id}/schools', named: 'parent', fields: ['schools'] },
  { path: '/sections/{id}/course', named: 'parent', fields: ['course'] },
  { path: '/sections/{id}/school', named: 'parent', fields: ['school'] },
  { path: '/sections/{id}/students', named: 'parent', fields: ['students'] },
  { path: '/sections/{id}/teacher', named: 'parent', fields: ['teacher'] },
  { path: '/sections/{id}/teachers', named: 'parent', fields: ['teachers'] },
  { path: '/sections/{id}/term', named: 'parent', fields: ['term_id'] },
  { path: '/students/{id}/school', named: 'parent', fields: ['school'] },
  { path: '/students/{id}/schools', named: 'parent', fields: ['schools'] },
  { path: '/teachers/{id}/school', named: 'parent', fields: ['school'] },
  { path: '/teachers/{id}/schools', named: 'parent', fields: ['schools'] },
  { path: '/courses/{id}/sections', named: 'child', fields: ['course'] },
  { path: '/schools/{id}/sections', named: 'child', fields: ['school'] },
  { path: '/schools/{id}/students', named: 'child', fields: ['schools', 'school'] },
  { path: '/schools/{id}/teachers', named: 'child', fields: ['schools', 'school'] },
  { path: '/students/{id}/contacts', named: 'child', fields: ['students'] },
  { path: '/students/{id}/sections', named: 'child', fields: ['students'] },
  { path: '/teachers/{id}/sections', named: 'child', fields: ['teachers', 'teacher'] },
  { path: '/terms/{id}/sections', named: 'child', fields: ['term_id'] },
];

/** The ids in a field of a record: one, several or none, whatever the field holds. */
export function idsIn(record: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  const value = record[field];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string' && one !== '');
}
