import { model } from '../../generated/model.ts';
import { outageProbe, vanishingProbes } from './errors-states.ts';
import type { Actor, ActorRequest, Probe } from './probe.ts';

/** Well-formed, and above every id that a database hands out. */
export const unknownId = 'f'.repeat(24);
/** In the form of a district token, and never given out. */
const madeUpToken = '0123456789abcdef0123456789abcdef01234567';
/** What comes back from here tells whether a refused request left a trace. */
const goodPath = '/students?limit=2';

/** A refused request, and the claim that it is for. */
type Refused = ActorRequest & { readonly step: NonNullable<ActorRequest['step']> };

/** Faults of one kind; a good request goes out before and after each kind. */
const kinds: readonly {
  readonly name: string;
  readonly requests: (actor: Actor) => readonly Refused[] | Promise<readonly Refused[]>;
}[] = [
  { name: 'no token', requests: (actor) => withToken(actor, 'errors/missing-token-is-401', null) },
  {
    name: 'unknown token',
    requests: (actor) => withToken(actor, 'errors/invalid-token-is-401', madeUpToken),
  },
  { name: 'unknown record', requests: unknownRecords },
  { name: 'limit over 10,000', requests: tooMuch },
  { name: 'unreadable query', requests: unreadable },
  { name: 'unsupported method', requests: unsupported },
];

const refusalProbe: Probe = {
  name: 'errors/refusals',
  api: 'data',
  provokes: [
    'errors/success-is-200',
    'errors/bad-request-is-400',
    'errors/missing-token-is-401',
    'errors/invalid-token-is-401',
    'errors/unknown-record-is-404',
    'errors/limit-over-10000-is-413',
    'errors/unsupported-is-501',
    'errors/message-readable',
    'errors/no-secret-echo',
    'errors/error-is-side-effect-free',
  ],
  needs: [],
  run: async (actor) => {
    await sendGood(actor, 'start');
    for (const kind of kinds) {
      for (const request of await kind.requests(actor)) await actor.send(request);
      await sendGood(actor, kind.name);
    }
    await actor.send({
      path: `/students?limit=2&starting_after=${unknownId}`,
      step: { claim: 'errors/success-is-200', case: 'empty list' },
    });
  },
};

function sendGood(actor: Actor, after: string) {
  return actor.send({
    path: goodPath,
    step: { claim: 'errors/error-is-side-effect-free', case: after, role: 'good' },
  });
}

async function withToken(
  actor: Actor,
  claim: 'errors/missing-token-is-401' | 'errors/invalid-token-is-401',
  token: string | null,
): Promise<readonly Refused[]> {
  const id = await firstId(actor, 'students');
  const list: Refused = { path: goodPath, token, step: { claim, case: 'list' } };
  if (id === undefined) return [list];
  const step = { claim, case: 'record' } as const;
  await actor.send({ path: `/students/${id}`, step: { ...step, role: 'control' } });
  return [list, { path: `/students/${id}`, token, step }];
}

/** For each resource type a record that exists and one that does not. */
async function unknownRecords(actor: Actor): Promise<readonly Refused[]> {
  const requests: Refused[] = [];
  for (const collection of resourceTypes(actor)) {
    const id = await firstId(actor, collection);
    if (id === undefined) continue;
    const step = { claim: 'errors/unknown-record-is-404', case: collection } as const;
    await actor.send({ path: `/${collection}/${id}`, step: { ...step, role: 'control' } });
    requests.push({ path: `/${collection}/${unknownId}`, step: { ...step, role: 'unknown' } });
  }
  return requests;
}

/** `students`, for every `/students/{id}` that the description has. */
function resourceTypes(actor: Actor): string[] {
  return model.operations
    .filter((one) => one.document === actor.profile.document && /^\/\w+\/\{id\}$/.test(one.path))
    .map((one) => one.path.split('/')[1] ?? '');
}

async function tooMuch(actor: Actor): Promise<readonly Refused[]> {
  const claim = 'errors/limit-over-10000-is-413';
  const school = await firstId(actor, 'schools');
  const paths = ['/students?limit=10001', '/students?limit=10002', '/students?limit=20000'];
  if (school !== undefined) {
    const nested = `/schools/${school}/sections`;
    await actor.send({ path: `${nested}?limit=1`, step: { claim, case: 'control' } });
    paths.push(`${nested}?limit=10001`);
  }
  return paths.map((path) => ({ path, step: { claim, case: 'too much' } }));
}

async function unreadable(actor: Actor): Promise<readonly Refused[]> {
  const id = await firstId(actor, 'students');
  const queries: readonly (readonly [name: string, query: string])[] = [
    ['a cursor that is no id', 'starting_after=not-an-id'],
    ['a cursor that is no id, backwards', 'ending_before=not-an-id'],
    ['a cursor with broken percent encoding', 'starting_after=%zz'],
    ['a limit that is no number', 'limit=ten'],
    ...(id === undefined
      ? []
      : ([['two cursors at once', `starting_after=${id}&ending_before=${id}`]] as const)),
  ];
  return queries.map(([name, query]) => ({
    path: `/students?${query}`,
    step: { claim: 'errors/bad-request-is-400', case: name },
  }));
}

/**
 * Methods that no path of the Data API has. PROPFIND changes nothing on any server (RFC 4918), so it goes everywhere; what
 * could write goes only where writes are allowed, and then to a record that does not exist.
 */
function unsupported(actor: Actor): readonly Refused[] {
  const record = `/students/${unknownId}`;
  const requests: Omit<Refused, 'step'>[] = [
    { method: 'PROPFIND', path: '/students' },
    { method: 'PROPFIND', path: record },
  ];
  if (actor.allows('writes')) {
    for (const method of ['POST', 'PUT', 'PATCH']) requests.push({ method, path: record, body: {} });
    requests.push({ method: 'DELETE', path: record });
  }
  return requests.map((request) => ({
    ...request,
    step: {
      claim: 'errors/unsupported-is-501',
      case: `${request.method} ${request.path.replace(unknownId, '{id}')}`,
    },
  }));
}

async function firstId(actor: Actor, collection: string): Promise<string | undefined> {
  const id = (await actor.sample(collection))[0]?.id;
  return typeof id === 'string' ? id : undefined;
}

/** In the order in which they run: what changes the data comes last. */
export const errorsProbes: readonly Probe[] = [refusalProbe, ...vanishingProbes, outageProbe];
