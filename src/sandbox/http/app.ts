import { Hono } from 'hono';
import { listsPeople } from '../../../contracts/jobs.ts';
import { allProfiles, type Profile, profiles } from '../../../contracts/profiles.ts';
import { type ApiContext, createDataApi, type DataApi, exampleIds } from '../data/data-api.ts';
import { type Collection, collections, nested } from '../data/schema.ts';
import { createLaterApi } from '../data-v3/api.ts';
import { answerLms } from '../lms/mount.ts';
import type { StateControl } from '../states/endpoint.ts';
import { answerStates } from '../states/endpoint.ts';
import { type Answer, AnswerResponse, json, text } from './answer.ts';
import { splitUrl, type UrlParts } from './bodies.ts';
import type { ResettableCache } from './cache.ts';
import { createDocs } from './docs/docs.ts';
import type { Gate } from './gate.ts';
import { refuseForeign } from './neighbours.ts';
import { guard, notImplemented } from './refusals.ts';
import type { Caller, Token } from './tokens.ts';
import { htmlNotFound } from './wire.ts';

/** The parts of one sandbox. */
export interface AppParts extends ApiContext {
  readonly gate: Gate;
  readonly cache: ResettableCache;
  readonly states: StateControl;
  readonly greeting: (origin: string) => string;
  /** Whether it listens on another address than a loopback one, so that its own paths are for other machines, too. */
  readonly isOpen: boolean;
}

const [, lms] = profiles;
const dataProfiles = allProfiles.filter(({ kind }) => kind === 'data');

/**
 * The sandbox as one Hono app: the Data API and LMS Connect behind the gate (rate limit, scripted responses, headers), and
 * the suite's own paths (provider states, reference page, greeting), which do not count against the rate limit.
 */
export function createApp(parts: AppParts): Hono {
  const { gate, world } = parts;
  const app = new Hono();
  /** A path of the Data API: answers are kept until the data changes. */
  const answerData = (caller: Caller, request: Request, make: (token: Token, url: UrlParts) => Answer) =>
    guard(caller, (token) =>
      isRead(request.method)
        ? parts.cache.through(`${token.value} ${request.url}`, () => make(token, splitUrl(request.url)))
        : notImplemented(request),
    );
  /** For the sandbox's own paths: no token protects them, so they are for programs and pages of this machine. */
  const own = (request: Request, make: () => Answer | Promise<Answer>) =>
    gate.plain(refuseForeign(request, parts.isOpen) ?? make());

  const serveApart = (profile: Profile, collection: Collection, api: DataApi) => {
    const path = `${profile.prefix}/${collection}`;
    const routes = [
      { path, answer: api.list(collection) },
      { path: `${path}/:id`, answer: api.single(collection) },
      ...nested[collection].map((one) => ({
        path: `${path}/:id/${one.rel}`,
        answer: api.nested(collection, one),
      })),
    ];
    for (const route of routes) {
      // One handler for all methods: Hono is fastest where a path has exactly one.
      app.all(route.path, (c) =>
        gate.pass(c.req.raw, (caller) =>
          answerData(caller, c.req.raw, (token, url) => route.answer(token, url, c.req.param('id') ?? '')),
        ),
      );
    }
  };
  const serveUsers = (profile: Profile) => {
    const later = createLaterApi(profile, world);
    // LMS Connect shares a prefix with the Data API: the path says which one is meant, and LMS Connect answers unknown ones.
    app.all(`${profile.prefix}/*`, (c, next) => {
      const operation = later.operationOf(splitUrl(c.req.url).path.slice(profile.prefix.length));
      if (!operation) return next();
      return gate.pass(c.req.raw, (caller) => answerData(caller, c.req.raw, operation));
    });
  };
  for (const profile of dataProfiles) {
    if (listsPeople(profile.document)) {
      serveUsers(profile);
      continue;
    }
    const api = createDataApi(profile, parts);
    for (const collection of collections) serveApart(profile, collection, api);
  }
  app.all(`${lms.prefix}/*`, (c) =>
    gate.pass(c.req.raw, (caller) => answerLms(world().lms, c.req.raw, lms.prefix, caller)),
  );

  app.get('/_health', () => gate.plain(json(200, { status: 'ok' })));
  app.all('/_states', (c) => own(c.req.raw, () => answerStates(parts.states, c.req.raw)));
  const docs = createDocs(() => exampleIds(world()));
  app.get('/docs', (c) => own(c.req.raw, () => docs.page(splitUrl(c.req.url).origin)));
  app.get('/docs/:file', (c) =>
    own(c.req.raw, () => docs.file(c.req.param('file'), splitUrl(c.req.url).origin)),
  );
  app.get('/', (c) => own(c.req.raw, () => text(200, parts.greeting(splitUrl(c.req.url).origin))));
  app.notFound((c) => {
    const { path } = splitUrl(c.req.url);
    const answer = htmlNotFound(c.req.raw.method, path);
    // Other API versions also go through the gate: the real API sends rate-limit headers with unknown paths.
    if (!/^\/v\d/.test(path)) return own(c.req.raw, () => answer);
    const isOurs = dataProfiles.some((one) => path.startsWith(`${one.prefix}/`));
    return gate.pass(c.req.raw, (caller) => (isOurs ? guard(caller, () => answer) : answer));
  });
  app.onError(
    (error) => new AnswerResponse(json(500, { error: `The sandbox itself failed: ${error.message}` })),
  );
  return app;
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}
