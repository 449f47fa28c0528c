import { answering, rewriting, type ServerMutant } from '../mutant.ts';
import { at, inRecords, isAt, recordsOf, strayId } from './data-records.ts';

/** Behind the first page of the default size: only who looks further meets this student. */
const oneStudent = '200119';

const json = (status: number, body: unknown) => Response.json(body, { status });

/** What the documents promise of a record, broken in one place each. */
const fieldMutants: readonly ServerMutant[] = [
  {
    name: 'data/one-student-of-many-has-no-last-modified',
    breaks: 'data/guaranteed-fields-present',
    tamper: inRecords('students', (record) => {
      if (record.sis_id === oneStudent) delete record.last_modified;
    }),
  },
  {
    name: 'data/a-term-without-district',
    breaks: 'data/guaranteed-fields-present',
    tamper: inRecords('terms', (record) => {
      if (record.name === '') delete record.district;
    }),
  },
  {
    name: 'data/empty-guaranteed-texts-are-null',
    breaks: 'data/guaranteed-fields-present',
    tamper: inRecords('districts', (record) => {
      if (record.error === '') record.error = null;
    }),
  },
  {
    name: 'data/empty-user-names-are-left-out',
    breaks: 'data/guaranteed-fields-present',
    tamper: inRecords('students', ({ credentials }) => {
      if (credentials.district_username === '') delete credentials.district_username;
    }),
  },
  {
    name: 'data/one-student-is-in-grade-13',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('students', (record) => {
      if (record.sis_id === oneStudent) record.grade = '13';
    }),
  },
  {
    name: 'data/a-birthday-on-the-45th-of-the-13th-month',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('students', (record) => {
      if (record.sis_id === oneStudent) record.dob = '13/45/2010';
    }),
  },
  {
    name: 'data/grades-of-sections-are-numbers',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('sections', (record) => {
      if (record.grade === '7') record.grade = 7;
    }),
  },
  {
    name: 'data/created-has-an-offset',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('schools', (record) => {
      record.created = record.created.replace('Z', '+00:00');
    }),
  },
  {
    name: 'data/an-event-tells-of-a-value-out-of-the-list',
    breaks: 'data/validated-fields-in-range',
    tamper: inRecords('events', (event) => {
      if (event.type === 'students.updated') event.data.object.gender = 'female';
    }),
  },
];

const envelopeMutants: readonly ServerMutant[] = [
  {
    name: 'data/one-nested-list-under-another-key',
    breaks: 'data/list-envelope',
    tamper: at('schools/ID/teachers', ({ data, ...rest }) => ({ records: data, ...rest })),
  },
  {
    name: 'data/terms-are-not-wrapped',
    breaks: 'data/list-envelope',
    tamper: at('terms', (body) => ({ ...body, data: recordsOf(body) })),
  },
  {
    name: 'data/short-lists-without-links',
    breaks: 'data/list-envelope',
    tamper: at('districts', ({ data }) => ({ data })),
  },
  {
    name: 'data/a-term-by-its-id-is-bare',
    breaks: 'data/single-envelope',
    tamper: at('terms/ID', ({ data }) => data),
  },
  {
    name: 'data/the-teacher-of-a-section-is-an-array',
    breaks: 'data/single-envelope',
    tamper: at('sections/ID/teacher', ({ data }) => ({ data: [{ data }], links: [] })),
  },
  {
    name: 'data/school-admins-are-labelled-as-html',
    breaks: 'data/json-content-type',
    tamper: answering(
      (_, url) => isAt(url, 'school_admins/ID'),
      (response) => {
        const headers = new Headers(response.headers);
        headers.set('content-type', 'text/html; charset=utf-8');
        return new Response(response.body, { status: response.status, headers });
      },
    ),
  },
  {
    name: 'data/item-uris-of-an-older-version',
    breaks: 'data/item-uri',
    tamper: at('contacts', (body) => {
      for (const item of body.data) item.uri = item.uri.replace('/v2.0/', '/v1.2/');
      return body;
    }),
  },
  {
    name: 'data/nested-items-without-uri',
    breaks: 'data/item-uri',
    tamper: at('sections/ID/students', (body) => ({
      ...body,
      data: recordsOf(body).map((data) => ({ data })),
    })),
  },
];

const operationMutants: readonly ServerMutant[] = [
  {
    name: 'data/contacts-of-a-student-are-not-there',
    breaks: 'data/operation-answers',
    tamper: answering(
      (_, url) => isAt(url, 'students/ID/contacts'),
      () => json(404, { error: 'Resource not found' }),
    ),
  },
  {
    name: 'data/district-of-a-term-is-not-implemented',
    breaks: 'data/operation-answers',
    tamper: answering(
      (_, url) => isAt(url, 'terms/ID/district'),
      () => json(501, { error: 'Not Implemented' }),
    ),
  },
  {
    name: 'data/a-course-is-partial-content',
    breaks: 'data/operation-answers',
    tamper: answering(
      (_, url) => isAt(url, 'courses/ID'),
      (response) => new Response(response.body, { status: 206, headers: response.headers }),
    ),
  },
  {
    name: 'data/a-location-is-a-line-of-text',
    breaks: 'data/operation-answers',
    tamper: inRecords('students', (record) => {
      if (record.location) record.location = Object.values(record.location).join(', ');
    }),
  },
  {
    name: 'data/an-event-by-its-id-is-unknown',
    breaks: 'data/operation-answers',
    tamper: answering(
      (_, url) => isAt(url, 'events/ID'),
      () => json(404, { error: 'Resource not found' }),
    ),
  },
  {
    name: 'data/a-changed-assignment-is-only-accepted',
    breaks: 'data/operation-answers',
    tamper: answering(
      (request, url) => request.method === 'PATCH' && /\/assignments\/[^/]+$/.test(url.pathname),
      (response) => new Response(response.body, { status: 202, headers: response.headers }),
    ),
  },
  {
    name: 'data/a-submission-without-state',
    breaks: 'data/operation-answers',
    tamper: rewriting(
      (request, url, response) =>
        request.method === 'GET' && response.status === 200 && /\/submissions\/[^/]+$/.test(url.pathname),
      (body) => {
        delete body.data.state;
        return body;
      },
    ),
  },
];

const relationMutants: readonly ServerMutant[] = [
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
      const list = await sandbox.fetch(
        new Request(`${url.origin}/v2.0/teachers`, { headers: request.headers }),
      );
      const other = recordsOf(await list.json()).find((one) => one.id !== body.data.id);
      return json(200, { ...body, data: other });
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
    tamper: at('schools/ID', (body) => ({ ...body, data: { ...body.data, principal: { name: 'Nobody' } } })),
  },
];

/**
 * Servers that break the theme, one place each. The two rows on what no document names only report, so nothing breaks
 * them.
 */
export const dataMutants: readonly ServerMutant[] = [
  ...fieldMutants,
  ...envelopeMutants,
  ...operationMutants,
  ...relationMutants,
];
