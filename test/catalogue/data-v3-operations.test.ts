import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { model as judged } from '../../generated/model.ts';
import { model as v30 } from '../../generated/models/data-v3.0.ts';
import { model as v31 } from '../../generated/models/data-v3.1.ts';
import type { OpenApiDocument, Parameter } from '../../tools/generate/schema.ts';
import { operationsOf, resolveRef } from '../../tools/generate/schema.ts';

/** The operations of a record by its own paths: below each, what it has. `/`: many; without: one. `*`: with a count. */
const paths: Readonly<Record<string, string>> = {
  'courses*': 'district resources/ schools/ sections/',
  'districts*': '',
  resources: 'courses/ sections/ users/',
  'schools*': 'courses/ district sections/ terms/ users/',
  'sections*': 'course district resources/ school term users/',
  'terms*': 'district schools/ sections/',
  'users*': 'district mycontacts/ mystudents/ myteachers/ resources/ schools/ sections/',
};
const idOf = (path: string) => v31.operations.find((one) => one.path === path);
const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../generated/openapi/data-v3.1.json'), 'utf8'),
) as OpenApiDocument;

/** The values of a query parameter, by operation. */
function valuesOf(name: string): Record<string, string> {
  const found = operationsOf(document).flatMap(({ operation }) =>
    (operation.parameters ?? [])
      .map((one) => resolveRef<Parameter & { schema?: { enum?: string[] } }>(document, one as Parameter))
      .filter((one) => one.name === name && one.in === 'query')
      .map((one) => [operation.operationId, one.schema?.enum?.join(' ') ?? ''] as const),
  );
  return Object.fromEntries(found);
}

describe('the operations of Data API v3.1', () => {
  it('are 42, 2 of events, 2 of attendance and /me; v3.0 has all but attendance', () => {
    const kinds = Object.groupBy(
      v31.operations,
      ({ path }) => /^\/(events|attendance|me)\b/.exec(path)?.[1] ?? 'roster',
    );
    const counts = Object.entries(kinds).map(([kind, found]) => `${kind} ${found?.length}`);
    expect(counts).to.have.members(['roster 42', 'events 2', 'attendance 2', 'me 1']);
    expect(v30.operations.map((one) => one.id)).to.deep.equal(
      v31.operations.map((one) => one.id).filter((id) => !id.startsWith('listAttendance')),
    );
    expect(new Set(v31.operations.map((one) => one.id)).size).to.equal(47);
    for (const one of v31.operations)
      expect(one, one.id).to.include({ method: 'GET', document: 'data-v3.1' });
    for (const one of v30.operations) expect(one.document, one.id).to.equal('data-v3.0');
  });

  it('are those of the table, each with the right answer, and paged if it is a list', () => {
    const expected = Object.entries(paths).flatMap(([top, below]) => {
      const name = `/${top.replace('*', '')}`;
      const inner = below.split(' ').filter(Boolean);
      return [
        [name, 'list'],
        [`${name}/{id}`, 'single'],
        ...inner.map((part) => [
          `${name}/{id}/${part.replace('/', '')}`,
          part.endsWith('/') ? 'list' : 'single',
        ]),
      ];
    });
    expect(expected).to.have.length(42);
    for (const [path = '', answers] of expected) {
      const paginated = answers === 'list' && path !== '/districts';
      expect(idOf(path), path).to.include({ answers, paginated });
    }
    const records = v31.operations.map((one) => `${one.path.split('/').at(-1)} ${one.record}`);
    for (const row of [
      'users User',
      'mycontacts User',
      'district District',
      'resources Resource',
      'me Me',
      'events Event',
    ]) {
      expect(records).to.include(row);
    }
    expect(idOf('/attendance/schools/{school_id}')).to.include({
      answers: 'list',
      record: 'Attendance',
      enveloped: false,
      paginated: false,
    });
  });

  it('take count, role and primary where they are documented, with these values', () => {
    const counted = Object.keys(paths).filter((top) => top.endsWith('*'));
    const count = Object.fromEntries(
      counted.map((top) => [idOf(`/${top.replace('*', '')}`)?.id, ' true false undefined']),
    );
    expect(valuesOf('count')).to.deep.equal(count);
    expect(valuesOf('role')).to.deep.equal({
      getUsersForResource: 'student teacher',
      getUsersForSchool: 'staff student teacher',
      getUsersForSection: 'student teacher',
      getUsers: 'contact district_admin staff student teacher',
    });
    expect(valuesOf('primary')).to.deep.equal({ getUsersForSchool: ' true', getSchoolsForUser: ' true' });
    expect(valuesOf('attendance_status').listAttendanceForSchool).to.equal('present absent tardy');
    expect(idOf('/events')?.queryParams).to.include.members(['school', 'record_type']);
  });

  it('have 21 types of events, each with the schema of its record', () => {
    const { field, schemas = {} } = v31.schemas.Event?.variants ?? {};
    const records = 'courses districts resources schools sections terms users'.split(' ');
    expect(field).to.equal('type');
    expect(Object.keys(schemas)).to.have.members(
      records.flatMap((name) => ['created', 'updated', 'deleted'].map((what) => `${name}.${what}`)),
    );
    expect(v31.schemas.Event?.fields.type?.enum).to.have.members(Object.keys(schemas));
    expect(v30.schemas.Event).to.deep.equal(v31.schemas.Event);
    expect(v31.schemas.UsersEventData?.fields).to.have.keys(['object', 'previous_attributes']);
    expect(v31.schemas.UsersEventData?.fields.previous_attributes?.ref).to.equal('PartialUser');
  });

  it('are apart from those that the suite judges', () => {
    expect(new Set(judged.operations.map((one) => one.document))).to.have.keys([
      'data-v2.0',
      'lms-connect-v3.1',
    ]);
    expect(judged.schemas.Section).not.to.deep.equal(v31.schemas.Section);
  });
});
