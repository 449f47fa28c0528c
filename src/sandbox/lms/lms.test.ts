import { expect } from 'chai';
import { states } from '../../../contracts/states.ts';
import { goodBody, hourMs, outsider, setUp, students, teacher } from './testing.ts';

describe('LMS Connect: assignments', () => {
  it('a created assignment reads back equal', () => {
    const { send, list } = setUp();
    const body = {
      ...goodBody,
      points_possible: 12.5,
      max_attempts: 2,
      submission_types: ['link', 'text'],
      attachments: [{ type: 'link', title: 'a < b', url: 'https://files.example.org/?a&b' }],
      term_id: 't',
      start_date: '2026-01-06',
    };
    const made = send('POST', list, body);
    expect(made).to.include({ status: 200, contentType: 'application/json' });
    expect(made.data).to.deep.equal({
      ...body,
      created: '2026-01-05T12:00:00.000Z',
      grading_type: 'points',
      id: made.data.id,
      last_modified: '2026-01-05T12:00:00.000Z',
      start_date: '2026-01-06T00:00:00.000Z',
      state: 'scheduled',
    });
    expect(made.data.id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(send('GET', `${list}/${made.data.id}`).body).to.equal(made.body);
    expect(made.body).to.contain('a \\u003c b').and.contain('?a\\u0026b').and.not.contain('null');
  });

  it('ids follow from the seed, differ among each other, and start over after a reset', () => {
    const first = setUp();
    const second = setUp();
    const ids = [first.make(), first.make()];
    expect(new Set(ids).size).to.equal(2);
    expect([second.make(), second.make()]).to.deep.equal(ids);
    first.lms.reset();
    expect(first.send('GET', ids[0] ?? '')).to.include({ status: 404, message: 'Assignment does not exist' });
    expect(first.make()).to.equal(ids[0]);
  });

  it('a PATCH changes the members it contains, and ignores null', () => {
    const { send, make, clock } = setUp();
    const path = make({ points_possible: 10 });
    clock.nowMs += hourMs;
    const before = send('GET', path).data;
    const after = send('PATCH', path, { title: 'New', points_possible: null }).data;
    expect(after).to.deep.equal({ ...before, title: 'New', last_modified: '2026-01-05T13:00:00.000Z' });
    expect(send('GET', path).data).to.deep.equal(after);
  });

  it('a deleted assignment is gone, and deleting it again returns 404', () => {
    const { send, make, rows } = setUp();
    const path = make();
    expect(send('PATCH', `${path}/submissions/${students[0]}`, { grade: 'A' }).status).to.equal(200);
    expect(send('DELETE', path)).to.include({ status: 200, body: '' });
    expect(rows()).to.equal('[[],[]]');
    for (const [method, body] of [['GET'], ['PATCH', '{}'], ['DELETE']] as const)
      expect(send(method, path, body)).to.include({ status: 404, message: 'Assignment does not exist' });
    expect(send('GET', `${path}/submissions`).status).to.equal(404);
  });

  it('the state follows the dates', () => {
    const { send, make, clock } = setUp();
    const path = make({ display_date: '2026-01-06T00:00:00Z', end_date: '2026-02-02T00:00:00Z' });
    const seen = ['2026-01-05T23:59:59Z', '2026-01-06', '2026-02-01T12:00Z', '2026-02-02'].map((time) => {
      clock.nowMs = Date.parse(time);
      return send('GET', path).data.state;
    });
    expect(seen).to.deep.equal(['scheduled', 'open', 'open', 'locked']);
  });

  it('ids are compared without regard to case', () => {
    const { send, make } = setUp();
    expect(
      send(
        'GET',
        make().replace(/[^/]+$/, (one) => one.toUpperCase()),
      ).status,
    ).to.equal(200);
  });
});

describe('LMS Connect: submissions', () => {
  it('every assigned student has one, in ascending order', () => {
    const { send, make } = setUp();
    const { data, links } = send('GET', `${make()}/submissions`);
    expect((data as unknown as { user_id: string }[]).map((one) => one.user_id)).to.deep.equal(
      students.toSorted(),
    );
    expect(links).to.equal(undefined);
    const some = make({ assignee_mode: 'individuals', assignee_ids: [students[0], outsider] });
    expect(send('GET', `${some}/submissions`).data).to.have.lengthOf(1);
  });

  it('following next visits each once, and the limit stays', () => {
    const { send, make } = setUp();
    const path = make();
    const seen: string[] = [];
    let next: string | undefined = `/v3.1${path}/submissions?limit=2`;
    let pages = 0;
    while (next !== undefined) {
      const page = send('GET', next.slice('/v3.1'.length));
      seen.push(...(page.data as unknown as { user_id: string }[]).map((one) => one.user_id));
      const links = page.links as { rel: string; uri: string }[] | undefined;
      next = links?.[0]?.uri;
      if (links) expect(links.map((one) => one.rel)).to.deep.equal(['next']);
      if (next) expect(next).to.match(/^\/v3\.1\/sections\/[^?]+\/submissions\?limit=2&cursor=[\w-]+$/);
      pages++;
    }
    expect(seen).to.deep.equal(students.toSorted());
    expect(pages).to.equal(3);
  });

  it('a cursor is valid for two hours and its own assignment, and cannot be forged', () => {
    const { send, make, clock } = setUp();
    const [path, other] = [make(), make()];
    const [link] = send('GET', `${path}/submissions?limit=1`).links as { uri: string }[];
    const cursor = link?.uri.split('cursor=')[1];
    const ask = (of: string, with_ = cursor) => send('GET', `${of}/submissions?cursor=${with_}`);
    expect(ask(other)).to.include({ status: 400, message: 'invalid cursor' });
    expect(ask(path, 'abc')).to.include({ status: 400, message: 'invalid cursor' });
    clock.nowMs += 2 * hourMs;
    expect(ask(path).data).to.have.lengthOf(4);
    clock.nowMs += 1;
    expect(ask(path)).to.include({ status: 400, message: 'cursor has expired' });
  });

  const limits: readonly (readonly [string, number, string?])[] = [
    ['1', 200],
    ['100', 200],
    ['+5', 200],
    ['0', 400, 'limit in query should be greater than or equal to 1'],
    ['-1', 400, 'limit in query should be greater than or equal to 1'],
    ['101', 400, 'limit in query should be less than or equal to 100'],
    ['', 400, 'strconv.ParseInt: parsing "": invalid syntax'],
    ['ten', 400, 'strconv.ParseInt: parsing "ten": invalid syntax'],
    ['1.5', 400, 'strconv.ParseInt: parsing "1.5": invalid syntax'],
    ['9223372036854775808', 400, 'strconv.ParseInt: parsing "9223372036854775808": value out of range'],
    ['9'.repeat(30), 400, `strconv.ParseInt: parsing "${'9'.repeat(30)}": value out of range`],
  ];
  for (const [limit, status, message] of limits) {
    it(`limit=${limit} returns ${status} ${message ?? ''}`, () => {
      const { send, make } = setUp();
      expect(send('GET', `${make()}/submissions?limit=${encodeURIComponent(limit)}`)).to.include({
        status,
        message,
      });
    });
  }

  it('a grade reads back, a zero too, and a second one overwrites the first', () => {
    const { send, make, clock } = setUp();
    const path = `${make()}/submissions/${students[0]}`;
    const before = send('GET', path).data;
    expect(before).to.include({
      state: 'created',
      user_id: students[0],
      last_modified: '2026-01-05T12:00:00.000Z',
    });
    clock.nowMs += hourMs;
    const grade = { grade: 'B', grade_points: 0, grader_id: teacher, flags: ['late'], extra_attempts: 1 };
    const graded = send('PATCH', path, { ...grade, grade_comment: 'Good.' }).data;
    const last_modified = '2026-01-05T13:00:00.000Z';
    expect(graded).to.deep.equal({ ...before, ...grade, grade_comment: 'Good.', last_modified });
    const again = send('PATCH', path, { grade: 'A', grade_points: 9.5 }).data;
    expect(again).to.deep.equal({ ...graded, grade: 'A', grade_points: 9.5 });
    expect(send('GET', path).data).to.deep.equal(again);
  });

  it('a student who leaves the section has no submission any more', () => {
    const roster = { students: [...students], teachers: [teacher] };
    const { send, make } = setUp({ section: () => roster });
    const path = `${make()}/submissions/${students[0]}`;
    expect(send('GET', path).status).to.equal(200);
    roster.students.shift();
    expect(send('GET', path)).to.include({ status: 404, message: 'User not found' });
  });
});

describe('LMS Connect: states', () => {
  it('an assignment exists: every id has its role', () => {
    const { lms, send } = setUp();
    const made = lms.setState('an assignment exists', {}) as Record<string, string>;
    const definition = states.find((one) => one.name === 'an assignment exists');
    expect(Object.keys(made)).to.deep.equal(definition?.returns);
    const path = `/sections/${made.section_id}/assignments/${made.assignment_id}`;
    expect(send('GET', path).data).to.include({ state: 'open', assignee_mode: 'individuals' });
    expect(send('GET', `${path}/submissions/${made.user_id}`).status).to.equal(200);
    expect(students).to.include(made.unassigned_user_id);
    expect(students).to.not.include(made.unenrolled_user_id);
    for (const user of [made.unassigned_user_id, made.unenrolled_user_id])
      expect(send('GET', `${path}/submissions/${user}`)).to.include({
        status: 404,
        message: 'User not found',
      });
    expect(
      send('PATCH', `${path}/submissions/${made.user_id}`, { grader_id: made.grader_id }).status,
    ).to.equal(200);
  });

  it('without a section that has students there is no such state', () => {
    expect(setUp({ firstSection: () => '' }).lms.setState('an assignment exists', {})).to.equal(undefined);
  });

  it('the LMS requires a field until the reset', () => {
    const { lms, send, list } = setUp();
    expect(lms.setState('the LMS requires {field}', { field: 'points_possible' })).to.deep.equal({});
    expect(send('POST', list, goodBody)).to.include({ status: 400, message: 'MISSING_REQUIRED_FIELD' });
    expect(send('POST', list, { ...goodBody, points_possible: 0 }).status).to.equal(200);
    lms.reset();
    expect(send('POST', list, goodBody).status).to.equal(200);
  });

  it('an assignment can be deleted, and states of other APIs are ignored', () => {
    const { lms, send, make } = setUp();
    const path = make();
    expect(lms.setState('the record {id} is deleted', { id: path.split('/').at(-1) })).to.deep.equal({});
    expect(send('GET', path).status).to.equal(404);
    expect(lms.setState('the record {id} is deleted', { id: students[0] })).to.equal(undefined);
    expect(lms.setState('the clock moves {seconds}', { seconds: 1 })).to.equal(undefined);
  });
});

describe('LMS Connect: storage', () => {
  it('a write that fails half-way leaves nothing behind, inside a transaction of the caller too', () => {
    const { db, send, make, list, rows } = setUp();
    make();
    const before = rows();
    db.exec(`CREATE TRIGGER broken BEFORE INSERT ON lms_assignments BEGIN SELECT RAISE(ABORT, 'full'); END`);
    expect(() => send('POST', list, goodBody)).to.throw('full');
    db.exec('BEGIN');
    expect(() => send('POST', list, goodBody)).to.throw('full');
    db.exec('COMMIT; DROP TRIGGER broken');
    expect(rows()).to.equal(before);
    const other = setUp();
    other.make();
    expect(make()).to.equal(other.make());
  });

  it('a second LMS on the same database continues where the first ended', () => {
    const first = setUp();
    const path = first.make();
    const second = setUp({}, first.db);
    expect(second.send('GET', path).status).to.equal(200);
    expect(second.make()).to.not.equal(path);
  });
});
