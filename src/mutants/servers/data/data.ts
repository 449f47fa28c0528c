import type { ServerRequirementId } from '../../../../contracts/requirements/index.ts';
import { answering, rewriting, type ServerMutant } from '../../mutant.ts';
import { says } from '../errors/support.ts';
import { acrossVersionsMutants } from './across-versions.ts';
import { attendanceMutants } from './attendance.ts';
import { fieldMutants } from './fields.ts';
import { laterRelationMutants } from './later-relations.ts';
import { at, inRecords, isAt, recordsOf } from './records.ts';
import { relationMutants } from './relations.ts';
import { steadinessMutants } from './steadiness.ts';
import { userMutants } from './users.ts';

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
    name: 'data/terms-are-labelled-as-text',
    breaks: 'data/json-content-type',
    tamper: answering(
      (_, url) => isAt(url, 'terms'),
      (response) => {
        const headers = new Headers(response.headers);
        headers.set('content-type', 'text/plain');
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
      (response) => says(response, 404, 'Resource not found'),
    ),
  },
  {
    name: 'data/district-of-a-term-is-not-implemented',
    breaks: 'data/operation-answers',
    tamper: answering(
      (_, url) => isAt(url, 'terms/ID/district'),
      (response) => says(response, 501, 'Not Implemented'),
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
      (response) => says(response, 404, 'Resource not found'),
    ),
  },
  {
    name: 'data/a-changed-assignment-is-only-accepted',
    breaks: 'data/operation-answers',
    tamper: answering(
      (request, url) => request.method === 'PATCH' && /\/assignments\/[^/]+$/.test(url.pathname),
      (response) =>
        response.status === 200
          ? new Response(response.body, { status: 202, headers: response.headers })
          : response,
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

/** A body without a guaranteed field, with a wrong value or without an envelope does not match its schema either. */
const bodyClaims: ReadonlySet<string> = new Set<ServerRequirementId>([
  'data/guaranteed-fields-present',
  'data/validated-fields-in-range',
  'data/list-envelope',
  'data/single-envelope',
]);
/** The schema's pattern accepts any digits for month and day. */
const fitsItsSchema: ReadonlySet<string> = new Set(['data/a-birthday-on-the-45th-of-the-13th-month']);

/** Servers with one violation of the category each. */
export const dataMutants: readonly ServerMutant[] = [
  ...[...fieldMutants, ...envelopeMutants, ...operationMutants, ...relationMutants].map((mutant) =>
    bodyClaims.has(mutant.breaks) && !fitsItsSchema.has(mutant.name)
      ? { ...mutant, alsoFails: ['data/operation-answers'] as const }
      : mutant,
  ),
  ...steadinessMutants,
  ...userMutants,
  ...laterRelationMutants,
  ...attendanceMutants,
  ...acrossVersionsMutants,
];
