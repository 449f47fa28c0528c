import type { Draft } from '../data/schema.ts';
import { relations } from '../data/schema.ts';
import { type Answer, json } from '../http/answer.ts';
import type { UrlParts } from '../http/bodies.ts';
import { dataError, type Paging, pageLinks, readQuery } from '../http/wire.ts';
import { randomOf } from './added.ts';
import type { Hop } from './paths.ts';

/** Whose attendance is served: the students of a school or of a section. */
export const groups: Readonly<Record<string, Hop | undefined>> = {
  schools: [relations.studentSchool, 'b'],
  sections: [relations.sectionStudent, 'a'],
};

/** The last week of school before virtual time begins. */
const days = ['2025-12-15', '2025-12-16', '2025-12-17', '2025-12-18', '2025-12-19'];
const statuses = ['present', 'absent', 'tardy'];
const limits = { default: 100, max: 1000 };

/** Attendance of these students on each day; `place` has the ids of school and section. */
export function attendanceAnswer(
  url: UrlParts,
  seed: number,
  { students, place }: { students: readonly string[]; place: Draft },
): Answer {
  const query = readQuery(url.search, limits);
  if ('status' in query) return query;
  const [start = '', end = '9999-12-31'] = ['date_range_start', 'date_range_end'].map(
    (name) => query.params.get(name) ?? undefined,
  );
  const broken = [start, end].find((one) => one !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(one));
  if (broken !== undefined) return dataError(400, 'Could not parse the date range: YYYY-MM-DD is expected');
  const status = query.params.get('attendance_status');
  if (status !== null && !statuses.includes(status))
    return dataError(400, `Could not parse attendance_status: one of ${statuses.join(', ')} is expected`);

  const entries = days
    .filter((day) => start <= day && day <= end)
    .flatMap((day) =>
      students.map((student) => ({
        cursor: cursorOf(day, student),
        entry: entryOf(seed, day, student, place),
      })),
    )
    .filter(({ entry }) => status === null || entry.attendance_status === status)
    .sort((a, b) => (a.cursor < b.cursor ? -1 : 1));
  const page = pageOf(entries, query.paging);
  const [first, last] = [page[0]?.cursor, page.at(-1)?.cursor];
  if (first === undefined || last === undefined) return json(200, { data: [] });
  const links = pageLinks(url.path, url.search, query, { count: page.length, first, last });
  return json(200, { data: page.map((one) => one.entry), links });
}

/** Entries have no id of their own. The cursor of one has its form, and ascends with the day and then with the student. */
function cursorOf(day: string, student: string): string {
  return day.replaceAll('-', '') + student.slice(0, 8) + student.slice(-8);
}

function pageOf<T extends { readonly cursor: string }>(
  entries: readonly T[],
  { cursor, limit }: Paging,
): readonly T[] {
  if (cursor === undefined) return entries.slice(0, limit);
  if (cursor.kind === 'last') return entries.slice(-limit);
  return cursor.kind === 'after'
    ? entries.filter((one) => one.cursor > cursor.id).slice(0, limit)
    : entries.filter((one) => one.cursor < cursor.id).slice(-limit);
}

function entryOf(seed: number, day: string, student: string, place: Draft): Draft {
  const random = randomOf(seed + Number(day.slice(-2)), student);
  const status = random.oneIn(12) ? 'absent' : random.oneIn(15) ? 'tardy' : 'present';
  return {
    attendance_date: day,
    attendance_status: status,
    attendance_type: 'section_id' in place ? 'section' : 'daily',
    created: `${day}T16:00:00.000Z`,
    ...(status === 'absent' && random.oneIn(2) ? { excuse_code: 'ILL' } : {}),
    last_modified: `${day}T20:30:00.000Z`,
    ...place,
    ...(random.oneIn(3) ? {} : { sis_id: `a${day.slice(-2)}${student.slice(-6)}` }),
    student_id: student,
  };
}
