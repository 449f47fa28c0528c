import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { model as v30 } from '../../generated/models/data-v3.0.ts';
import { model as v31 } from '../../generated/models/data-v3.1.ts';
import type { ApiModel, FieldModel } from '../../openapi/model-types.ts';
import type { OpenApiDocument } from '../../tools/generate/schema.ts';

/**
 * Each field with the schema of its object or what a recording may keep. `!`: guaranteed. `*`: validated. `+`: new in v3.1.
 * `?`: in no description of the API itself, but recorded, or named elsewhere.
 */
const fields: Readonly<Record<string, string>> = {
  User: `created:instant!* district:id!* email:email id:id!* last_modified:instant!* lms_status:LmsStatus+ name:Name!
    roles:Roles!`,
  Roles: 'contact:Contact district_admin:DistrictAdmin staff:Staff student:Student teacher:Teacher',
  Name: 'first:name last:name! middle:name',
  Student: `created:instant* credentials:Credentials! disability:Disability+ dob:date* ell_status:category* email:email?
    enrollments:SchoolEnrollment[]!* ext:drop frl_status:category*+ gender:category* gifted_status:category*+
    grade:category* graduation_year:number* hispanic_ethnicity:category* home_language:category*+
    home_language_code:category*+ iep_status:text+ last_modified:instant* legacy_id:id* location:Location
    preferred_name:PreferredName+ race:category* school:id!* schools:id[]!* section_504_status:category*+ sis_id:text!
    state_id:text student_number:text unweighted_gpa:text?+ weighted_gpa:text?+`,
  Disability: 'disability_code:category+ disability_status:category+ disability_type:category+',
  PreferredName: 'first:name+ last:name+ middle:name+',
  SchoolEnrollment: 'end_date:date* school:id!* start_date:date*',
  Location: 'address:text city:text lat:text lon:text state:text zip:text',
  Credentials: 'district_username:text!',
  Teacher: `created:instant* credentials:PartialCredentials district:id* ext:drop last_modified:instant* legacy_id:id!*
    name:PartialName school:id!* schools:id[]!* sis_id:text! state_id:text teacher_number:text title:text`,
  Staff: `credentials:PartialCredentials department:text ext:drop legacy_id:id!* roles:text[]* schools:id[]!*
    staff_id:text! title:text`,
  DistrictAdmin: 'legacy_id:id!* title:text',
  Contact: `legacy_id:id!* phone:text phone_type:category* sis_id:text
    student_relationships:StudentRelationship[]!*`,
  StudentRelationship: 'relationship:category* student:id!* type:category*',
  School: `created:instant!* district:id!* ext:drop high_grade:category* id:id!* last_modified:instant!*
    location:Location low_grade:category* mdr_number:text name:name! nces_id:text phone:text principal:Principal!
    school_number:text! sis_id:text! state_id:text`,
  Principal: 'email:email name:name',
  Section: `course:id* created:instant!* district:id!* ext:drop grade:category* id:id!* last_modified:instant!*
    lms_status:LmsStatus+ name:name! period:text school:id!* section_number:text sis_id:text! students:id[]!*
    subject:category* teacher:id* teachers:id[]!* term_id:id*`,
  LmsStatus: 'synced_in_lms:category+',
  Course: 'district:id!* id:id!* name:name number:text',
  Term: 'district:id!* end_date:calendar* id:id!* name:name start_date:calendar*',
  District: `district_contact:DistrictContact! error:text id:id!* last_attendance_sync:calendar*+
    last_lms_sync:calendar?+ last_sync:calendar* launch_date:calendar!* lms_matched_percentage:drop?+
    lms_state:keep*+ lms_type:keep*+ login_methods:text[]!* mdr_number:text name:name! nces_id:text pause_end:calendar*
    pause_start:calendar* portal_url:url! sis_type:text!* state:keep*`,
  DistrictContact: 'district:id* email:email id:id* name:PartialName title:text*',
  Resource: `created:instant district:id! id:id! resource_id:text! roles:category[]! title:name! updated:instant`,
  Attendance: `attendance_date:instant!+ attendance_status:category!+ attendance_type:category!+ created:instant!+
    district_id:id!+ excuse_code:text+ last_modified:instant!+ school_id:id!+ section_id:id+ sis_id:text+ student_id:id!+`,
  Me: 'authorized_by:text district:id! id:id! type:text!',
  CountResponse: 'count:number! links:Link[]!',
};

/** What the table says of a field. */
function written(field: FieldModel): string {
  const kind = field.ref ?? field.items?.redact ?? field.redact;
  return `${kind}${field.type === 'array' ? '[]' : ''}${field.guaranteed ? '!' : ''}${field.validated ? '*' : ''}`;
}
const fieldsOf = (model: ApiModel, schema: string) =>
  Object.entries(model.schemas[schema]?.fields ?? {}).map(([name, field]) => `${name}:${written(field)}`);
const rows = (schema: string) => (fields[schema] ?? '').split(/\s+/);
const field = (schema: string, name: string) => v31.schemas[schema]?.fields[name];

