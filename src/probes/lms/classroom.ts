import { sharedSections } from '../../../contracts/relations.ts';
import { UsageError } from '../../errors.ts';
import { isPathId, ownTitle } from '../../evidence/journal.ts';
import type { Members } from '../../exchange.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { Actor, ActorRequest, ProbeStep } from '../probe.ts';
import { idOf, itemsIn, memberOf, recordsIn, textsIn } from '../responses.ts';

/** A section to write to, and its students and teacher by role. Ids as in the Data API. */
export interface Classroom {
  readonly sectionId: string;
  /** One to three students of the section, in ascending order, who get the suite's assignments. */
  readonly assigned: readonly string[];
  /** A student of the section who gets no assignment. */
  readonly unassigned?: string;
  /** A student of another section. */
  readonly outsider?: string;
  /** A teacher of the section. */
  readonly graderId?: string;
  /** The target's own time when called, milliseconds since the Unix epoch. */
  readonly now: () => number;
}

/** Enough for pages of one and of two, few enough to read with a limit of 1. */
const maxAssigned = 3;
/** Sections to try before a create counts as refused. */
const maxSections = 3;
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** Characters that a page, a query and JSON each write in another way, and that have to come back as they were. */
export const awkwardText = `Q&A, 5 < 7, "so" it's 100 % \\ done`;
/** A file by its address, which leads to no worksheet. */
export const attachment = {
  type: 'file',
  title: `Worksheet ${awkwardText}`,
  description: 'For the lesson.',
  url: 'https://example.com/worksheet.pdf',
} as const;

/**
 * Sections to write to, the smallest with an unassigned student first, found through the Data API (LMS Connect has no
 * lists), or else in the sample assignment of a target with states. One to three requests.
 */
export async function findClassrooms(actor: Actor): Promise<readonly Classroom[]> {
  const exchange = await actor.send({ path: `${actor.roster.profile.prefix}${sharedSections}?limit=100` });
  const now = clockOf(exchange, actor);
  const sections = recordsIn(exchange)
    .filter((record) => isPathId(idOf(record)))
    .map((record) => ({
      id: String(record.id),
      students: textsIn(record.students).toSorted(),
      teacher: textsIn(record.teachers)[0],
    }));
  const everyone = sections.flatMap((one) => one.students);
  const rankOf = (count: number) => (count > maxAssigned ? count : 10_000 - count);
  const chosen = sections
    .filter((one) => one.students.length > 0)
    .sort((a, b) => rankOf(a.students.length) - rankOf(b.students.length))
    .slice(0, maxSections);
  if (chosen.length === 0 && actor.allows('states')) return await arrangedClassrooms(actor);
  return chosen.map(({ id, students, teacher }) => {
    const assigned = students.slice(0, Math.max(1, Math.min(maxAssigned, students.length - 1)));
    const unassigned = students[assigned.length];
    const outsider = everyone.find((one) => !students.includes(one));
    return {
      sectionId: id,
      assigned,
      ...(unassigned === undefined ? {} : { unassigned }),
      ...(outsider === undefined ? {} : { outsider }),
      ...(teacher === undefined ? {} : { graderId: teacher }),
      now,
    };
  });
}

/** An assignment that the suite created, and its paths. */
export interface Opened {
  readonly room: Classroom;
  /** Of the section's assignments, below the prefix. */
  readonly list: string;
  /** Of the assignment, below the prefix. */
  readonly path: string;
}

/**
 * Creates a valid assignment in the first section that accepts one: an LMS may not know every class of a district. A create
 * whose response was lost or is a 5xx is not repeated in another section.
 */
export async function openAssignment(
  actor: Actor,
  title: string,
  step?: ProbeStep,
): Promise<Opened | undefined> {
  return await openAssignmentIn(actor, await findClassrooms(actor), title, step);
}

/** The same in the first of these sections that accepts one. */
export async function openAssignmentIn(
  actor: Actor,
  rooms: readonly Classroom[],
  title: string,
  step: ProbeStep = { claim: 'data/operation-answers', case: 'createAssignmentForSection' },
): Promise<Opened | undefined> {
  for (const room of rooms) {
    const list = assignmentsOf(room);
    const body = goodAssignment(room, title);
    const exchange = await actor.send({ method: 'POST', path: list, body, step });
    const id = createdId(exchange);
    if (id !== undefined) return { room, list, path: `${list}/${id}` };
    const status = exchange.response?.status ?? 0;
    if (status < 400 || status > 499 || status === 429) return undefined;
  }
  return undefined;
}

