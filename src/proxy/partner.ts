import { allProfiles, type Profile, profiles } from '../../contracts/profiles.ts';
import { createTrafficCollector, type Traffic } from '../captures/formats/captured.ts';
import { type ConformanceError, InconclusiveError, SafetyStop } from '../errors.ts';
import type { Journal } from '../evidence/journal.ts';
import type { Exchange } from '../exchange.ts';
import type { Job } from '../observation.ts';
import { removeLeftovers } from '../observe/exercise.ts';
import { preflight } from '../observe/preflight.ts';
import { createActor } from '../probes/actor.ts';
import { findClassrooms, openAssignment } from '../probes/lms/classroom.ts';
import { createPacer } from '../probes/pacer.ts';
import { idOf, recordsIn } from '../probes/responses.ts';
import { createSamples, type ProbeSession, passTime } from '../probes/session.ts';
import { createWriteGuard } from '../probes/write-guard.ts';
import { createRecorder } from '../recorder/recorder.ts';
import type { Budget } from '../result.ts';
import type { JobPlace } from '../scenarios/job-input.ts';
import { type LendWorld, sizeOf } from '../scenarios/serving/world.ts';
import type { Target } from '../targets/target.ts';
import { unframed } from './headers.ts';
import { inTurn } from './pacing.ts';

/** A partner's server, from which scenarios are served: its data, with the faults of the scenarios. */
export interface Partner {
  readonly lendWorld: LendWorld;
  /** Why it cannot be used: unreachable, or the token is refused. */
  preflight(): Promise<ConformanceError | undefined>;
  /** What the server itself said, without any fault. */
  traffic(): Traffic;
  budget(): Budget;
  /** Why a client cannot be judged by what was read before the run: it is no longer so. `undefined`: it is. */
  changed(): Promise<InconclusiveError | undefined>;
  /** Deletes what scenarios created. Never rejects. */
  cleanUp(): Promise<void>;
}

export interface PartnerOptions {
  readonly target: Target;
  /** The version of the Data API that the client reads. */
  readonly profile: Profile;
  /** Share of the rate limit: above 0 and at most 1. */
  readonly budgetShare: number;
  readonly journal?: Journal | undefined;
  readonly signal: AbortSignal;
  readonly onExchange: (exchange: Exchange) => void;
}

/** Of the longest honest walk, with all its repetitions, in sizes of the list. */
const bodiesPerList = 10;
const leastBodySize = 4 * 1024 * 1024;
/** Larger pages would be larger than what is kept of one response. */
const listLimit = 1000;

