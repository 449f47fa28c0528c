import { unknownId } from '../../contracts/made-up-ids.ts';
import type { StepOf } from '../../contracts/steps/index.ts';
import { resourcesOf } from '../collections.ts';
import { outageProbe, vanishingProbes } from './errors-states.ts';
import type { Actor, ActorRequest, Probe } from './probe.ts';
import { firstId, firstServed, type Served } from './served.ts';

/** Formatted like a district token, and never issued. */
const madeUpToken = '0123456789abcdef0123456789abcdef01234567';
/** Its response shows whether a refused request had a side effect. */
const goodPath = ({ collection }: Served) => `/${collection}?limit=2`;

/** A request that must be refused, and its requirement. */
type Refused = ActorRequest & { readonly step: NonNullable<ActorRequest['step']> };

/** The faults that were refused before a valid request. */
type GoodCase = StepOf<'errors/error-is-side-effect-free'>['case'];

/** Faults of one kind; a valid request is sent before and after each kind. */
const kinds: readonly {
  readonly name: GoodCase;
  readonly requests: (actor: Actor, served: Served) => readonly Refused[] | Promise<readonly Refused[]>;
}[] = [
  { name: 'no token', requests: withToken('errors/missing-token-is-401', null) },
  { name: 'unknown token', requests: withToken('errors/invalid-token-is-401', madeUpToken) },
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
    const served = await firstServed(actor);
    const sendGood = (after: GoodCase) =>
      actor.send({
        path: goodPath(served),
        step: { claim: 'errors/error-is-side-effect-free', case: after, role: 'good' },
      });
    await sendGood('start');
    for (const kind of kinds) {
      for (const request of await kind.requests(actor, served)) await actor.send(request);
      await sendGood(kind.name);
    }
    await actor.send({
      path: `/${served.collection}?limit=2&starting_after=${unknownId}`,
      step: { claim: 'errors/success-is-200', case: 'empty list' },
    });
  },
};

/** A list and a record of it, with another token or none; the control of the record is sent at once. */
function withToken(
  claim: 'errors/missing-token-is-401' | 'errors/invalid-token-is-401',
  token: string | null,
): (typeof kinds)[number]['requests'] {
  return async (actor, served) => {
    const list: Refused = { path: goodPath(served), token, step: { claim, case: 'list' } };
    if (served.id === undefined) return [list];
    const path = `/${served.collection}/${served.id}`;
    const step = { claim, case: 'record' } as const;
    await actor.send({ path, step: { ...step, role: 'control' } });
    return [list, { path, token, step }];
  };
}

/** For each resource type a record that exists and one that does not. */
async function unknownRecords(actor: Actor): Promise<readonly Refused[]> {
  const requests: Refused[] = [];
  for (const collection of resourcesOf(actor.profile.document)) {
    const id = await firstId(actor, collection);
    if (id === undefined) continue;
    const step = { claim: 'errors/unknown-record-is-404', case: collection } as const;
    await actor.send({ path: `/${collection}/${id}`, step: { ...step, role: 'control' } });
    requests.push({ path: `/${collection}/${unknownId}`, step: { ...step, role: 'unknown' } });
  }
  return requests;
}

async function tooMuch(actor: Actor, { collection }: Served): Promise<readonly Refused[]> {
  const claim = 'errors/limit-over-10000-is-413';
  const school = await firstId(actor, 'schools');
  const paths = [10_001, 10_002, 20_000].map((limit) => `/${collection}?limit=${limit}`);
  if (school !== undefined) {
    const nested = `/schools/${school}/sections`;
    await actor.send({ path: `${nested}?limit=1`, step: { claim, case: 'control' } });
    paths.push(`${nested}?limit=10001`);
  }
  return paths.map((path) => ({ path, step: { claim, case: 'too much' } }));
}

function unreadable(_: Actor, { collection, id }: Served): readonly Refused[] {
  const queries: (readonly [name: StepOf<'errors/bad-request-is-400'>['case'], query: string])[] = [
    ['a cursor that is no id', 'starting_after=not-an-id'],
    ['a cursor that is no id, backwards', 'ending_before=not-an-id'],
    ['a cursor with broken percent encoding', 'starting_after=%zz'],
    ['a limit that is no number', 'limit=ten'],
  ];
  if (id !== undefined) queries.push(['two cursors at once', `starting_after=${id}&ending_before=${id}`]);
  return queries.map(([name, query]) => ({
    path: `/${collection}?${query}`,
    step: { claim: 'errors/bad-request-is-400', case: name },
  }));
}

/**
 * Methods that no path of the Data API has. PROPFIND changes nothing on any server (RFC 4918), so it is always sent; methods
 * that could write are sent only if writes are allowed, and to a record that does not exist.
 */
function unsupported(actor: Actor, { collection }: Served): readonly Refused[] {
  const record = `/${collection}/${unknownId}` as const;
  const requests: { readonly method: string; readonly path: `/${string}`; readonly body?: unknown }[] = [
    { method: 'PROPFIND', path: `/${collection}` },
    { method: 'PROPFIND', path: record },
  ];
  if (actor.allows('writes')) {
    // DELETE comes last: it removes what another server may have created for PUT.
    for (const method of ['POST', 'PUT', 'PATCH']) requests.push({ method, path: record, body: {} });
    requests.push({ method: 'DELETE', path: record });
  }
  return requests.map((request) => ({
    ...request,
    step: {
      claim: 'errors/unsupported-is-501',
      case: `${request.method} /${request.path.slice(1).replace(unknownId, '{id}')}`,
    },
  }));
}

/** In execution order; those that change the data come last. */
export const errorsProbes: readonly Probe[] = [refusalProbe, ...vanishingProbes, outageProbe];
