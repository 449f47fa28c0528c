import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { model } from '../../generated/model.ts';
import { model as v30 } from '../../generated/models/data-v3.0.ts';
import { model as v31 } from '../../generated/models/data-v3.1.ts';
import * as data20 from '../../generated/validators/data-v2.0.js';
import * as data30 from '../../generated/validators/data-v3.0.js';
import * as data31 from '../../generated/validators/data-v3.1.js';
import * as lms31 from '../../generated/validators/lms-connect-v3.1.js';
import type { OpenApiDocument, OperationObject, ResponseObject } from '../../tools/generate/schema.ts';
import { operationsOf, resolveRef } from '../../tools/generate/schema.ts';

const documentOf = (stem: string) =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../generated/openapi', `${stem}.json`), 'utf8'),
  ) as OpenApiDocument;
const lms = documentOf('lms-connect-v3.1');
const documents = [
  { document: documentOf('data-v2.0'), validators: data20 },
  { document: documentOf('data-v3.0'), validators: data30 },
  { document: documentOf('data-v3.1'), validators: data31 },
  { document: lms, validators: lms31 },
];
const operation = (id: string) => model.operations.find((one) => one.id === id);

/** Each documented response of each operation, with references resolved. */
function responsesOf(document: OpenApiDocument) {
  return operationsOf(document).flatMap(({ operation: of }) =>
    Object.entries(of.responses).map(([status, response]) => ({
      id: of.operationId,
      status: Number(status),
      response: resolveRef<ResponseObject>(document, response),
    })),
  );
}

/** The examples of a JSON body, by name. */
function examplesOf(
  document: OpenApiDocument,
  content: ResponseObject['content'],
): readonly (readonly [string, unknown])[] {
  return Object.entries(content?.['application/json']?.examples ?? {}).map(
    ([name, example]) => [name, resolveRef<{ value?: unknown }>(document, example as never).value] as const,
  );
}

describe('the documented responses', () => {
  it('cover the status table on every operation where a status can occur', () => {
    for (const one of [model, v30, v31].flatMap((of) => of.operations)) {
      const expected =
        one.document === 'lms-connect-v3.1'
          ? '200 400 401 403 404 405 429 500 502 503'
          : `200 400 401 404 ${one.queryParams.includes('limit') ? '413 ' : ''}429 500 501 502 503`;
      expect(Object.keys(one.statuses).join(' '), one.id).to.equal(expected);
      expect(one.statuses, one.id).to.include({ 401: 'json', 404: 'json', 429: 'empty' });
    }
    expect(operation('getAssignmentForSection')?.statuses[405]).to.equal('empty');
    expect(operation('deleteAssignmentForSection')?.statuses[200]).to.equal('empty');
  });

  it('say when to send again', () => {
    const retry: Record<number, string | undefined> = {
      200: undefined,
      400: 'never',
      401: 'never',
      403: 'never',
      404: 'never',
      405: 'never',
      413: 'lower-limit',
      429: 'after-reset',
      500: 'backoff',
      501: 'never',
      502: 'backoff',
      503: 'backoff',
    };
    for (const { id, status, response } of documents.flatMap((one) => responsesOf(one.document))) {
      expect(response['x-retry'], `${id} ${status}`).to.equal(retry[status]);
    }
  });

  it('all carry the four rate-limit headers', () => {
    for (const { id, status, response } of documents.flatMap((one) => responsesOf(one.document))) {
      expect(Object.keys(response.headers ?? {}), `${id} ${status}`).to.include.members([
        'X-RateLimit-Limit',
        'X-RateLimit-Remaining',
        'X-RateLimit-Reset',
        'X-RateLimit-Bucket',
      ]);
    }
  });

  it('have examples that fit, for each operation', () => {
    let examined = 0;
    for (const { document, validators } of documents) {
      for (const { id, status, response } of responsesOf(document)) {
        const examples = examplesOf(document, response.content);
        if (response.content?.['application/json']) expect(examples, `${id} ${status}`).not.to.be.empty;
        for (const [name, value] of examples) {
          expect(validators.validateResponse(id, status, value), `${id} ${status} ${name}`).to.deep.equal([]);
          examined++;
        }
      }
      for (const { operation: of } of operationsOf(document)) {
        for (const [name, value] of examplesOf(document, (of as OperationObject).requestBody?.content)) {
          const violations = validators.validateRequestBody(of.operationId, value);
          expect(violations, `${of.operationId} ${name}`).to.deep.equal([]);
          examined++;
        }
      }
    }
    expect(examined).to.be.greaterThan(1_500);
  });

  it('show each of the 17 documented LMS Connect errors where it occurs', () => {
    const create = 'createAssignmentForSection';
    const rows: readonly (readonly [string, string, number, RegExp])[] = [
      ['missing-required-fields', create, 400, /^missing required field\(s\): title, description, due_date$/],
      ['empty-body', create, 400, /^request body is required, but was empty$/],
      ['due-date-in-past', create, 400, /^due_date must be in the future$/],
      ['invalid-escape', create, 400, /^invalid character ' ' in string escape code$/],
      [
        'empty-submission-type',
        create,
        400,
        /^validation failure list:\nsubmission_types\.0 in body should be/,
      ],
      ['missing-value', create, 400, /^invalid character ',' looking for beginning of value$/],
      ['malformed-json', create, 400, /^invalid character ':' after object key:value pair$/],
      ['invalid-assignment-id', 'getAssignmentForSection', 400, /^INVALID_ID$/],
      [
        'unknown-grader',
        'updateSubmissionForAssignment',
        400,
        /^NOT_FOUND: Person with id clever:\S+ not found/,
      ],
      [
        'update-due-date-out-of-range',
        'updateAssignmentForSection',
        400,
        /^parsing time ".+": day out of range$/,
      ],
      ['lms-missing-required-field', create, 400, /^MISSING_REQUIRED_FIELD$/],
      ['no-valid-assignees', create, 400, /^no valid users found in \S+/],
      ['no-token', 'getAssignmentForSection', 401, /^No authorization provided$/],
      ['invalid-token', 'getAssignmentForSection', 403, /^Could not authorize token$/],
      ['deleted-assignment', 'getAssignmentForSection', 404, /^Assignment does not exist$/],
      ['user-not-found', 'getSubmissionForAssignment', 404, /^User not found$/],
      ['user-not-found', 'updateSubmissionForAssignment', 404, /^User not found$/],
      ['unsupported-method', 'getSubmissionsForAssignment', 405, /^$/],
    ];
    expect(new Set(rows.map(([name]) => name)).size).to.equal(17);
    for (const [name, id, status, message] of rows) {
      const found = responsesOf(lms).find((one) => one.id === id && one.status === status);
      const example = Object.fromEntries(examplesOf(lms, found?.response.content))[name];
      expect((example as { message?: string } | undefined)?.message, name).to.match(message);
    }
  });
});
