import type { Relation } from './relations.ts';

/**
 * What the probes choose among the many lists and paths of a version of the Data API. Lists by their names, the likeliest or most
 * telling first; each version has its own, and no probe names one.
 */
export interface Choices {
  /** The list of the students, and with them of most records: it is walked in every way. */
  readonly main: string;
  /** The list that is cheapest to request a thousand times: small, and readable with any token. */
  readonly cheapest: string;
  /** Paginated lists that a token may read. */
  readonly readable: readonly string[];
  /** Lists that are likely to have several pages. */
  readonly long: readonly string[];
  /** Lists that are likely to fit on one page. */
  readonly short: readonly string[];
  /** Lists that change while they are read, those of a few dozen records first: several pages at a low cost. */
  readonly changing: readonly string[];
  /** Types that come and go. One that would take the records of others along is not among them. */
  readonly vanishing: readonly string[];
  /** Types of persons, whose records a server may keep together. */
  readonly persons: readonly string[];
  /** Types that are kept from a token in a quick run. */
  readonly personal: readonly string[];
  /** The scopes of a token for a type, where they are not one with its name. */
  readonly scopes: Readonly<Record<string, readonly string[]>>;
  /** Types of what belongs to schools, so that a token for one school does not see all of it. */
  readonly ofSchools: readonly string[];
  /** A type whose records belong to schools only through students, and the field with their ids. */
  readonly throughStudents: { readonly type: string; readonly field: string };
  /** Lists of another district that a quick run requests. */
  readonly ofDistricts: readonly string[];
  /** Types that an application is given only if it asks, or with scopes of their own. */
  readonly optional: readonly string[];
  /** Types with the same name in paths and in events (open question `record-type-values`). */
  readonly inEvents: readonly string[];
  /** Types that the list of events is walked with as a filter. */
  readonly filters: readonly string[];
  /** What a quick run requests: each kind of path, and the records of persons, come first. */
  readonly paths: readonly `/${string}`[];
  /** Second-level lists of a quick run, those that decide who is in which class first. */
  readonly nested: readonly `/${string}`[];
  /** Top-level lists that a quick run also walks back. */
  readonly back: readonly string[];
  /** Where a type has its roles: `roles` of `User`. */
  readonly roles?: { readonly type: string; readonly field: string };
  /** The roles that a list can be filtered by, by its path, those first that a quick run asks for. */
  readonly roleFilters: Readonly<Record<`/${string}`, readonly string[]>>;
  /** The fields with the one school of a user, by the path of a list that can be filtered by it: of the records in it, or of the one in the path. */
  readonly primaryFilters: Readonly<Record<`/${string}`, Omit<Relation, 'path'>>>;
  /** What a record has, to begin with, if a second-level path leads from it to others: the fields of its role. */
  readonly owners: Readonly<Record<`/${string}`, readonly string[]>>;
  /** Filters of lists whose entries have no envelope, by their parameter. */
  readonly entryFilters: Readonly<Record<string, EntryFilter>>;
  /** Where such an entry names a student, and where the record in its path names all of its own. */
  readonly entryMembers?: { readonly entry: string; readonly owner: string };
}

/** What a filter keeps: entries from a day on, until a day, or with a listed value. */
export interface EntryFilter {
  /** `attendance_date` */
  readonly field: string;
  readonly keeps: 'from' | 'until' | 'equal';
}

