import { malformedId, unknownAssignment, unknownId, unknownSection } from '../../../contracts/made-up-ids.ts';
import type { LmsOperationCase } from '../../../contracts/steps/lms-errors.ts';
import type { Actor, Probe } from '../probe.ts';
import {
  assignmentsOf,
  findClassrooms,
  goodAssignment,
  openAssignment,
  readAll,
  sendRefused,
} from './classroom.ts';

/** Never issued. */
const madeUpToken = 'clever-conformance-made-up-token';
/** Authorization headers that name no token of the API. */
const oddTokens = [
  ['an empty token', 'Bearer '],
  ['another scheme', `Basic ${Buffer.from(`${madeUpToken}:`).toString('base64')}`],
] as const;
/** Ids that no assignment can have: they are UUIDs. */
const malformedIds = [
  ['a word', malformedId],
  ['a number', '123'],
  ['almost a UUID', 'g0000000-0000-4000-8000-000000000000'],
] as const;

/** Errors of reads at any target: requests an assignment that does not exist, since none may be created. */
const readingProbe: Probe = {
  name: 'lms-errors/callers-reading',
  api: 'lms',
  provokes: ['lms-errors/no-token', 'lms-errors/invalid-token', 'lms-errors/invalid-assignment-id'],
  needs: [],
  run: async (actor) => {
    // The next probe does the same with an assignment that the suite created.
    if (actor.allows('writes')) return;
    const [room] = await findClassrooms(actor);
    const list = room ? assignmentsOf(room) : `/sections/${unknownSection}/assignments`;
    const user = room?.assigned[0] ?? unknownId;
    await refuseCallers(actor, readsOf({ list, path: `${list}/${unknownAssignment}`, user }));
    if (room) await readMalformedIds(actor, list);
  },
};

/** The same errors, with reads and writes of an assignment that the suite created. */
const writingProbe: Probe = {
  name: 'lms-errors/callers-writing',
  api: 'lms',
  provokes: [
    'lms-errors/no-token',
    'lms-errors/invalid-token',
    'lms-errors/invalid-assignment-id',
    'lms/failed-write-changes-nothing',
  ],
  needs: ['writes'],
  run: async (actor) => {
    const opened = await openAssignment(actor, 'for callers');
    if (!opened) return;
    const { room, list, path } = opened;
    const user = room.assigned[0] ?? unknownId;
    await readAll(actor, path);
    await refuseCallers(
      actor,
      [
        ...readsOf({ list, path, user }),
        {
          case: 'update a submission',
          method: 'PATCH',
          path: `${path}/submissions/${user}`,
          body: { grade: '70' },
        },
        { case: 'update', method: 'PATCH', path, body: { title: 'clever-conformance by an unknown caller' } },
        { case: 'create', method: 'POST', path: list, body: goodAssignment(room, 'by an unknown caller') },
        { case: 'delete', method: 'DELETE', path },
      ],
      () => readAll(actor, path),
    );
    await readMalformedIds(actor, list);
    await actor.send({ method: 'DELETE', path });
  },
};

interface NamedRequest {
  readonly case: LmsOperationCase;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

function readsOf(at: {
  readonly list: string;
  readonly path: string;
  readonly user: string;
}): readonly NamedRequest[] {
  return [
    { case: 'read', method: 'GET', path: at.path },
    { case: 'list', method: 'GET', path: `${at.path}/submissions` },
    { case: 'read a submission', method: 'GET', path: `${at.path}/submissions/${at.user}` },
  ];
}

/** Requests without a token and with an unknown one. Reads with a valid token come first, as controls. */
async function refuseCallers(
  actor: Actor,
  requests: readonly NamedRequest[],
  afterEach: () => Promise<void> = async () => {},
): Promise<void> {
  for (const { case: name, ...request } of requests.filter((one) => one.method === 'GET'))
    await actor.send({ ...request, step: { claim: 'lms-errors/no-token', case: name, role: 'control' } });
  for (const [claim, token] of [
    ['lms-errors/no-token', null],
    ['lms-errors/invalid-token', madeUpToken],
  ] as const) {
    for (const { case: name, ...request } of requests)
      await sendRefused(actor, { ...request, token, step: { claim, case: name, role: 'asked' } });
    await afterEach();
  }
  for (const { case: name, ...request } of actor.depth === 'full' ? requests : requests.slice(0, 1))
    for (const [what, authorization] of oddTokens)
      await sendRefused(actor, {
        ...request,
        token: null,
        headers: { authorization },
        step: { claim: 'lms-errors/invalid-token', case: `${name}, ${what}`, role: 'asked' },
      });
  await afterEach();
}

async function readMalformedIds(actor: Actor, list: string): Promise<void> {
  const claim = 'lms-errors/invalid-assignment-id';
  for (const [name, id] of malformedIds)
    await actor.send({ path: `${list}/${id}`, step: { claim, case: name, role: 'asked' } });
}

/** In execution order. */
export const callerProbes: readonly Probe[] = [readingProbe, writingProbe];
