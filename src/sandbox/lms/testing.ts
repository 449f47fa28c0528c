import { DatabaseSync } from 'node:sqlite';
import { createLms, type LmsCaller, type LmsRoster } from './lms.ts';

/** Start of the test clock, epoch milliseconds. */
export const startMs = Date.UTC(2026, 0, 5, 12);
export const hourMs = 3_600_000;
const id = (kind: string, number: number) => `60a0000000000000000${kind}${String(number).padStart(2, '0')}`;
/** The only section. */
export const sectionId = id('400', 1);
/** Its students, deliberately unsorted. */
export const students = [5, 1, 4, 2, 3].map((number) => id('300', number));
/** Its teacher. */
export const teacher = id('200', 1);
/** A student of the district who is not in the section. */
export const outsider = id('300', 9);
/** A well-formed id that does not exist. */
export const unknownId = 'b'.repeat(24);
/** A body that is accepted. */
export const goodBody = {
  title: 'Essay',
  description: 'Write one.',
  due_date: '2026-02-01T00:00:00.000Z',
  assignee_mode: 'all',
};

/** One LMS with its own database and a clock that the test moves. */
export function setUp(roster: Partial<LmsRoster> = {}, db = new DatabaseSync(':memory:')) {
  const clock = { nowMs: startMs, now: () => clock.nowMs };
  const section = { students, teachers: [teacher] };
  const lms = createLms({
    db,
    clock,
    seed: 1,
    roster: {
      section: (one) => (one === sectionId ? section : undefined),
      isPerson: (one) => [...students, teacher, outsider].includes(one),
      firstSection: () => sectionId,
      someoneOutside: () => outsider,
      ...roster,
    },
  });
  const send = (method: string, path: string, body: unknown = '', caller: LmsCaller = 'granted') => {
    const [pathname = '', query = ''] = path.split('?');
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = lms.handle({
      method,
      path: pathname,
      query: new URLSearchParams(query),
      body: text,
      caller,
    });
    const json: unknown = answer.body.startsWith('{') ? JSON.parse(answer.body) : undefined;
    const { data, links, message } = (json ?? {}) as Record<string, unknown>;
    return { ...answer, data: data as Record<string, unknown>, links, message };
  };
  const list = `/sections/${sectionId}/assignments`;
  const make = (body: object = {}) => `${list}/${send('POST', list, { ...goodBody, ...body }).data.id}`;
  const rows = () =>
    JSON.stringify([
      db.prepare('SELECT * FROM lms_assignments ORDER BY id').all(),
      db.prepare('SELECT * FROM lms_submissions ORDER BY assignment_id, user_id').all(),
    ]);
  return { lms, db, clock, send, list, make, rows };
}
