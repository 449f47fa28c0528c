/** A relation between records of the Data API: which field has the ids that a second-level path returns. */
export interface Relation {
  /** Path below the prefix; its `{id}` is the parent record. */
  readonly path: `/${string}/{id}/${string}`;
  /** `parent`: the parent's field has the ids of the returned records. `child`: each returned record names the parent. */
  readonly named: 'parent' | 'child';
  /**
   * One id or a list of ids each, at a path of members. A parent names what all of its fields have; if a child has several, one that
   * names the parent is enough.
   */
  readonly fields: readonly [string, ...string[]];
  /** Only parents with this member name others, such as contacts: `roles.contact`. @default all */
  readonly of?: string;
}

/** A field with ids of records that no second-level path leads to. */
export interface Reference {
  /** `/users` */
  readonly list: `/${string}`;
  readonly field: string;
  /** The list of the records that it names: `/schools`. */
  readonly target: `/${string}`;
  /** Of the past: what some of them name may be gone. @default false */
  readonly isHistory?: boolean;
}

const district = (collection: string): Relation => ({
  path: `/${collection}/{id}/district`,
  named: 'parent',
  fields: ['district'],
});

/** The list of the sections that relate people to each other. */
export const sharedSections = '/sections';

/** Two fields of a section: what their ids name shares it, and a second-level path leads from one to the other. */
export interface Classmates {
  readonly path: `/${string}/{id}/${string}`;
  readonly from: string;
  readonly to: string;
}

/** A list of older versions, and what its records have become: users with a role, each with the id that its record had there. */
export interface Forerunner {
  /** `/teachers` */
  readonly list: `/${string}`;
  /** `/users?role=teacher` */
  readonly now: `/${string}`;
  /** `roles.teacher.legacy_id` */
  readonly oldId: string;
  /** Field of a section with the ids of such records, in all versions. */
  readonly inSections?: string;
}

/** The relations of an API, by the published description of its version. */
export interface Relations {
  /** Related by a field. */
  readonly direct: readonly Relation[];
  /** Where records name the schools that they belong to, the one that they belong to first of all before the others. */
  readonly schools: {
    /** `schools` */
    readonly type: string;
    readonly first: readonly string[];
    readonly all: readonly string[];
  };
  /** Related only by the sections that they share: no field of either record names the other. */
  readonly throughSections: readonly Classmates[];
  /** Second-level lists that lead from either of two types to the other, where no field relates them (open question `both-ways`). */
  readonly mutual: readonly (readonly [there: Relation['path'], back: Relation['path']])[];
  readonly references: readonly Reference[];
  readonly forerunners: readonly Forerunner[];
}

