import { type Profile, profiles } from '../../contracts/profiles.ts';
import { apiFor } from '../api.ts';
import { SafetyStop, SuiteFault } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { indexOperations } from '../traffic/operations.ts';
import type { ReadExchange } from '../traffic/read-exchange.ts';
import { readExchange } from '../traffic/reader.ts';
import { scopesFor } from './access/tokens.ts';
import { interrupted, orInterrupted } from './interruption.ts';
import type { Actor, ActorRequest } from './probe.ts';
import { idOf, linkedPath, recordsIn } from './responses.ts';
import { type ProbeSession, passTime, setState } from './session.ts';
import { stopReason } from './stop-reason.ts';

/** Bounds a walk over links that never end. */
const maxWalkPages = 500;
/** How long to wait for the response to a write after Ctrl-C: it may contain the id of a record to delete. */
const graceMs = 5_000;

/** Sends requests to a target for the probes of one API. `rosterIn`: the version of the Data API that LMS Connect goes with. */
export function createActor(
  session: ProbeSession,
  profile: Profile,
  rosterIn: Profile = profile.kind === 'data' ? profile : profiles[0],
): Actor {
  const { target } = session;
  const operations = indexOperations([profile]);
  const roster = apiFor(rosterIn);

  const sendOnce = async (request: ActorRequest): Promise<Exchange> => {
    if (session.signal.aborted) throw interrupted();
    const method = request.method ?? 'GET';
    const path = request.path.startsWith('/v') ? request.path : profile.prefix + request.path;
    if (!request.unpaced) await session.pacer.admit();
    const written = await session.writes.before(method, path, request.body);
    const sent = session.recorder
      .send({
        method,
        path,
        headers: headersOf(request, target.token),
        ...bodyOf(request),
        ...(request.step ? { step: request.step } : {}),
      })
      .then(async (answered) => {
        await written.after(answered);
        return answered;
      });
    const exchange = await orInterrupted(sent, session.signal, method === 'GET' ? 0 : graceMs);
    session.pacer.count(exchange, !request.unpaced);
    if (exchange.response?.status === 429 && !request.unpaced && target.kind === 'live')
      throw new SafetyStop(
        `${target.origin} responded with 429 to a request within the budget (${method} ${withoutIds(path)}).`,
        'Wait a minute, make sure that no other client uses this token, or lower --budget.',
      );
    const stop = stopReason(session);
    if (stop) throw stop;
    return exchange;
  };

  /** Retries a read once if the connection was closed: a server may close an idle connection just as it is reused. */
  const send = async (request: ActorRequest): Promise<ReadExchange> => {
    const exchange = await sendOnce(request);
    const isRead = (request.method ?? 'GET') === 'GET';
    const last = isRead && exchange.failure?.kind === 'closed' ? await sendOnce(request) : exchange;
    const read = readExchange(last, operations, session.samples.parsed);
    if (isRead && request.token === undefined && read.isServed) {
      session.samples.served.add(read.pathname);
      const isSample = read.request.path === `${profile.prefix}${read.addressed?.operation.path}`;
      if (isSample) keepSample(read);
    }
    return read;
  };

  /** A conforming page has no more, and samples are kept for the whole run. */
  const keepSample = (read: ReadExchange) => {
    const records = recordsIn(read).slice(0, profile.limit.default);
    if (!session.samples.byPath.has(read.request.path))
      session.samples.byPath.set(read.request.path, records);
    return records;
  };

  const sample: Actor['sample'] = async (collection) => {
    const path = `${profile.prefix}/${collection}`;
    return session.samples.byPath.get(path) ?? keepSample(await send({ path }));
  };

  return {
    profile,
    api: apiFor(profile),
    roster,
    versions: session.profiles.filter(({ kind }) => kind === 'data').map(apiFor),
    depth: session.depth,
    pick: (items, few) => (session.depth === 'full' ? items : items.slice(0, few)),
    clock: target.clock,
    token: target.token,
    otherToken: async () => {
      if (target.secondToken !== undefined) return target.secondToken;
      const { token } = await setState(session, 'a token with {scopes}', {
        scopes: scopesFor(
          roster,
          roster.collections.map(({ name }) => name),
        ),
        agreement: true,
      });
      if (typeof token === 'string') return token;
      throw new SuiteFault(
        'The state endpoint returned no token for "a token with {scopes}".',
        'It must return {"token": "…"}.',
      );
    },
    userToken: async () => {
      if (target.userToken !== undefined) return { token: target.userToken };
      const [first] = await sample(roster.choices.main);
      const id = idOf(first);
      if (id === undefined) return undefined;
      const { token } = await setState(session, 'a token of the user {id}', { id });
      return typeof token === 'string' ? { token, id } : undefined;
    },
    allows: (need) => target.allows.has(need),
    servedAs: ({ path }) => {
      const [before = '', after = ''] = `${profile.prefix}${path}`.split(/\{\w+\}/);
      const isLike = (one: string) =>
        one.startsWith(before) &&
        one.endsWith(after) &&
        !one.slice(before.length, one.length - after.length).includes('/');
      const found = [...session.samples.served].find((one) => path.includes('{') && isLike(one));
      return found?.slice(profile.prefix.length) as `/${string}` | undefined;
    },
    hasServed: (path) => session.samples.served.has(`${profile.prefix}${path.split('?', 1)[0]}`),
    send,
    walk: async (path, options = {}) => {
      const pages: ReadExchange[] = [];
      const seen = new Set<string>();
      const collectionPath = (path.startsWith('/v') ? path : profile.prefix + path).split('?', 1)[0] ?? '';
      const cap = Math.min(options.maxPages ?? maxWalkPages, maxWalkPages);
      for (let next: string | undefined = path; next !== undefined && pages.length < cap; ) {
        const page: ReadExchange = await send({
          path: next,
          ...(options.token === undefined ? {} : { token: options.token }),
          ...(options.step ? { step: options.step } : {}),
        });
        pages.push(page);
        seen.add(page.request.path);
        next = linkedPath(page, options.rel ?? 'next', { origin: target.origin, collectionPath });
        if (next !== undefined && seen.has(next)) next = undefined;
      }
      return pages;
    },
    sample,
    state: (name, params) => setState(session, name, params),
    passTime: (seconds) => passTime(session, seconds),
  };
}

function headersOf(request: ActorRequest, ownToken: string): Record<string, string> {
  const token = request.token === undefined ? ownToken : request.token;
  return {
    accept: 'application/json',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...request.headers,
  };
}

function bodyOf(request: ActorRequest): { body?: string } {
  if (request.body === undefined) return {};
  return { body: typeof request.body === 'string' ? request.body : JSON.stringify(request.body) };
}

/** For messages, without ids or query: ids may be personal data. Collections and ids alternate in a path. */
function withoutIds(path: string): string {
  const segments = (path.split('?', 1)[0] ?? '').split('/');
  return segments.map((segment, at) => (at > 2 && at % 2 === 1 ? '{id}' : segment)).join('/');
}
