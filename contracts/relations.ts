/**
 * Relations between records of the Data API: which field has the ids that a second-level path returns, by the published
 * description of v2.0. Teachers of a student and students of a teacher are not among them: they are related only through
 * sections, and no field of either record names the other.
 */
export interface Relation {
  /** Path below the prefix; its `{id}` is the parent record. */
  readonly path: `/${string}/{id}/${string}`;
  /** `parent`: the parent's field has the ids of the returned records. `child`: each returned record names the parent. */
  readonly named: 'parent' | 'child';
  /** One id or a list of ids. If a child has several fields, one that names the parent is enough. */
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

/** Second-level paths that lead from one field of a section to another: those who share a section are related. */
export const throughSections: readonly {
  readonly path: `/${string}/{id}/${string}`;
  readonly from: string;
  readonly to: string;
}[] = [
  { path: '/students/{id}/teachers', from: 'students', to: 'teachers' },
  { path: '/teachers/{id}/students', from: 'teachers', to: 'students' },
];

/** The ids in a field of a record; values that are not ids are ignored. */
export function idsIn(record: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  const value = record[field];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string' && one !== '');
}
