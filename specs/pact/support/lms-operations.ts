import { expect } from 'chai';
import { fromState } from '../../../src/pacts/export/matchers.ts';
import type { Conversation } from './consumer.ts';
import {
  assignmentExists,
  bodyOf,
  ids,
  newAssignment,
  pathOf,
  paths,
  sentPath,
  submissionsPage,
} from './lms-bodies.ts';

const given = [assignmentExists];
const { section_id, assignment_id, user_id } = ids;
const assignmentAt = { params: { path: { section_id, assignment_id } } };
const submissionAt = { params: { path: { section_id, assignment_id, user_id } } };

/** Every operation of LMS Connect, and each kind of page. */
export const lmsConversations: readonly Conversation[] = [
  {
    title: 'an assignment is created with one POST',
    interactions: [
      {
        description: 'a new assignment',
        given,
        request: { method: 'POST', path: pathOf(paths.list), body: newAssignment },
        response: { status: 200, body: bodyOf('assignment') },
      },
    ],
    talk: async ({ client }) => {
      const made = await client.createAssignment(section_id, newAssignment as never);
      expect(made).to.include({ outcome: 'created', status: 200 });
    },
  },
  {
    title: 'an assignment is read',
    interactions: [
      {
        description: 'an assignment by its id',
        given,
        request: { path: pathOf(paths.assignment) },
        response: { status: 200, body: bodyOf('assignment') },
      },
    ],
    talk: async ({ client }) => {
      const { data } = await client.lms.GET(
        '/sections/{section_id}/assignments/{assignment_id}',
        assignmentAt,
      );
      expect(data?.data).to.have.property('title').that.is.a('string');
    },
  },
  {
    title: 'an assignment is changed in part',
    interactions: [
      {
        description: 'a change of an assignment',
        given,
        request: { method: 'PATCH', path: pathOf(paths.assignment), body: { title: 'Fractions, part 2' } },
        response: { status: 200, body: bodyOf('assignment') },
      },
    ],
    talk: async ({ client }) => {
      const { response } = await client.lms.PATCH('/sections/{section_id}/assignments/{assignment_id}', {
        ...assignmentAt,
        body: { title: 'Fractions, part 2' },
      });
      expect(response.status).to.equal(200);
    },
  },
  {
    title: 'an assignment is deleted',
    interactions: [
      {
        description: 'the end of an assignment',
        given,
        request: { method: 'DELETE', path: pathOf(paths.assignment) },
        response: { status: 200 },
      },
    ],
    talk: async ({ client }) => {
      const { response } = await client.lms.DELETE(
        '/sections/{section_id}/assignments/{assignment_id}',
        assignmentAt,
      );
      expect(response.status).to.equal(200);
    },
  },
  {
    title: 'submissions are read page by page',
    interactions: [
      {
        description: 'the first page of submissions',
        given,
        request: { path: pathOf(paths.submissions), query: { limit: '1' } },
        response: { status: 200, body: submissionsPage(true) },
      },
      {
        description: 'a page of submissions in the middle',
        given,
        request: {
          path: pathOf(paths.submissions),
          query: { limit: '1', cursor: fromState('{cursor}', ids) },
        },
        response: { status: 200, body: submissionsPage(true) },
      },
    ],
    talk: async ({ send }) => {
      const headers = { authorization: 'Bearer CLEVER_TOKEN' };
      const first = await send(`${sentPath(paths.submissions)}?limit=1`, { headers });
      const { links } = (await first.json()) as { readonly links: readonly { readonly uri: string }[] };
      expect((await send(links[0]?.uri ?? '', { headers })).status).to.equal(200);
    },
  },
  {
    title: 'the last page of submissions has no next link',
    interactions: [
      {
        description: 'the last page of submissions',
        given,
        request: {
          path: pathOf(paths.submissions),
          query: { limit: '100', cursor: fromState('{cursor}', ids) },
        },
        response: { status: 200, body: submissionsPage(false) },
      },
    ],
    talk: async ({ client }) => {
      const held = await client.collect(sentPath(paths.submissions), {
        query: { limit: 100, cursor: ids.cursor },
      });
      expect(held).to.include({ complete: true });
      expect(held.records).to.have.length(1);
    },
  },
  {
    title: 'submissions without a limit come in pages of the default size',
    interactions: [
      {
        description: 'submissions without a limit',
        given,
        request: { path: pathOf(paths.submissions) },
        response: {
          status: 200,
          body: submissionsPage(false),
        },
      },
    ],
    talk: async ({ client }) => {
      const held = await client.collect(sentPath(paths.submissions));
      expect(held).to.include({ complete: true });
    },
  },
  {
    title: 'a submission is read',
    interactions: [
      {
        description: 'the submission of a student',
        given,
        request: { path: pathOf(paths.submission) },
        response: { status: 200, body: bodyOf('submission') },
      },
    ],
    talk: async ({ client }) => {
      const { data } = await client.lms.GET(
        '/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}',
        submissionAt,
      );
      expect(data?.data).to.have.property('state').that.is.a('string');
    },
  },
  {
    title: 'a submission is graded',
    interactions: [
      {
        description: 'a grade for a student',
        given,
        request: {
          method: 'PATCH',
          path: pathOf(paths.submission),
          body: { grade: '87', grade_points: 87, grader_id: fromState('{grader_id}', ids) },
        },
        response: { status: 200, body: bodyOf('submission') },
      },
    ],
    talk: async ({ client }) => {
      const { response } = await client.lms.PATCH(
        '/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}',
        { ...submissionAt, body: { grade: '87', grade_points: 87, grader_id: ids.grader_id } },
      );
      expect(response.status).to.equal(200);
    },
  },
];
