import type { ServerMutant } from '../../mutant.ts';
import { lookUp } from '../pagination/support.ts';
import { at, type Changeable, inRecords, isAt, recordsOf, strayId } from './records.ts';

/** The first (0) or last (-1) record of a collection is in none of the lists at these paths. */
function withoutOne(collection: string, place: 0 | -1, paths: RegExp): ServerMutant['tamper'] {
  return (sandbox) => {
    let lost: unknown;
    return async (request) => {
      const response = await sandbox.fetch(request);
      if (response.status !== 200 || !paths.test(new URL(request.url).pathname)) return response;
      const whole = await lookUp(sandbox, request, `/v2.0/${collection}?limit=10000`);
      lost ??= recordsOf(await whole.json()).at(place)?.id;
      const body = await response.json();
      const data = body.data.filter((item: Changeable) => item.data.id !== lost);
      return new Response(JSON.stringify({ ...body, data }), { headers: response.headers });
    };
  };
}

/** Records that contradict each other, or are missing. */
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
    breaks: 'data/no-record-missing',
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
    breaks: 'data/no-record-missing',
    tamper: at('sections/ID/students', (body) => ({ ...body, data: body.data.slice(0, -1) })),
  },
  {
    name: 'data/the-first-teacher-of-a-student-is-left-out',
    breaks: 'data/no-record-missing',
    tamper: at('students/ID/teachers', (body) => ({ ...body, data: body.data.slice(1) })),
  },
  {
    name: 'data/the-last-student-is-in-no-list',
    breaks: 'data/no-record-missing',
    tamper: withoutOne('students', -1, /\/students$/),
  },
  {
    name: 'data/the-list-of-schools-lacks-the-first',
    breaks: 'data/no-record-missing',
    tamper: withoutOne('schools', 0, /^\/v2\.0\/schools$/),
  },
  {
    name: 'data/a-contact-by-its-id-is-another',
    breaks: 'data/no-record-missing',
    tamper: (sandbox) => async (request) => {
      const response = await sandbox.fetch(request);
      if (response.status !== 200 || !isAt(new URL(request.url), 'contacts/ID')) return response;
      const body = await response.json();
      const list = await lookUp(sandbox, request, '/v2.0/contacts');
      const other = recordsOf(await list.json()).find((one) => one.id !== body.data.id);
      return new Response(JSON.stringify({ ...body, data: other }), { headers: response.headers });
    },
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
