import { expect } from 'chai';
import { model } from '../../generated/model.ts';
import { model as v30 } from '../../generated/models/data-v3.0.ts';
import { model as v31 } from '../../generated/models/data-v3.1.ts';
import type { FieldModel } from '../../openapi/model-types.ts';
import { buildModel } from '../../tools/generate/model.ts';

const operation = (id: string) => model.operations.find((one) => one.id === id);
const guaranteed = (schema: string) =>
  Object.entries(model.schemas[schema]?.fields ?? {})
    .filter(([, field]) => field.guaranteed)
    .map(([name]) => name)
    .sort();
const field = (schema: string, name: string) => model.schemas[schema]?.fields[name];

describe('the model of the documents', () => {
  it('has 51 operations of the Data API, 2 of its events and 7 of LMS Connect, each once', () => {
    const events = model.operations.filter((one) => one.path.startsWith('/events'));
    const ofLms = model.operations.filter((one) => one.document === 'lms-connect-v3.1');
    expect(events.map((one) => one.id)).to.deep.equal(['getEvents', 'getEvent']);
    expect(ofLms).to.have.length(7);
    expect(model.operations).to.have.length(51 + 2 + 7);
    expect(new Set(model.operations.map((one) => one.id)).size).to.equal(60);
    expect(new Set(model.operations.map((one) => `${one.document} ${one.method} ${one.path}`)).size).to.equal(
      60,
    );
    expect(model.operations.filter((one) => one.document === 'data-v2.0' && one.method !== 'GET')).to.be
      .empty;
  });

  it('pages 25 lists of the Data API and the events; the districts and LMS Connect page otherwise or not at all', () => {
    const paginated = model.operations.filter((one) => one.paginated);
    expect(paginated.filter((one) => one.record !== 'Event')).to.have.length(25);
    expect(paginated).to.have.length(26);
    expect(paginated.every((one) => one.answers === 'list')).to.equal(true);
    const listed = model.operations.filter((one) => one.answers === 'list' && !one.paginated);
    expect(listed.map((one) => one.id)).to.deep.equal(['getDistricts', 'getSubmissionsForAssignment']);
    expect(operation('getEvents')?.queryParams).to.include.members(['school', 'record_type']);
    expect(operation('getSubmissionsForAssignment')?.queryParams).to.deep.equal(['limit', 'cursor']);
  });

  it('sees through the envelopes to the record', () => {
    const shape = (id: string) => [operation(id)?.answers, operation(id)?.record, operation(id)?.requestBody];
    expect(shape('getStudentsForSection')).to.deep.equal(['list', 'Student', '']);
    expect(shape('getTermForSection')).to.deep.equal(['single', 'Term', '']);
    expect(shape('getSubmissionsForAssignment')).to.deep.equal(['list', 'LmsSubmission', '']);
    expect(shape('createAssignmentForSection')).to.deep.equal([
      'single',
      'LmsAssignment',
      'LmsNewAssignmentRequest',
    ]);
    expect(shape('updateSubmissionForAssignment')).to.deep.equal([
      'single',
      'LmsSubmission',
      'LmsSubmissionRequest',
    ]);
    expect(shape('deleteAssignmentForSection')).to.deep.equal(['none', '', '']);
    expect(operation('getSection')?.path).to.equal('/sections/{id}');
  });

  it('has the guaranteed fields of every record', () => {
    const expected: Record<string, string> = {
      Student: 'created credentials district id last_modified name school schools sis_id',
      Teacher: 'created district id last_modified name school schools sis_id',
      Section: 'created district id last_modified name school sis_id students subject teachers',
      School: 'created district id last_modified name principal school_number sis_id',
      District: 'error id launch_date name sis_type state',
      SchoolAdmin: 'credentials district email id name schools staff_id',
      DistrictAdmin: 'district email id',
      Contact: 'district id name students type',
      Course: 'district id',
      Term: 'district id',
      Name: '',
      AdminName: '',
      Location: '',
      Principal: '',
      // An optional object; its members are optional too.
      Credentials: '',
      Link: 'rel uri',
      Event: 'created data id type',
      DataError: '',
      PartialStudent: '',
      LmsAssignment: 'description id state title',
      LmsAssignmentRequest: '',
      LmsNewAssignmentRequest: 'description due_date title',
      LmsSubmission: 'assignment_id id state user_id',
      LmsAttachment: 'type',
      LmsGradingScaleEntry: 'name value',
    };
    for (const [schema, names] of Object.entries(expected)) {
      expect(guaranteed(schema), schema).to.deep.equal(names.split(' ').filter(Boolean));
    }
  });

  it('has every field of every record', () => {
    const counts: Record<string, number> = {
      Student: 20,
      Teacher: 13,
      Section: 16,
      School: 15,
      District: 11,
      SchoolAdmin: 8,
      DistrictAdmin: 5,
      Contact: 10,
      Course: 4,
      Term: 5,
      LmsAssignment: 21,
      LmsAssignmentRequest: 15,
      LmsAttachment: 7,
      LmsSubmission: 14,
      LmsSubmissionRequest: 9,
    };
    for (const [schema, count] of Object.entries(counts)) {
      expect(Object.keys(model.schemas[schema]?.fields ?? {}), schema).to.have.length(count);
    }
  });

  it('has the documented enums, with the empty string only where it is documented', () => {
    const grades = 'PreKindergarten Kindergarten 1 2 3 4 5 6 7 8 9 10 11 12 PostGraduate Other'.split(' ');
    expect(field('Student', 'grade')?.enum).to.deep.equal(grades);
    expect(field('Section', 'grade')?.enum).to.deep.equal(grades);
    expect(field('School', 'low_grade')?.enum).to.deep.equal(grades);
    expect(field('Student', 'gender')?.enum).to.deep.equal(['M', 'F', '']);
    expect(field('Student', 'race')?.enum).to.have.length(8).and.include('American Indian');
    expect(field('Section', 'subject')?.enum).to.have.length(11).and.include('homeroom/advisory');
    expect(field('District', 'state')?.enum).to.deep.equal([
      'running',
      'pending',
      'error',
      'paused',
      'success',
    ]);
    expect(field('Contact', 'type')?.enum).to.have.length(7).and.include('Parent/Guardian');
    expect(field('Contact', 'relationship')?.enum).to.include('Aunt/Uncle');
    expect(field('LmsAssignment', 'state')?.enum).to.deep.equal(['draft', 'scheduled', 'open', 'locked']);
    expect(field('LmsAssignment', 'submission_types')?.items?.enum).to.deep.equal([
      'link',
      'file',
      'text',
      'discussion',
    ]);
    expect(field('LmsSubmission', 'state')?.enum).to.deep.equal([
      'created',
      'submitted',
      'returned',
      'reclaimed',
    ]);
    expect(field('LmsAssignment', 'assignee_mode')?.enum).to.deep.equal(['all', 'individuals']);
  });

  it('knows what is validated and in what form', () => {
    expect(field('Student', 'dob')).to.include({
      validated: true,
      pattern: '^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$',
    });
    expect(field('Student', 'sis_id')?.validated).to.equal(false);
    expect(field('Student', 'schools')?.items).to.include({ validated: true, format: 'object-id' });
    expect(field('District', 'launch_date')).to.include({ validated: true, format: 'date-or-date-time' });
    expect(field('Term', 'end_date')?.format).to.equal('date-or-date-time');
    expect(field('Teacher', 'created')).to.include({ format: 'date-time', redact: 'instant' });
    expect(field('LmsAssignment', 'id')?.format).to.equal('uuid');
  });

  it('has the 30 event types, each with the schema of its record', () => {
    const variants = model.schemas.Event?.variants;
    expect(variants?.field).to.equal('type');
    expect(Object.keys(variants?.schemas ?? {})).to.have.length(30);
    expect(field('Event', 'type')?.enum).to.deep.equal(Object.keys(variants?.schemas ?? {}));
    expect(variants?.schemas['schooladmins.deleted']).to.equal('SchoolAdminsEvent');
    expect(field('SchoolAdminsEventData', 'object')?.ref).to.equal('PartialSchoolAdmin');
  });

  it('says of every leaf what a recording may keep', () => {
    const leaves = (of: FieldModel): readonly FieldModel[] =>
      of.items ? leaves(of.items) : of.ref || ['array', 'object'].includes(of.type) ? [] : [of];
    for (const [{ schemas }, name, schema] of [model, v30, v31].flatMap((of) =>
      Object.entries(of.schemas).map((entry) => [of, ...entry] as const),
    )) {
      for (const [key, value] of Object.entries(schema.fields)) {
        if (value.ref) expect(schemas, `${name}.${key}`).to.have.property(value.ref);
        for (const leaf of leaves(value)) expect(leaf.redact, `${name}.${key}`).to.be.a('string');
        // a value that is kept stands in a closed list, but for the name of a relation
        for (const leaf of leaves(value).filter((one) => one.redact === 'keep' && name !== 'RecordLink')) {
          expect(leaf.enum, `${name}.${key}`).to.be.an('array');
        }
      }
    }
    for (const [name, mark] of [
      ['first', 'name'],
      ['last', 'name'],
      ['middle', 'name'],
    ] as const) {
      expect(field('Name', name)?.redact).to.equal(mark);
    }
    expect(field('Student', 'email')?.redact).to.equal('email');
    expect(field('Student', 'dob')?.redact).to.equal('date');
    expect(field('Student', 'state_id')?.redact).to.equal('text');
    expect(field('Location', 'lat')?.redact).to.equal('text');
    expect(field('Student', 'schools')?.items?.redact).to.equal('id');
    expect(field('LmsSubmission', 'grade')?.redact).to.equal('number');
  });

  it('keeps no closed list of a record of the district or a role, nor of what a student hands in', () => {
    const others = /^(?:LmsSubmission|LmsSubmissionRequest|Disability|StudentRelationship)$/;
    const listed = [model, v30, v31].flatMap(({ schemas }) =>
      Object.entries(schemas).flatMap(([name, { fields }]) =>
        fields.district || fields.district_id || fields.legacy_id || others.test(name)
          ? Object.entries(fields).map(([key, value]) => [`${name}.${key}`, value.items ?? value] as const)
          : [],
      ),
    );
    const enums = listed.filter(([, leaf]) => leaf.enum);
    expect(enums.length).to.be.above(80);
    for (const [place, leaf] of enums) expect(leaf.redact, place).to.equal('category');
  });

  it('cannot be built from a document whose leaf has no mark', () => {
    const schemas = { Thing: { type: 'object', properties: { word: { type: 'string' } } } };
    const one = { servers: [], paths: {}, components: { schemas } };
    expect(() => buildModel(new Map([['x', one]]))).to.throw('Thing.word: x-redact');
  });

  it('cannot be built from two documents that mean different things by one name', () => {
    const thing = (redact: string) => ({
      servers: [],
      paths: {},
      components: {
        schemas: { Thing: { type: 'object', properties: { word: { type: 'string', 'x-redact': redact } } } },
      },
    });
    const both = (x: string, y: string) => () =>
      buildModel(
        new Map([
          ['x', thing(x)],
          ['y', thing(y)],
        ]),
      );
    expect(both('text', 'text')).not.to.throw();
    expect(both('text', 'name')).to.throw('Thing differs');
  });
});
