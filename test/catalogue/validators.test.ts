import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { model } from '../../generated/model.ts';
import { validateRequestBody, validateResponse, validateSchema } from '../../generated/validators.js';

type JsonRecord = Record<string, unknown>;
const generated = join(import.meta.dirname, '../../generated');
const { components } = JSON.parse(readFileSync(join(generated, 'openapi/data-v2.0.json'), 'utf8')) as {
  components: { examples: Record<string, { value: { data: JsonRecord } }> };
};
/** The record of a published example: `student`. */
const exampleOf = (word: string) => structuredClone(components.examples[`one-${word}`]?.value.data ?? {});
const guaranteed = Object.entries(model.schemas.Student?.fields ?? {})
  .filter(([, one]) => one.guaranteed)
  .map(([name]) => name);

describe('the response validators', () => {
  const student = () => exampleOf('student');

  it('name each guaranteed field that is missing or null', () => {
    fc.assert(
      fc.property(fc.constantFrom(...guaranteed), fc.boolean(), (name, isNull) => {
        const record = student();
        if (isNull) record[name] = null;
        else delete record[name];
        const [violation, ...others] = validateResponse('getStudent', 200, { data: record }) ?? [];
        expect(others.every((one) => one.instancePath === violation?.instancePath)).to.equal(true);
        expect(`${violation?.instancePath} ${violation?.message}`).to.include(name);
      }),
    );
  });

  it('let pass any field that no document names', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).map((key) => `x ${key}`),
          fc.jsonValue(),
        ),
        (extra) => {
          expect(validateResponse('getStudent', 200, { ...extra, data: { ...student(), ...extra } })).to.be
            .empty;
        },
      ),
    );
  });

  it('let pass an optional field that is absent, null or empty', () => {
    for (const schema of ['Student', 'Section', 'School', 'District', 'Term', 'Contact']) {
      for (const [name, one] of Object.entries(model.schemas[schema]?.fields ?? {})) {
        if (one.guaranteed) continue;
        const { [name]: _, ...without } = exampleOf(schema.toLowerCase());
        const fits = (record: JsonRecord) => validateSchema(schema, record);
        expect(fits(without), `${schema}.${name}`).to.be.empty;
        expect(fits({ ...without, [name]: null }), `${schema}.${name}`).to.be.empty;
        if (one.type === 'string') expect(fits({ ...without, [name]: '' }), `${schema}.${name}`).to.be.empty;
      }
    }
  });

  it('let pass an empty string in every enum, and nothing else outside its list', () => {
    for (const schema of ['Section', 'School', 'District', 'Contact', 'Student']) {
      const id = `get${schema}`;
      const record = exampleOf(schema.toLowerCase());
      for (const [name, one] of Object.entries(model.schemas[schema]?.fields ?? {})) {
        if (!one.enum) continue;
        expect(validateResponse(id, 200, { data: { ...record, [name]: '' } }), name).to.be.empty;
        expect(
          validateResponse(id, 200, { data: { ...record, [name]: 'No such word' } }),
          name,
        ).to.have.length(1);
      }
    }
  });

  it('hold ids, instants and dates of birth to their form', () => {
    const wrong: Record<string, readonly unknown[]> = {
      id: ['', '123', '60a00000000000000000030g', 7],
      created: ['', '2026-01-05', '2026-01-05T12:00:00+02:00', '2026-02-30T12:00:00.000Z'],
      dob: ['2014-09-04', '9/4/14', 'on 9/4/2014'],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        expect(validateSchema('Student', { ...student(), [name]: value }), `${name} ${value}`).not.to.be
          .empty;
      }
    }
    const term = exampleOf('term');
    for (const value of ['2026-06-12', '2026-06-12T00:00:00Z']) {
      expect(validateSchema('Term', { ...term, end_date: value })).to.be.empty;
    }
    expect(validateSchema('Term', { ...term, end_date: '12 June 2026' })).not.to.be.empty;
  });

  it('want links on a list and not on a single record, and take items with and without uri', () => {
    const record = student();
    const links = [{ rel: 'self', uri: '/v2.0/students' }];
    expect(validateResponse('getStudent', 200, { data: record })).to.be.empty;
    expect(validateResponse('getStudents', 200, { data: [{ data: record }], links })).to.be.empty;
    expect(validateResponse('getStudents', 200, { data: [{ data: record, uri: '/v2.0/students/1' }], links }))
      .to.be.empty;
    expect(validateResponse('getStudents', 200, { data: [{ data: record }] })).not.to.be.empty;
    expect(validateResponse('getStudents', 200, { data: [record], links })).not.to.be.empty;
    expect(validateResponse('getStudents', 200, {})).to.have.length(2);
  });

  it('take events with a part of a record, and former values inside data or beside it', () => {
    const { created, id } = exampleOf('event');
    const event = (more: object) => ({ data: { id, created, type: 'students.updated', ...more } });
    const object = { id, ell_status: 'Y' };
    const answers = (body: object) => validateResponse('getEvent', 200, body);
    expect(answers(event({ data: { object, previous_attributes: { ell_status: 'N' } } }))).to.be.empty;
    expect(answers(event({ data: { object }, previous_attributes: { ell_status: 'N' } }))).to.be.empty;
    expect(answers(event({ data: {} }))).to.have.length(1);
    expect(answers(event({ data: { object: { ell_status: 'maybe' } } }))).to.have.length(1);
    expect(answers(event({ data: { object }, type: 'people.updated' }))).to.deep.equal([
      { instancePath: '/data/type', message: 'is not a documented type' },
    ]);
  });

  it('take both forms of a Data API error, and only a message from LMS Connect', () => {
    expect(validateResponse('getStudent', 401, { code: 101, error: 'Unrecognized token string', data: {} }))
      .to.be.empty;
    expect(validateResponse('getStudent', 404, { message: 'Resource not found' })).to.be.empty;
    expect(validateResponse('getStudent', 404, { reason: 'none' })).not.to.be.empty;
    expect(validateResponse('getAssignmentForSection', 404, { message: 'Assignment does not exist' })).to.be
      .empty;
    expect(validateResponse('getAssignmentForSection', 404, { error: 'Resource not found' })).not.to.be.empty;
  });

  it('know nothing of what is not documented or has no JSON body', () => {
    expect(validateResponse('getStudent', 429, {})).to.equal(undefined);
    expect(validateResponse('getStudent', 418, {})).to.equal(undefined);
    expect(validateResponse('toString', 200, {})).to.equal(undefined);
    expect(validateResponse('deleteAssignmentForSection', 200, {})).to.equal(undefined);
    expect(validateRequestBody('getStudent', {})).to.equal(undefined);
    expect(validateSchema('constructor', {})).to.equal(undefined);
  });

  it('ask for title, description and due date of a new assignment, and for nothing in a change', () => {
    expect(validateRequestBody('createAssignmentForSection', {})).to.have.length(3);
    expect(validateRequestBody('updateAssignmentForSection', {})).to.be.empty;
    expect(validateRequestBody('updateAssignmentForSection', { due_date: null })).to.be.empty;
    expect(validateRequestBody('updateAssignmentForSection', { submission_types: [''] })).to.have.length(1);
  });

  it('stand alone, and are small', () => {
    const folder = join(generated, 'validators');
    const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
    expect(names).to.have.length(5);
    for (const name of names) {
      const code = readFileSync(join(folder, name), 'utf8');
      expect(code, name).not.to.match(/\bimport\b|\brequire\(/);
      expect(code.length, name).to.be.lessThan(500_000);
    }
  });
});