describe('the fields of Data API v3.1', () => {
  it('are those of the table, each guaranteed, validated and redacted as it says', () => {
    for (const schema of Object.keys(fields)) {
      expect(fieldsOf(v31, schema), schema).to.have.members(
        rows(schema).map((row) => row.replace(/[?+]/g, '')),
      );
    }
  });

  it('are in v3.0 too, but for those that are new', () => {
    for (const schema of Object.keys(fields)) {
      const old = rows(schema).filter((row) => !row.endsWith('+'));
      expect(fieldsOf(v30, schema), schema).to.have.members(old.map((row) => row.replace('?', '')));
    }
    const removed = Object.keys(v31.schemas).filter((name) => !v30.schemas[name]);
    expect(removed).to.have.members(
      'LmsStatus Disability PreferredName Attendance AttendanceResponse'.split(' '),
    );
    expect(Object.keys(v31.schemas)).to.include.members(Object.keys(v30.schemas));
    for (const [name, { fields: old }] of Object.entries(v30.schemas)) {
      for (const [key, value] of Object.entries(old)) {
        expect(v31.schemas[name]?.fields[key], `${name}.${key}`).to.deep.equal(value);
      }
    }
  });

  it('are all optional in what an event has, at every depth of the record', () => {
    const visit = (schema: string, seen: Set<string>): void => {
      if (seen.has(schema)) return;
      seen.add(schema);
      for (const [name, one] of Object.entries(v31.schemas[schema]?.fields ?? {})) {
        expect(one.guaranteed, `${schema}.${name}`).to.equal(false);
        // The items of a list are whole.
        if (one.ref && one.type === 'object') visit(one.ref, seen);
      }
    };
    for (const record of 'Course District Resource School Section Term User'.split(' ')) {
      visit(`Partial${record}`, new Set());
      expect(Object.keys(v31.schemas[`Partial${record}`]?.fields ?? {}), record).to.have.members(
        Object.keys(v31.schemas[record]?.fields ?? {}),
      );
    }
  });

  it('have the documented lists of values', () => {
    const grades =
      'InfantToddler Preschool PreKindergarten TransitionalKindergarten Kindergarten 1 2 3 4 5 6 7 8 9 10 11 12 13 PostGraduate Ungraded Other';
    for (const [schema, name] of [
      ['Student', 'grade'],
      ['Section', 'grade'],
      ['School', 'low_grade'],
      ['School', 'high_grade'],
    ] as const) {
      expect(field(schema, name)?.enum, `${schema}.${name}`).to.deep.equal([...grades.split(' '), '']);
    }
    const lists: Readonly<Record<string, readonly [number, ...string[]]>> = {
      'Student.home_language': [152, 'Haitian Creole', 'Kurdish (Sorani)', 'Other', 'Zulu'],
      'Student.home_language_code': [152, 'eng', 'other', 'zul'],
      'Student.gender': [4, 'X', ''],
      'Student.race': [8, 'American Indian', 'Two or More Races'],
      'Student.frl_status': [5, 'Other', ''],
      'Student.gifted_status': [3, 'Y', ''],
      'Student.section_504_status': [3, 'N', ''],
      'Disability.disability_code': [15, 'ohi', 'other', ''],
      'Disability.disability_type': [15, 'Other', 'Other health impairment', ''],
      'Contact.phone_type': [5, 'Cell', ''],
      'StudentRelationship.relationship': [7, 'Aunt/Uncle', ''],
      'StudentRelationship.type': [7, 'Parent/Guardian', ''],
      'Section.subject': [12, 'PE and health', ''],
      'District.state': [6, 'paused', ''],
      'District.lms_state': [7, 'initial_sync_processing', ''],
      'District.lms_type': [4, 'google_classroom', ''],
      'Attendance.attendance_status': [3, 'tardy'],
      'Attendance.attendance_type': [2, 'daily'],
    };
    for (const [place, [count, ...some]] of Object.entries(lists)) {
      const [schema = '', name = ''] = place.split('.');
      expect(new Set(field(schema, name)?.enum).size, place).to.equal(count);
      expect(field(schema, name)?.enum, place).to.have.length(count).and.include.members(some);
    }
    expect(field('Resource', 'roles')?.items?.enum).to.deep.equal(['teacher', 'student']);
  });

  it('have the documented forms', () => {
    const formats: Readonly<Record<string, string>> = {
      'date-time': 'User.created User.last_modified District.last_sync District.pause_end Resource.updated',
      'date-or-date-time':
        'District.launch_date Term.end_date SchoolEnrollment.start_date Attendance.attendance_date',
      'object-id': 'User.id Student.school Teacher.legacy_id StudentRelationship.student Section.term_id',
    };
    for (const [format, places] of Object.entries(formats)) {
      for (const place of places.split(' ')) {
        const [schema = '', name = ''] = place.split('.');
        expect(field(schema, name)?.format, place).to.equal(format);
      }
    }
    expect(field('Student', 'dob')?.pattern).to.equal('^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$');
    expect(field('Section', 'students')?.items).to.include({ format: 'object-id', validated: true });
  });

  it('have a name in v3.0 for each component that it uses, and no other', () => {
    const file = join(import.meta.dirname, '../../generated/openapi/data-v3.0.json');
    const text = readFileSync(file, 'utf8');
    const { components, ...document } = JSON.parse(text) as OpenApiDocument & { info: { version: string } };
    expect(document.info.version).to.equal('3.0.0');
    expect(text).not.to.match(/\/v(?:2\.0|3\.1)\b/);
    for (const [kind, named] of Object.entries(components)) {
      for (const name of Object.keys(named)) {
        if (kind === 'securitySchemes') continue;
        expect(text, `${kind}/${name}`).to.include(`"#/components/${kind}/${name}"`);
      }
    }
  });
});
