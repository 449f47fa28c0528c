import { expect } from 'chai';
import fc from 'fast-check';
import { laterProfiles } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import { type Bench, createBench } from '../testing.ts';
import { people, roleOf } from './ids.ts';
import { describedIn } from './translate.ts';

// biome-ignore lint/suspicious/noExplicitAny: records of any collection
type Json = any;

describe('users in the sandbox', () => {
  let bench: Bench;
  before(() => {
    bench = createBench({ students: 130 });
  });
  after(() => bench.sandbox.close());
  beforeEach(() => bench.sandbox.setState('everything is as seeded'));

  const all = async (path: string, token?: string): Promise<Json[]> => {
    const query = `${path.includes('?') ? '&' : '?'}limit=10000`;
    return (await bench.ask(path + query, token === undefined ? {} : { token })).json.data.map(
      (one: Json) => one.data,
    );
  };
  const ids = async (path: string, token?: string): Promise<string[]> =>
    (await all(path, token)).map((one) => one.id);
  const tokenFor = async (params: Record<string, unknown>) =>
    String((await bench.sandbox.setState('a token with {scopes}', params)).token);
  const rolesIn = (users: Json[]) => [...new Set(users.flatMap((one) => Object.keys(one.roles)))].sort();

  for (const collection of people) {
    it(`each of ${collection} is a user with that role and the same data`, async () => {
      const role = roleOf[collection];
      const users = await all(`/v3.1/users?role=${role}`);
      const records = await all(`/v2.0/${collection}`);
      const legacyId = (user: Json) => user.roles[role].legacy_id ?? user.id;
      expect(users.map(legacyId).sort()).to.deep.equal(records.map((one) => one.id).sort());
      for (const user of users) {
        const record = records.find((one) => one.id === legacyId(user));
        const { id, created, last_modified, email, name, ...rest } = record;
        if (collection === 'students') expect(user.roles.student).to.not.have.property('legacy_id');
        else expect(user.id).to.not.equal(id);
        expect(user.district).to.equal(record.district);
        const has = user.roles[role];
        for (const field of ['school', 'schools', 'grade', 'dob', 'title', 'staff_id', 'sis_id', 'phone'])
          expect(has[field], field).to.deep.equal(rest[field]);
        // Of an employee with two accounts, the first one tells who it is.
        if (people.map((one) => roleOf[one]).find((one) => user.roles[one]) !== role) continue;
        expect(user.email).to.equal(email);
        if (role === 'contact') expect(user.name).to.deep.equal({ last: name });
        else expect(user.name).to.deep.equal(name ?? { last: '' });
        if (created !== undefined) {
          expect([user.created, user.last_modified]).to.deep.equal([created, last_modified]);
        }
      }
    });
  }

  it('and all other records are in v3.0 as in v3.1, without what v3.1 added', async () => {
    const added =
      /"(?:lms_\w+|last_attendance_sync|last_lms_sync|frl_status|gifted_status|iep_status|section_504_status|home_\w+|disability|preferred_name|\w+_gpa)":/;
    const [older, newer] = laterProfiles.map(apiFor);
    for (const { name, type } of newer?.collections ?? []) {
      const [before, now] = [await all(`/v3.0/${name}`), await all(`/v3.1/${name}`)];
      expect(JSON.stringify(before)).to.not.match(added);
      if (['users', 'sections', 'districts'].includes(name)) expect(JSON.stringify(now)).to.match(added);
      // What an event is about depends on its type.
      if (name === 'events') continue;
      expect(before).to.deep.equal(now.map((one) => describedIn(older?.schemas ?? {}, type, one)));
    }
  });

  it('come in blocks, students first, and ascend', async () => {
    const users = await all('/v3.1/users');
    const firstOther = users.findIndex((one) => one.roles.student === undefined);
    expect(firstOther).to.equal(130);
    expect(rolesIn(users.slice(firstOther))).to.not.include('student');
  });

  it('have two roles if they are employees with two accounts, never as student or contact', async () => {
    const users = (await all('/v3.1/users')).filter((one) => Object.keys(one.roles).length > 1);
    expect(users.map((one) => Object.keys(one.roles).join(' ')).sort()).to.deep.equal([
      'district_admin staff',
      'staff teacher',
      'staff teacher',
    ]);
    const [user] = await all(`/v3.1/users?role=teacher`).then((list) =>
      list.filter((one: Json) => one.roles.staff),
    );
    expect(await ids('/v3.1/users?role=staff')).to.include(user.id);
    const [teaching] = await all(`/v3.1/users/${user.id}/sections`);
    expect(teaching.teachers).to.include(user.id);
  });

  it('contacts have one relationship for each student, who leads back to them', async () => {
    const contacts = await all('/v3.1/users?role=contact');
    const sizes = new Set(contacts.map((one) => one.roles.contact.student_relationships.length));
    expect([...sizes].sort()).to.deep.equal([1, 2]);
    const contact = contacts.find((one) => one.roles.contact.student_relationships.length === 2);
    const students = contact.roles.contact.student_relationships.map((one: Json) => one.student);
    expect(await ids(`/v3.1/users/${contact.id}/mystudents`)).to.deep.equal(students);
    for (const student of students)
      expect(await ids(`/v3.1/users/${student}/mycontacts`)).to.include(contact.id);
  });

  it('relations are consistent in both directions', async () => {
    const sections = await all('/v3.1/sections');
    const [section] = sections;
    expect(await ids(`/v3.1/sections/${section.id}/users`)).to.deep.equal(
      [...section.students, ...section.teachers].sort(),
    );
    expect(await ids(`/v3.1/sections/${section.id}/users?role=teacher`)).to.deep.equal(section.teachers);
    const [student] = section.students;
    const mine = sections.filter((one) => one.students.includes(student));
    expect(await ids(`/v3.1/users/${student}/sections`)).to.deep.equal(mine.map((one) => one.id));
    expect(await ids(`/v3.1/users/${student}/myteachers`)).to.deep.equal(
      [...new Set(mine.flatMap((one) => one.teachers))].sort(),
    );
    const taught = sections.filter((one) => one.teachers.includes(section.teacher));
    expect(await ids(`/v3.1/users/${section.teacher}/mystudents`)).to.deep.equal(
      [...new Set(taught.flatMap((one) => one.students))].sort(),
    );
    const over = (name: string, of: (one: Json) => boolean) =>
      [...new Set(sections.filter(of).flatMap((one) => one[name] ?? []))].sort();
    for (const [path, expected] of [
      [`courses/${section.course}/schools`, over('school', (one) => one.course === section.course)],
      [`terms/${section.term_id}/schools`, over('school', (one) => one.term_id === section.term_id)],
      [`schools/${section.school}/courses`, over('course', (one) => one.school === section.school)],
      [`schools/${section.school}/terms`, over('term_id', (one) => one.school === section.school)],
    ] as const)
      expect(await ids(`/v3.1/${path}`), path).to.deep.equal(expected);
  });

  it('primary leaves those whose own school it is, and gives that school', async () => {
    const [school] = await ids('/v3.1/schools');
    const everybody = await all(`/v3.1/schools/${school}/users`);
    const own = await all(`/v3.1/schools/${school}/users?primary=true`);
    const isOwn = ({ roles }: Json) => roles.student?.school === school || roles.teacher?.school === school;
    expect(own).to.deep.equal(everybody.filter(isOwn));
    expect(rolesIn(everybody)).to.include.members(['staff', 'student', 'teacher']);
    const guest = everybody.find((one) => one.roles.student && !isOwn(one));
    expect(await ids(`/v3.1/users/${guest.id}/schools`)).to.deep.equal(guest.roles.student.schools);
    expect(await ids(`/v3.1/users/${guest.id}/schools?primary=true`)).to.deep.equal([
      guest.roles.student.school,
    ]);
    const students = everybody.filter((one) => one.roles.student).map((one) => one.id);
    expect(await ids(`/v3.1/schools/${school}/users?role=student`)).to.deep.equal(students);
  });

  it('an unknown role has no users', async () => {
    expect(await ids('/v3.1/users?role=principal')).to.deep.equal([]);
  });

  it('count=true gives the number alone, other values nothing', async () => {
    for (const name of ['users', 'sections', 'schools', 'courses', 'terms', 'districts']) {
      const path = `/v3.1/${name}?count=true`;
      const count = (await ids(`/v3.1/${name}`)).length;
      expect((await bench.ask(path)).json).to.deep.equal({ count, links: [{ rel: 'self', uri: path }] });
    }
    const { data, links } = (await bench.ask('/v3.1/users?count=5')).json;
    expect(data).to.have.length(100);
    expect(links[0].uri).to.equal('/v3.1/users?count=5');
    expect((await bench.ask('/v3.1/resources?count=true')).json.data).to.have.length(7);
  });

  it('links are camelCase, and both spellings are served under the asked path', async () => {
    const relsOf = async (role: string) => {
      const id = (await ids(`/v3.1/users?role=${role}`)).at(-1);
      const { links } = (await bench.ask(`/v3.1/users/${id}`)).json;
      return links.map((one: Json) => one.rel).join(' ');
    };
    expect(await relsOf('student')).to.equal('self district sections myContacts myTeachers schools');
    expect(await relsOf('teacher')).to.equal('self district sections myStudents schools');
    expect(await relsOf('district_admin')).to.equal('self district');
    const [id] = await ids('/v3.1/users');
    for (const rel of ['myContacts', 'mycontacts']) {
      const path = `/v3.1/users/${id}/${rel}`;
      const { data, links } = (await bench.ask(path)).json;
      expect(data).to.not.have.length(0);
      expect(links).to.deep.equal([{ rel: 'self', uri: path }]);
    }
  });

  it('a token sees the users and roles of its scopes', async () => {
    const every = await all('/v3.1/users');
    for (const collection of people) {
      const token = await tokenFor({ scopes: [`read:${collection}`] });
      const role = roleOf[collection];
      const seen = await all('/v3.1/users', token);
      expect(seen.map((one) => one.id)).to.deep.equal(
        every.filter((one) => one.roles[role]).map((one) => one.id),
      );
      expect(rolesIn(seen)).to.deep.equal([role]);
      const hidden = every.find((one) => !one.roles[role]);
      expect((await bench.ask(`/v3.1/users/${hidden.id}`, { token })).status).to.equal(404);
    }
    const token = await tokenFor({ scopes: ['read:schools'] });
    expect((await bench.ask('/v3.1/users', { token })).status).to.equal(404);
    expect((await bench.ask('/v3.1/resources', { token })).json).to.deep.equal({ resources: [] });
  });

  it('a token of some schools sees the same people as in v2.0, and no reference dangles', async () => {
    const [school] = await ids('/v3.1/schools');
    const scopes = [...people, 'schools', 'sections', 'districts'].map((one) => `read:${one}`);
    const token = await tokenFor({ scopes, schools: [school] });
    const users = await all('/v3.1/users', token);
    for (const collection of people) {
      const role = roleOf[collection];
      const legacy = users.flatMap((one) => (one.roles[role] ? [one.roles[role].legacy_id ?? one.id] : []));
      expect(legacy.sort(), role).to.deep.equal(await ids(`/v2.0/${collection}`, token));
    }
    expect(users).to.have.length.below((await ids('/v3.1/users')).length);
    const seen = new Set(users.map((one) => one.id));
    for (const section of await all('/v3.1/sections', token))
      for (const id of [...section.students, ...section.teachers]) expect(seen).to.include(id);
    for (const { roles } of users) for (const id of roles.student?.schools ?? []) expect(id).to.equal(school);
    const isOwn = ({ roles }: Json) => roles.student?.school === school || roles.teacher?.school === school;
    expect(await ids(`/v3.1/schools/${school}/users?primary=true`, token)).to.deep.equal(
      users.filter(isOwn).map((one) => one.id),
    );
  });

  it('another district has users of its own and no content', async () => {
    const { token, student_id } = await bench.sandbox.setState('a token of another district');
    const foreign = await ids('/v3.1/users', String(token));
    expect(foreign).to.include(student_id);
    const ours = new Set(await ids('/v3.1/users'));
    expect(foreign.filter((one) => ours.has(one))).to.deep.equal([]);
    expect((await bench.ask(`/v3.1/users/${student_id}`)).status).to.equal(404);
    for (const path of ['/v3.1/resources', `/v3.1/users/${student_id}/resources`])
      expect((await bench.ask(path, { token: String(token) })).json).to.deep.equal({ resources: [] });
  });

  it('a page after any id has the users above it', async () => {
    const every = await ids('/v3.1/users');
    const hex = fc.integer({ min: 0, max: 0xffff_ffff }).map((n) => n.toString(16).padStart(8, '0'));
    const cursor = fc.oneof(
      fc.constantFrom(...every),
      fc.tuple(fc.constantFrom(...every), hex).map(([id, end]) => id.slice(0, 16) + end),
      fc.tuple(hex, hex, hex).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(cursor, fc.integer({ min: 1, max: 60 }), async (id, limit) => {
        bench.clock.advance(1000);
        const path = `/v3.0/users?limit=${limit}`;
        const page = (await bench.ask(`${path}&starting_after=${id}`)).json;
        expect(page.data.map((one: Json) => one.data.id)).to.deep.equal(
          every.filter((one) => one > id).slice(0, limit),
        );
        const back = (await bench.ask(`${path}&ending_before=${id}`)).json;
        expect(back.data.map((one: Json) => one.data.id)).to.deep.equal(
          every.filter((one) => one < id).slice(-limit),
        );
      }),
      { numRuns: 40 },
    );
  });
});
