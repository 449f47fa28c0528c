/**
 * The Data API v2.0 as data: its collections, relations and paths. From the published API description: 51 operations and
 * the 2 event operations.
 */

/** The eleven collections; the position is the `kind` in the database. */
export const collections = [
  'districts',
  'schools',
  'courses',
  'terms',
  'teachers',
  'students',
  'sections',
  'contacts',
  'school_admins',
  'district_admins',
  'events',
] as const;
export type Collection = (typeof collections)[number];

/** A record under construction. */
export type Draft = Record<string, unknown>;

export function kindOf(collection: Collection): number {
  return collections.indexOf(collection);
}

export function collectionOf(kind: number): Collection | undefined {
  return collections[kind];
}

export function isCollection(text: string): text is Collection {
  return (collections as readonly string[]).includes(text);
}

/** Collections that have events: all but the events themselves. */
export type Resource = Exclude<Collection, 'events'>;
export const resources = collections.filter((one): one is Resource => one !== 'events');

export function isResource(collection: Collection): collection is Resource {
  return collection !== 'events';
}

/** A collection's name in event types, which have no underscore: `schooladmins.created`. */
export function eventWord(resource: Resource): string {
  return resource.replace('_', '');
}

/** Stored as rows (rel, a, b), named after both ends: in `sectionStudent`, a is a section and b a student. */
export const relations = {
  sectionStudent: 1,
  sectionTeacher: 2,
  sectionSchool: 3,
  sectionCourse: 4,
  sectionTerm: 5,
  studentSchool: 6,
  teacherSchool: 7,
  adminSchool: 8,
  contactStudent: 9,
  eventSchool: 10,
} as const;
export type Relation = keyof typeof relations;

/** How a nested list is found from the record in the path. */
export type Via =
  | { readonly relation: Relation; readonly from: 'a' | 'b' }
  /** Through shared sections. */
  | { readonly relation: 'overSections'; readonly from: 'student' | 'teacher' };

/** A second-level path: one record by a field of its parent, or a list by a relation. */
export type Nested =
  | { readonly rel: string; readonly to: Resource; readonly field: string }
  | { readonly rel: string; readonly to: Resource; readonly via: Via };

const district: Nested = { rel: 'district', to: 'districts', field: 'district' };
const school: Nested = { rel: 'school', to: 'schools', field: 'school' };
const list = (to: Resource, relation: Relation, from: 'a' | 'b'): Nested => ({
  rel: to,
  to,
  via: { relation, from },
});

/** Second-level paths by collection, in the order in which a single record links to them. */
export const nested: Readonly<Record<Collection, readonly Nested[]>> = {
  contacts: [district, list('students', 'contactStudent', 'a')],
  courses: [district, list('sections', 'sectionCourse', 'b')],
  district_admins: [district],
  districts: [],
  events: [],
  school_admins: [district, list('schools', 'adminSchool', 'a')],
  schools: [
    district,
    list('sections', 'sectionSchool', 'b'),
    list('students', 'studentSchool', 'b'),
    list('teachers', 'teacherSchool', 'b'),
  ],
  sections: [
    district,
    school,
    { rel: 'course', to: 'courses', field: 'course' },
    { rel: 'term', to: 'terms', field: 'term_id' },
    { rel: 'teacher', to: 'teachers', field: 'teacher' },
    list('teachers', 'sectionTeacher', 'a'),
    list('students', 'sectionStudent', 'a'),
  ],
  students: [
    district,
    school,
    list('schools', 'studentSchool', 'a'),
    list('sections', 'sectionStudent', 'b'),
    { rel: 'teachers', to: 'teachers', via: { relation: 'overSections', from: 'student' } },
    list('contacts', 'contactStudent', 'b'),
  ],
  teachers: [
    district,
    school,
    list('schools', 'teacherSchool', 'a'),
    list('sections', 'sectionTeacher', 'b'),
    { rel: 'students', to: 'students', via: { relation: 'overSections', from: 'teacher' } },
  ],
  terms: [district, list('sections', 'sectionTerm', 'b')],
};

/** SQLite application id ("CLVR"): identifies sandbox databases. */
export const applicationId = 0x43_4c_56_52;
/** Increment when tables or seeded data change, so that older files are rejected. */
export const schemaVersion = 1;

/**
 * `record.key` ascends with `record.id`, so that pages are ranges of an integer key; relations contain keys, not ids.
 * `record.tag` is the resource of an event. `original` stores what provider states have overwritten.
 */
export const tables = `
create table meta (name text primary key, value text not null) without rowid;
create table record (
  key integer primary key, kind integer not null, district integer not null,
  hidden integer not null default 0, tag text, id text not null, json text not null);
create table relation (rel integer, a integer, b integer, primary key (rel, a, b)) without rowid;
create table original (key integer primary key, hidden integer not null, json text not null);
`;

/** Built after the bulk load, which is faster than updating them during it. */
export const indexes = `
create unique index record_id on record (id);
create index record_collection on record (kind, district, key);
create index relation_back on relation (rel, b, a);
`;