const ofDataV2: Choices = {
  main: 'students',
  cheapest: 'districts',
  readable: ['students', 'teachers', 'sections', 'schools'],
  long: ['students', 'sections', 'teachers', 'schools'],
  short: ['teachers', 'schools', 'terms', 'district_admins'],
  changing: ['teachers', 'schools', 'terms', 'students', 'sections', 'contacts', 'courses'],
  vanishing: [
    'students',
    'teachers',
    'sections',
    'contacts',
    'school_admins',
    'courses',
    'terms',
    'district_admins',
  ],
  persons: ['students', 'teachers', 'contacts', 'school_admins', 'district_admins'],
  personal: ['students', 'contacts', 'teachers'],
  scopes: {},
  ofSchools: ['schools', 'students', 'teachers', 'sections', 'contacts', 'school_admins'],
  throughStudents: { type: 'contacts', field: 'students' },
  ofDistricts: ['districts', 'students', 'schools', 'events'],
  optional: ['events'],
  inEvents: ['students', 'teachers', 'sections', 'schools', 'contacts', 'courses', 'terms', 'districts'],
  filters: ['students', 'teachers', 'sections', 'schools', 'contacts'],
  paths: [
    '/students',
    '/students/{id}',
    '/sections/{id}/students',
    '/contacts',
    '/teachers/{id}',
    '/students/{id}/contacts',
    '/events',
    '/schools/{id}/teachers',
    '/sections',
    '/contacts/{id}',
    '/sections/{id}/term',
    '/districts',
  ],
  nested: [
    '/sections/{id}/students',
    '/schools/{id}/students',
    '/teachers/{id}/sections',
    '/students/{id}/contacts',
  ],
  back: ['students', 'teachers'],
  roleFilters: {},
  primaryFilters: {},
  owners: {},
  entryFilters: {},
};

const ownSchools = ['roles.student.school', 'roles.teacher.school'] as const;

/** People are users; a token sees those of them, and of their roles, for which it has scopes. */
const ofDataV3: Choices = {
  main: 'users',
  cheapest: 'districts',
  readable: ['users', 'sections', 'schools', 'courses'],
  long: ['users', 'sections', 'courses', 'schools'],
  short: ['courses', 'schools', 'terms'],
  changing: ['courses', 'schools', 'terms', 'users', 'sections'],
  vanishing: ['users', 'sections', 'courses', 'terms'],
  persons: ['users'],
  personal: ['users', 'sections', 'schools'],
  scopes: { users: ['students', 'teachers', 'school_admins', 'district_admins', 'contacts'] },
  ofSchools: ['schools', 'users', 'sections'],
  throughStudents: { type: 'users', field: 'roles.contact.student_relationships.student' },
  ofDistricts: ['districts', 'users', 'schools', 'events'],
  optional: ['events', 'resources'],
  inEvents: ['users', 'sections', 'schools', 'courses', 'terms', 'districts', 'resources'],
  filters: ['users', 'sections', 'schools', 'courses'],
  paths: [
    '/users',
    '/users/{id}',
    '/sections/{id}/users',
    '/users/{id}/mycontacts',
    '/events',
    '/attendance/schools/{school_id}',
    '/schools/{id}/users',
    '/sections',
    '/sections/{id}',
    '/sections/{id}/term',
    '/users/{id}/sections',
    '/resources',
    '/districts',
  ],
  nested: ['/sections/{id}/users', '/schools/{id}/users', '/users/{id}/sections', '/users/{id}/mycontacts'],
  back: ['users', 'courses'],
  roles: { type: 'User', field: 'roles' },
  roleFilters: {
    '/users': ['student', 'teacher', 'staff', 'district_admin', 'contact'],
    '/schools/{id}/users': ['staff', 'student', 'teacher'],
    '/sections/{id}/users': ['student', 'teacher'],
    '/resources/{id}/users': ['student', 'teacher'],
  },
  primaryFilters: {
    '/schools/{id}/users': { named: 'child', fields: ownSchools },
    '/users/{id}/schools': { named: 'parent', fields: ownSchools },
  },
  owners: {
    '/users/{id}/mycontacts': ['roles.student.school'],
    '/users/{id}/myteachers': ['roles.student.school'],
    '/users/{id}/mystudents': ['roles.teacher.school'],
  },
  entryFilters: {
    date_range_start: { field: 'attendance_date', keeps: 'from' },
    date_range_end: { field: 'attendance_date', keeps: 'until' },
    attendance_status: { field: 'attendance_status', keeps: 'equal' },
  },
  entryMembers: { entry: 'student_id', owner: 'students' },
};

const byDocument: Readonly<Record<string, Choices>> = {
  'data-v3.0': ofDataV3,
  'data-v3.1': ofDataV3,
};

/** By the stem of the document in `openapi/`. Older versions have the lists of v2.0. */
export function choicesOf(document: string): Choices {
  return byDocument[document] ?? ofDataV2;
}
