/**
 * The lists that scenarios have a client read, by names that all versions share, and what each version of the Data API has in
 * their place.
 */
export interface JobList {
  /** Below the prefix of the version, and in `CLEVER_JOB` after `sync:`: `users?role=student`. */
  readonly path: string;
  /** Members of a record in which the fields of its kind are, besides those of its own: `roles.student`. */
  readonly parts: readonly string[];
}

type Lists = Readonly<Record<string, JobList>>;

const itself = (path: string): JobList => ({ path, parts: [] });
const usersWith = (role: string): JobList => ({ path: `users?role=${role}`, parts: [`roles.${role}`] });

const users: Lists = {
  students: usersWith('student'),
  teachers: usersWith('teacher'),
  contacts: usersWith('contact'),
  people: {
    path: 'users',
    parts: ['student', 'teacher', 'staff', 'district_admin', 'contact'].map((role) => `roles.${role}`),
  },
};

const byDocument: Readonly<Record<string, Lists>> = { 'data-v3.0': users, 'data-v3.1': users };

/** What a list is in a version. `document`: the stem in `openapi/`. */
export function jobListIn(document: string, name: string): JobList {
  return byDocument[document]?.[name] ?? itself(name);
}

/** Whether a version has one list of all people, whatever they are. */
export function listsPeople(document: string): boolean {
  return byDocument[document]?.people !== undefined;
}

/** The list that almost every client reads, and almost every scenario is about. */
export const mainList = 'students';
