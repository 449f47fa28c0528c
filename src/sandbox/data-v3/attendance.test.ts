import { expect } from 'chai';
import { laterProfiles } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import { type Bench, createBench } from '../testing.ts';

describe('attendance in the sandbox', () => {
  let bench: Bench;
  let school: string;
  let section: { id: string; students: string[] };
  before(async () => {
    bench = createBench({ students: 130 });
    school = (await bench.idsOf('/v3.1/schools'))[0] ?? '';
    section = (await bench.ask('/v3.1/sections?limit=1')).json.data[0].data;
  });
  after(() => bench.sandbox.close());

  const api = apiFor(laterProfiles[1]);
  const rows = async (path: string) => (await bench.ask(path)).json.data;

  it('has each student of a school or section on each day of a week', async () => {
    for (const [operation, path, type] of [
      ['listAttendanceForSchool', `/v3.1/attendance/schools/${school}`, 'daily'],
      ['listAttendanceForSection', `/v3.1/attendance/sections/${section.id}`, 'section'],
    ] as const) {
      const page = (await bench.ask(`${path}?limit=1000`)).json;
      expect(api.validators.validateResponse(operation, 200, page)).to.deep.equal([]);
      const types = new Set(page.data.map((one: { attendance_type: string }) => one.attendance_type));
      expect([...types]).to.deep.equal([type]);
    }
    const all = await rows(`/v3.1/attendance/sections/${section.id}?limit=1000`);
    expect(all).to.have.length(5 * section.students.length);
  });

  it('is paged, and filtered by day and status', async () => {
    const path = `/v3.1/attendance/schools/${school}`;
    const all = await rows(`${path}?limit=1000`);
    const walked = [];
    for (let next: string | undefined = `${path}?limit=70`; next !== undefined; ) {
      const page: Awaited<ReturnType<Bench['ask']>> = await bench.ask(next);
      walked.push(...page.json.data);
      next = page.json.links?.find((link: { rel: string }) => link.rel === 'next')?.uri;
    }
    expect(walked).to.deep.equal(all);
    const wanted = (day: string, status: string) =>
      all.filter(
        (one: { attendance_date: string; attendance_status: string }) =>
          one.attendance_date === day && one.attendance_status === status,
      );
    const query = 'limit=1000&date_range_start=2025-12-17&date_range_end=2025-12-17&attendance_status=absent';
    const found = await rows(`${path}?${query}`);
    expect(found).to.not.have.length(0);
    expect(found).to.deep.equal(wanted('2025-12-17', 'absent'));
    expect((await bench.ask(`${path}?date_range_start=2026-02-01`)).json).to.deep.equal({ data: [] });
  });

  for (const [query, status] of [
    ['limit=1001', 413],
    ['date_range_start=monday', 400],
    ['attendance_status=asleep', 400],
  ] as const) {
    it(`?${query} returns ${status}`, async () => {
      expect((await bench.ask(`/v3.1/attendance/schools/${school}?${query}`)).status).to.equal(status);
    });
  }

  it('is not in v3.0, not for unknown schools, and not without the scope', async () => {
    expect((await bench.ask(`/v3.0/attendance/schools/${school}`)).status).to.equal(404);
    expect((await bench.ask(`/v3.1/attendance/schools/${section.id}`)).status).to.equal(404);
    const { token } = await bench.sandbox.setState('a token with {scopes}', { scopes: ['read:schools'] });
    const refused = await bench.ask(`/v3.1/attendance/schools/${school}`, { token: String(token) });
    expect(refused.json).to.deep.equal({ error: "Resource not in token's scopes" });
  });
});