export function openPartner(options: PartnerOptions): Partner {
  const { target, profile, signal, onExchange } = options;
  const pacer = inTurn(
    createPacer({
      share: options.budgetShare,
      nowMs: target.clock.now,
      passTime: (seconds) => passTime({ target, signal }, seconds),
    }),
  );
  const timeoutMs = target.timeoutMs ?? 30_000;
  const recorder = createRecorder({
    fetch: target.fetch,
    clock: target.clock,
    origin: target.origin,
    caps: { totalMs: timeoutMs, idleMs: Math.min(timeoutMs, 20_000) },
  });
  const seen: typeof recorder = {
    ...recorder,
    send: async (request) => {
      const exchange = await recorder.send(request);
      onExchange(exchange);
      return exchange;
    },
  };
  const session: ProbeSession = {
    target,
    profiles: [profile],
    depth: 'quick',
    recorder: seen,
    pacer,
    writes: createWriteGuard(options.journal),
    samples: createSamples(),
    signal,
  };
  const actor = createActor(session, profile);
  /** Each list is read once: a run takes minutes, and its budget is the client's. */
  const lists = new Map<string, Promise<{ readonly ids: readonly string[]; readonly size: number }>>();
  let largest = 0;

  const read = async (path: string) => {
    const pages = await actor.walk(`/${path}${path.includes('?') ? '&' : '?'}limit=${listLimit}`);
    const bad = pages.find(({ isServed }) => !isServed);
    if (bad)
      throw new InconclusiveError(
        `The list ${path} of ${target.origin} could not be read (${bad.status || bad.failure?.message}), so scenarios about it have nothing to serve.`,
        'Give a token that may read it, or choose other scenarios with --inject.',
      );
    const size = pages.reduce((sum, { response }) => sum + (response?.body.length ?? 0), 0);
    largest = Math.max(largest, size);
    const ids = pages.flatMap((page) => recordsIn(page).flatMap((one) => idOf(one) ?? []));
    return { ids: ids.toSorted(), size };
  };

  const ask = async (request: Request): Promise<Response> => {
    const { method } = request;
    const path = request.url.slice(new URL(request.url).origin.length);
    const body = await request.text();
    await pacer.admit();
    try {
      const written = await session.writes.before(method, path, body);
      const exchange = await seen.send({
        method,
        path,
        headers: Object.fromEntries(request.headers),
        ...(body === '' ? {} : { body }),
      });
      await written.after(exchange);
      pacer.count(exchange, true);
      return answerOf(exchange, target.origin);
    } catch (error) {
      // A client may write although its job does not; the server never learns of it.
      if (error instanceof SafetyStop && !target.allows.has('writes') && method !== 'GET') return refused();
      throw error;
    }
  };

  const placeOf = async (job: Job): Promise<JobPlace> => {
    const lms = allProfiles.find(({ kind }) => kind === 'lms') ?? profiles[1];
    if (job.startsWith('sync:') || !lms) return {};
    const teacher = createActor(session, lms, profile);
    if (job === 'update-submission') {
      const opened = await openAssignment(teacher, 'to be graded');
      const [, assignment] = /\/assignments\/([^/]+)$/.exec(opened?.path ?? '') ?? [];
      if (!opened || assignment === undefined) return {};
      const { sectionId, assigned } = opened.room;
      return { section_id: sectionId, assignment_id: assignment, ...userIn(assigned) };
    }
    const [room] = await findClassrooms(teacher);
    return room ? { section_id: room.sectionId, ...userIn(room.assigned) } : {};
  };

  return {
    lendWorld: () => ({
      ask,
      token: target.token,
      placeOf,
      idsOf: async (_, { path }) => {
        const known = lists.get(path) ?? read(path);
        lists.set(path, known);
        return (await known).ids;
      },
      pageSizeOf: (scenario, records) => pageSizeFor(records, sizeOf(scenario)),
      get maxBodySize() {
        return Math.max(leastBodySize, bodiesPerList * largest);
      },
      giveBack: async () => {},
    }),
    preflight: () => preflight(session, profile),
    traffic: () => {
      const collector = createTrafficCollector();
      for (const one of recorder.exchanges) collector.addExchange(one);
      return collector.finish(1);
    },
    budget: pacer.budget,
    changed: async () => {
      for (const [path, before] of [...lists]) {
        const [was, is] = await Promise.all([before, read(path)].map((one) => one.catch(() => undefined)));
        if (was && is && was.ids.join() === is.ids.join()) continue;
        return new InconclusiveError(
          `The list ${path} of ${target.origin} changed during the run, so what the client had to hold is not known.`,
          'Run it again when the data stay as they are.',
        );
      }
      return undefined;
    },
    cleanUp: () => removeLeftovers(session),
  };
}

/** As many pages as the scenario has, the last as full as there. */
export function pageSizeFor(
  records: number,
  { students, pageSize }: { readonly students: number; readonly pageSize: number },
): number {
  if (records === students) return pageSize;
  const pages = Math.ceil(students / pageSize);
  const alike = Math.max(1, Math.round((records * pageSize) / students));
  return Math.ceil(records / alike) === pages ? alike : Math.max(1, Math.ceil(records / pages));
}

function userIn([user_id]: readonly string[]): JobPlace {
  return user_id === undefined ? {} : { user_id };
}

const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** Throws where there is nothing that a client could be judged by. */
function answerOf({ response, failure }: Exchange, origin: string): Response {
  if (!response || response.status < 200 || response.status > 599)
    throw new InconclusiveError(
      `${origin} gave no response during a scenario (${failure?.message ?? response?.status}).`,
      'Check that the target is up, and run it again.',
    );
  if (response.status === 429)
    throw new SafetyStop(
      `${origin} responded with 429 to a request within the budget.`,
      'Wait a minute, make sure that no other client uses this token, or lower --budget.',
    );
  const { status, headers, body } = response;
  return new Response(bodiless.has(status) || body === '' ? null : body, {
    status,
    headers: unframed(headers),
  });
}

function refused(): Response {
  return Response.json(
    { error: 'Not passed on by clever-conformance: writes are not allowed (--allow-writes).' },
    { status: 403 },
  );
}