const ofDataV2: readonly Relation[] = [
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

const schoolsOfRoles = ['roles.student.schools', 'roles.teacher.schools', 'roles.staff.schools'] as const;

const v2: Relations = {
  direct: ofDataV2,
  schools: { type: 'schools', first: ['school'], all: ['schools', 'school'] },
  throughSections: [
    { path: '/students/{id}/teachers', from: 'students', to: 'teachers' },
    { path: '/teachers/{id}/students', from: 'teachers', to: 'students' },
  ],
  mutual: [],
  // Since v2.1.
  references: [{ list: '/students', field: 'enrollments.school', target: '/schools', isHistory: true }],
  forerunners: [],
};

/** People are users, and what relates them stands in their roles. Who shares what with a resource, no field says. */
const ofDataV3: readonly Relation[] = [
  district('courses'),
  district('schools'),
  district('sections'),
  district('terms'),
  district('users'),
  { path: '/sections/{id}/course', named: 'parent', fields: ['course'] },
  { path: '/sections/{id}/school', named: 'parent', fields: ['school'] },
  { path: '/sections/{id}/term', named: 'parent', fields: ['term_id'] },
  { path: '/sections/{id}/users', named: 'parent', fields: ['students', 'teachers'] },
  {
    path: '/users/{id}/schools',
    named: 'parent',
    fields: schoolsOfRoles,
  },
  { path: '/courses/{id}/sections', named: 'child', fields: ['course'] },
  { path: '/schools/{id}/sections', named: 'child', fields: ['school'] },
  {
    path: '/schools/{id}/users',
    named: 'child',
    fields: schoolsOfRoles,
  },
  { path: '/terms/{id}/sections', named: 'child', fields: ['term_id'] },
  {
    path: '/users/{id}/mycontacts',
    named: 'child',
    fields: ['roles.contact.student_relationships.student'],
  },
  { path: '/users/{id}/sections', named: 'child', fields: ['students', 'teachers'] },
  {
    path: '/users/{id}/mystudents',
    named: 'parent',
    fields: ['roles.contact.student_relationships.student'],
    of: 'roles.contact',
  },
];

const v3: Relations = {
  direct: ofDataV3,
  schools: {
    type: 'schools',
    first: ['school', 'roles.student.school', 'roles.teacher.school'],
    all: [...schoolsOfRoles, 'school', 'roles.student.school', 'roles.teacher.school'],
  },
  throughSections: [
    { path: '/users/{id}/myteachers', from: 'students', to: 'teachers' },
    { path: '/users/{id}/mystudents', from: 'teachers', to: 'students' },
    { path: '/schools/{id}/terms', from: 'school', to: 'term_id' },
    { path: '/schools/{id}/courses', from: 'school', to: 'course' },
    { path: '/terms/{id}/schools', from: 'term_id', to: 'school' },
    { path: '/courses/{id}/schools', from: 'course', to: 'school' },
  ],
  mutual: [
    ['/resources/{id}/users', '/users/{id}/resources'],
    ['/resources/{id}/sections', '/sections/{id}/resources'],
    ['/resources/{id}/courses', '/courses/{id}/resources'],
  ],
  references: [
    { list: '/users', field: 'roles.student.school', target: '/schools' },
    { list: '/users', field: 'roles.student.enrollments.school', target: '/schools', isHistory: true },
    { list: '/users', field: 'roles.teacher.school', target: '/schools' },
    { list: '/sections', field: 'teacher', target: '/users' },
  ],
  forerunners: [
    { list: '/students', now: '/users?role=student', oldId: 'id', inSections: 'students' },
    {
      list: '/teachers',
      now: '/users?role=teacher',
      oldId: 'roles.teacher.legacy_id',
      inSections: 'teachers',
    },
    { list: '/school_admins', now: '/users?role=staff', oldId: 'roles.staff.legacy_id' },
    {
      list: '/district_admins',
      now: '/users?role=district_admin',
      oldId: 'roles.district_admin.legacy_id',
    },
    { list: '/contacts', now: '/users?role=contact', oldId: 'roles.contact.legacy_id' },
    { list: '/users', now: '/users', oldId: 'id' },
  ],
};

const none: Relations = {
  direct: [],
  schools: { type: '', first: [], all: [] },
  throughSections: [],
  mutual: [],
  references: [],
  forerunners: [],
};

const byDocument: Readonly<Record<string, Relations>> = {
  'data-v2.0': v2,
  'data-v2.1': v2,
  'data-v3.0': v3,
  'data-v3.1': v3,
};

/** By the stem of the document in `openapi/`. */
export function relationsOf(document: string): Relations {
  return byDocument[document] ?? none;
}

/** The ids in fields of a record; values that are not ids are ignored. */
export function idsIn(
  record: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): readonly string[] {
  const ids: string[] = [];
  for (const field of fields) {
    const value = valueAt(record, field);
    if (!Array.isArray(value)) addId(value, ids);
    else for (const one of value) addId(one, ids);
  }
  return ids.length < 2 ? ids : [...new Set(ids)];
}

function addId(value: unknown, ids: string[]): void {
  if (typeof value === 'string' && value !== '') ids.push(value);
}

/** The value of a field, through objects and the items of lists: `roles.teacher.schools`. */
export function valueAt(record: unknown, field: string): unknown {
  // Most fields are plain names, and a run looks for some hundred thousand of them.
  return field.includes('.') ? field.split('.').reduce<unknown>(memberOf, record) : memberOf(record, field);
}

function memberOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.flatMap((one) => memberOf(one, name) ?? []);
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