/** Values of the state `an assignment exists`; `undefined` for a district without a class, where the state cannot be set up. */
export async function arrangedAssignment(actor: Actor): Promise<Members | undefined> {
  try {
    return await actor.state('an assignment exists');
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

async function arrangedClassrooms(actor: Actor): Promise<readonly Classroom[]> {
  const made = await arrangedAssignment(actor);
  if (!made) return [];
  const exchange = await actor.send({
    path: `/sections/${made.section_id}/assignments/${made.assignment_id}/submissions?limit=100`,
  });
  await actor.state('everything is as seeded');
  const listed = textsIn(itemsIn(exchange).map((one) => memberOf(one, 'user_id')));
  const room = classroomOf(made, listed, clockOf(exchange, actor));
  return room ? [room] : [];
}

/** The classroom of the state `an assignment exists`, from the values that the target returned. */
export function classroomOf(
  values: Members,
  listed: readonly string[],
  now: Classroom['now'],
): Classroom | undefined {
  const { section_id, user_id, unassigned_user_id, unenrolled_user_id, grader_id } = values;
  if (typeof section_id !== 'string' || typeof user_id !== 'string') return undefined;
  return {
    sectionId: section_id,
    assigned: listed.length > 0 ? listed.toSorted().slice(0, maxAssigned) : [user_id],
    ...(typeof unassigned_user_id === 'string' ? { unassigned: unassigned_user_id } : {}),
    ...(typeof unenrolled_user_id === 'string' ? { outsider: unenrolled_user_id } : {}),
    ...(typeof grader_id === 'string' ? { graderId: grader_id } : {}),
    now,
  };
}

/** A body that every documented check accepts: due in 300 days, for the chosen students only. */
export function goodAssignment(room: Classroom, title: string) {
  return {
    title: `${ownTitle}${title}`,
    description: 'Made by a conformance check, which deletes it again.',
    due_date: dueIn(room, 300 * dayMs),
    assignee_mode: 'individuals',
    assignee_ids: room.assigned,
    points_possible: 100,
    submission_types: ['text'],
  };
}

/** A due date so many milliseconds from the target's current time, as `YYYY-MM-DDThh:mm:ss.sssZ`. */
export function dueIn(room: Classroom, ms: number): string {
  return new Date(room.now() + ms).toISOString();
}

/** The collection of a section's assignments. */
export function assignmentsOf(room: Classroom): string {
  return `/sections/${room.sectionId}/assignments`;
}

/** Reads assignment and submissions, to detect a refused write that changed something. */
export async function readAll(actor: Actor, path: string): Promise<void> {
  const claim = 'lms/failed-write-changes-nothing';
  await actor.send({ path, step: { claim, case: 'assignment', role: 'look' } });
  await actor.send({
    path: `${path}/submissions?limit=100`,
    step: { claim, case: 'submissions', role: 'look' },
  });
}

/** Deletes the record of a create that should have been refused. */
export async function removeCreated(actor: Actor, exchange: ReadExchange): Promise<void> {
  const id = createdId(exchange);
  if (id !== undefined && exchange.request.method === 'POST')
    await actor.send({ method: 'DELETE', path: `${exchange.request.path}/${id}` });
}

/** Sends a request that should be refused, and deletes the record if it was created. */
export async function sendRefused(actor: Actor, request: ActorRequest): Promise<void> {
  await removeCreated(actor, await actor.send(request));
}

/** The id of the new record, if the create succeeded. */
export function createdId(exchange: ReadExchange): string | undefined {
  const status = exchange.response?.status ?? 0;
  const id = memberOf(memberOf(exchange.json, 'data'), 'id');
  return status >= 200 && status < 300 && typeof id === 'string' ? id : undefined;
}

/** The target's own clock, as its `Date` shows it; the suite's if the response has none. */
export function clockOf(exchange: ReadExchange, actor: Actor): Classroom['now'] {
  const ms = Date.parse(exchange.response?.headers.date ?? '');
  const aheadMs = Number.isNaN(ms) ? 0 : ms - actor.clock.now();
  return () => actor.clock.now() + aheadMs;
}
