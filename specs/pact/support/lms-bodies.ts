import { profiles } from '../../../contracts/profiles.ts';
import type { StateName, StateParams } from '../../../contracts/states.ts';
import { apiFor } from '../../../src/api.ts';
import { documentOf } from '../../../src/pacts/documents.ts';
import { eachLike, fromState, like, regex, type Template } from '../../../src/pacts/export/matchers.ts';
import { templateOf } from '../../../src/pacts/export/schema-templates.ts';

const [, profile] = profiles;

/** The API's path prefix: `/v3.1`. */
export const { prefix } = profile;

/** An assignment and its students and teacher. */
export const assignmentExists: readonly [StateName, StateParams?] = ['an assignment exists'];

/** Example values of the state. */
export const ids = {
  section_id: '60a000000000000000000201',
  assignment_id: '2f1a6d4e-0000-4000-8000-000000000001',
  user_id: '60a000000000000000000301',
  unassigned_user_id: '60a000000000000000000302',
  grader_id: '60a000000000000000000401',
  cursor: 'b3BhcXVl',
} as const;

const list = '/sections/{section_id}/assignments';
/** Paths under the prefix, with placeholders for state values. */
export const paths = {
  list,
  assignment: `${list}/{assignment_id}`,
  submissions: `${list}/{assignment_id}/submissions`,
  submission: `${list}/{assignment_id}/submissions/{user_id}`,
  otherSubmission: `${list}/{assignment_id}/submissions/{unassigned_user_id}`,
} as const;

/** A path of the contract. */
export function pathOf(path: string): Template {
  return fromState(prefix + path, ids);
}

/** A path as sent in the client's test. */
export function sentPath(path: string): string {
  return prefix + path.replace(/\{(\w+)\}/g, (_, name: keyof typeof ids) => ids[name]);
}

const { examples } = documentOf(profile).components as {
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
};

/** The body of a create, with a due date in the far future. */
export const newAssignment = {
  title: 'Fractions, part 1',
  description: 'Read chapter 3 and answer the questions.',
  due_date: '2099-06-01T12:00:00.000Z',
  assignee_mode: 'all',
  points_possible: 100,
  submission_types: ['text'],
} as const satisfies Template;

/** `{data: …}` of an assignment or a submission. */
export function bodyOf(name: 'assignment' | 'submission'): Template {
  return templateOf(
    apiFor(profile).schemas,
    name === 'assignment' ? 'LmsAssignmentResponse' : 'LmsSubmissionResponse',
    examples[name]?.value,
  );
}

/** A page of submissions; `next`: with exactly this next link. */
export function submissionsPage(next: boolean): Template {
  const { data } = bodyOf('submission') as { readonly data: Template };
  const uri = regex(
    `^${prefix.replace('.', '\\.')}/.*cursor=.*$`,
    `${sentPath(paths.submissions)}?limit=1&cursor=${ids.cursor}`,
  );
  return next ? { data: eachLike(data), links: [{ rel: 'next', uri }] } : { data: eachLike(data) };
}

/** An error with the table's message, or with any. */
export function messageBody(text: string, pattern?: string): Template {
  return { message: pattern === undefined ? like(text) : regex(pattern, text) };
}

/**
 * The content type of errors: the documents allow both, and Clever's Go servers label JSON as plain text. With this matcher
 * the core parses the body as JSON for either type.
 */
export const errorHeaders: Readonly<Record<string, Template>> = {
  'Content-Type': regex('^(application/json|text/plain)(;.*)?$', 'text/plain; charset=utf-8'),
};
