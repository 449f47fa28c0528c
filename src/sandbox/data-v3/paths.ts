import { relations } from '../data/schema.ts';
import type { People } from './ids.ts';
import { resourceRelations } from './tables.ts';

/** Top-level collections of v3.x. */
export const collections = [
  'courses',
  'districts',
  'events',
  'resources',
  'schools',
  'sections',
  'terms',
  'users',
] as const;
export type Collection = (typeof collections)[number];
/** Those whose records v2.0 has, too. */
export type Shared = Exclude<Collection, 'events' | 'resources' | 'users'>;

export function isCollection(text: string): text is Collection {
  return (collections as readonly string[]).includes(text);
}

/** A step along a relation: its number, and the end to start from. */
export type Hop = readonly [relation: number, from: 'a' | 'b'];

/** A way from one record to others, of one or two hops. */
export interface Way {
  /** Of a user, only accounts of this collection start here. */
  readonly of?: People;
  readonly hops: readonly [Hop] | readonly [Hop, Hop];
}

/** A second-level path. */
export type Nested = {
  /** In lower case. */
  readonly rel: string;
  /** As single records link to it. @default not linked */
  readonly link?: string;
} & (
  | { readonly to: Shared; readonly field: string }
  | { readonly to: Shared | 'resources'; readonly ways: readonly Way[] }
  /** `who`: whom the list may have. */
  | { readonly to: 'users'; readonly who: readonly People[]; readonly ways: readonly Way[] }
);

const one = (rel: string, to: Shared, field: string): Nested => ({ rel, link: rel, to, field });
const district = one('district', 'districts', 'district');
const list = (to: Shared, ...hops: Way['hops']): Nested => ({ rel: to, link: to, to, ways: [{ hops }] });
const r = relations;

export const nested: Readonly<Record<Collection, readonly Nested[]>> = {
  courses: [
    district,
    list('sections', [r.sectionCourse, 'b']),
    list('schools', [r.sectionCourse, 'b'], [r.sectionSchool, 'a']),
    { rel: 'resources', to: 'resources', ways: [{ hops: [[resourceRelations.courses, 'b']] }] },
  ],
  districts: [],
  events: [],
  resources: [
    { rel: 'courses', to: 'courses', ways: [{ hops: [[resourceRelations.courses, 'a']] }] },
    { rel: 'sections', to: 'sections', ways: [{ hops: [[resourceRelations.sections, 'a']] }] },
    {
      rel: 'users',
      to: 'users',
      who: ['students', 'teachers'],
      ways: [{ hops: [[resourceRelations.students, 'a']] }, { hops: [[resourceRelations.teachers, 'a']] }],
    },
  ],
  schools: [
    district,
    list('sections', [r.sectionSchool, 'b']),
    {
      rel: 'users',
      link: 'users',
      to: 'users',
      who: ['students', 'teachers', 'school_admins'],
      ways: [
        { hops: [[r.studentSchool, 'b']] },
        { hops: [[r.teacherSchool, 'b']] },
        { hops: [[r.adminSchool, 'b']] },
      ],
    },
    list('terms', [r.sectionSchool, 'b'], [r.sectionTerm, 'a']),
    list('courses', [r.sectionSchool, 'b'], [r.sectionCourse, 'a']),
  ],
  sections: [
    district,
    one('school', 'schools', 'school'),
    one('term', 'terms', 'term_id'),
    one('course', 'courses', 'course'),
    {
      rel: 'users',
      link: 'users',
      to: 'users',
      who: ['students', 'teachers'],
      ways: [{ hops: [[r.sectionStudent, 'a']] }, { hops: [[r.sectionTeacher, 'a']] }],
    },
    { rel: 'resources', to: 'resources', ways: [{ hops: [[resourceRelations.sections, 'b']] }] },
  ],
  terms: [
    district,
    list('sections', [r.sectionTerm, 'b']),
    list('schools', [r.sectionTerm, 'b'], [r.sectionSchool, 'a']),
  ],
  users: [
    district,
    {
      rel: 'sections',
      link: 'sections',
      to: 'sections',
      ways: [
        { of: 'students', hops: [[r.sectionStudent, 'b']] },
        { of: 'teachers', hops: [[r.sectionTeacher, 'b']] },
      ],
    },
    {
      rel: 'mycontacts',
      link: 'myContacts',
      to: 'users',
      who: ['contacts'],
      ways: [{ of: 'students', hops: [[r.contactStudent, 'b']] }],
    },
    {
      rel: 'myteachers',
      link: 'myTeachers',
      to: 'users',
      who: ['teachers'],
      ways: [
        {
          of: 'students',
          hops: [
            [r.sectionStudent, 'b'],
            [r.sectionTeacher, 'a'],
          ],
        },
      ],
    },
    {
      rel: 'mystudents',
      link: 'myStudents',
      to: 'users',
      who: ['students'],
      ways: [
        {
          of: 'teachers',
          hops: [
            [r.sectionTeacher, 'b'],
            [r.sectionStudent, 'a'],
          ],
        },
        { of: 'contacts', hops: [[r.contactStudent, 'a']] },
      ],
    },
    {
      rel: 'schools',
      link: 'schools',
      to: 'schools',
      ways: [
        { of: 'students', hops: [[r.studentSchool, 'a']] },
        { of: 'teachers', hops: [[r.teacherSchool, 'a']] },
        { of: 'school_admins', hops: [[r.adminSchool, 'a']] },
      ],
    },
    {
      rel: 'resources',
      to: 'resources',
      ways: [
        { of: 'students', hops: [[resourceRelations.students, 'b']] },
        { of: 'teachers', hops: [[resourceRelations.teachers, 'b']] },
      ],
    },
  ],
};
