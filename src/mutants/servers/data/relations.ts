import type { ServerMutant } from '../../mutant.ts';
import { lookUp } from '../pagination/support.ts';
import { at, inRecords, isAt, recordsOf, strayId } from './records.ts';

/** Records that contradict each other. */
export const relationMutants: readonly ServerMutant[] = [
  {
    name: 'data/sections-name-a-term-that-is-gone',
    breaks: 'data/relations-resolve',
    tamper: inRecords('sections', (record) => {
      if (record.term_id) record.term_id = strayId;
    }),
  },
  {
    name: 'data/contacts-keep-a-student-who-left',
    breaks: 'data/relations-resolve',
    tamper: inRecords('contacts', (record) => record.students.push(strayId)),
  },
  {
    name: 'data/a-section-answers-with-another-teacher',
    breaks: 'data/relations-resolve',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      const url = new URL(request.url);
      if (response.status !== 200 || !isAt(url, 'sections/ID/teacher')) return response;
      const body = await response.json();
      const list = await lookUp(sandbox, request, '/v2.0/teachers');
      const other = recordsOf(await list.json()).find((one) => one.id !== body.data.id);
      return new Response(JSON.stringify({ ...body, data: other }), { headers: response.headers });
    },
  },
  {
    name: 'data/the-last-student-of-a-section-is-left-out',
    breaks: 'data/relations-resolve',
    tamper: at('sections/ID/students', (body) => ({ ...body, data: body.data.slice(0, -1) })),
  },
  {
    name: 'data/sections-of-a-course-are-those-of-all-courses',
    breaks: 'data/relations-resolve',
    tamper: (sandbox) => (request) => {
      const url = new URL(request.url);
      if (!isAt(url, 'courses/ID/sections')) return sandbox.fetch(request);
      return sandbox.fetch(new Request(`${url.origin}/v2.0/sections${url.search}`, request));
    },
  },
  {
    name: 'data/a-section-by-its-id-has-another-name',
    breaks: 'data/list-and-single-agree',
    tamper: at('sections/ID', (body) => ({
      ...body,
      data: { ...body.data, name: `${body.data.name} (copy)` },
    })),
  },
  {
    name: 'data/a-district-by-its-id-is-paused',
    breaks: 'data/list-and-single-agree',
    tamper: at('districts/ID', (body) => ({ ...body, data: { ...body.data, state: 'paused' } })),
  },
  {
    name: 'data/a-school-by-its-id-has-no-principal-left',
    breaks: 'data/list-and-single-agree',
    tamper: at('schools/ID', (body) => ({ ...body, data: { ...body.data, principal: { name: 'Unknown' } } })),
  },
];
