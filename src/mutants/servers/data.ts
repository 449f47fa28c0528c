import { answering, rewriting, type ServerMutant } from '../mutant.ts';
import { fieldMutants } from './data-fields.ts';
import { at, inRecords, isAt, recordsOf } from './data-records.ts';
import { relationMutants } from './data-relations.ts';

const json = (status: number, body: unknown) => Response.json(body, { status });

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
