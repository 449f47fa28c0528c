import type nock from 'nock';
import type { StateName, StateParams } from '../../contracts/states.ts';
import { UsageError } from '../errors.ts';
import type { TransportFailure } from '../exchange.ts';
import type {
  IndexEntry,
  RecordedDefinition,
  RecordedState,
  RecordingSet,
  RedactedRequest,
} from '../recording.ts';
import { nearest } from '../text/nearest.ts';
import type { Target } from './target.ts';
import { createTimeline } from './timeline.ts';

export interface ReplayTargetOptions {
  readonly recordings: RecordingSet;
  /** Creates the error for a recorded failure; the recorder must classify it as the same failure. */
  readonly errorOf: (failure: TransportFailure) => Error;
}

/** Tags requests within nock, whose listeners get copies. Not part of recordings. */
const tagHeader = 'x-clever-conformance-request';

/** The part of a recording for one probe, loaded into nock. */
interface Part {
  readonly name: string;
  readonly file: string;
  readonly definitions: readonly RecordedDefinition[];
  readonly scopes: readonly nock.Scope[];
  readonly used: Set<number>;
  readonly place: { next: number };
  readonly states: RecordedState[];
}

const nothing: Part = {
  name: '',
  file: '',
  definitions: [],
  scopes: [],
  used: new Set(),
  place: { next: 0 },
  states: [],
};

/**
 * Recordings as a target: nock responds with the network disabled, and the recorded timeline is the clock. An unrecorded
 * request throws `UsageError` and is not sent. nock is loaded on first use; `close` restores the network.
 */
export async function openReplayTarget(options: ReplayTargetOptions): Promise<Target> {
  const { index, byProbe, folder } = options.recordings;
  // nock would then let every request through.
  if (process.env.NOCK_OFF === 'true')
    throw new UsageError('NOCK_OFF is set, so nothing can be replayed.', 'Unset it: unset NOCK_OFF.');
  const { default: library } = await import('nock');
  if (!library.isActive()) library.activate();
  library.disableNetConnect();

  const first = byProbe.values().next().value?.definitions[0];
  let part = nothing;
  /** The definition chosen by nock, by request tag. */
  const chosen = new Map<string, RecordedDefinition>();
  const unused: string[] = [];
  const played: RedactedRequest[] = [];
  let requests = 0;
  const clock = createTimeline(first?.exchange.sentAtMs ?? 0, () => nextOf(part)?.exchange.sentAtMs);

  const endPart = () => {
    unused.push(...leftIn(part));
    for (const [at, scope] of part.scopes.entries()) if (!part.used.has(at)) forget(library, scope);
    part = nothing;
  };

  const send = async (request: Request): Promise<Response> => {
    const place = requests++;
    const tag = String(place);
    request.headers.set(tagHeader, tag);
    const body = await request.clone().text();
    // nock intercepts the global fetch; the network is disabled.
    const response = await fetch(request);
    const definition = chosen.get(tag);
    chosen.delete(tag);
    if (!definition) throw noFixture(request, part, folder);
    const { failure, receivedAtMs, request: gist } = definition.exchange;
    played[place] = gist ?? { path: definition.path, ...(body === '' ? {} : { body }) };
    if (failure) {
      clock.lost();
      throw options.errorOf(failure);
    }
    clock.received(receivedAtMs ?? 0);
    return response;
  };

  return {
    kind: 'replay',
    name: `recordings of ${index.subject === 'sandbox' ? 'the embedded sandbox' : 'a server'}, ${index.recordedAt.slice(0, 10)}`,
    origin: first?.scope ?? 'http://recorded.localhost',
    recordedFrom: index.subject === 'sandbox' ? 'sandbox' : 'live',
    fetch: send,
    clock,
    token: index.tokens.own,
    ...(index.tokens.second === undefined ? {} : { secondToken: index.tokens.second }),
    ...(index.tokens.user === undefined ? {} : { userToken: index.tokens.user }),
    setState: async (name, params = {}) => takeState(part, name, params, folder),
    hasOwnClock: index.hasOwnClock,
    allows: new Set(index.allows),
    apis: index.apis,
    probes: new Set(index.probes.map((one) => one.name)),
    startProbe: (name) => {
      endPart();
      const recording = byProbe.get(name);
      if (!recording) {
        const entry = index.probes.find((one) => one.name === name);
        part = {
          ...nothing,
          name,
          file: folder,
          used: new Set(),
          place: { next: 0 },
          states: [...silentStates(entry)],
        };
        return;
      }
      const used = new Set<number>();
      const scopes = library.define([...recording.definitions] as unknown as Parameters<
        typeof library.define
      >[0]);
      for (const [at, scope] of scopes.entries())
        scope.on('request', (request: Request) => {
          const definition = recording.definitions[at];
          if (!definition) return;
          used.add(at);
          chosen.set(request.headers.get(tagHeader) ?? '', definition);
          clock.sent(definition.exchange.sentAtMs);
        });
      part = {
        name,
        file: recording.file,
        definitions: recording.definitions,
        scopes,
        used,
        place: { next: 0 },
        states: [...recording.header.states],
      };
    },
    recorded: () => Object.values(played),
    unused: () => [...unused, ...leftIn(part)],
    close: async () => {
      endPart();
      library.restore();
      library.enableNetConnect();
    },
  };
}

/** For a probe that sent nothing. */
function silentStates(entry: IndexEntry | undefined): readonly RecordedState[] {
  return entry && 'states' in entry ? entry.states : [];
}

function forget(library: { removeInterceptor(one: nock.Interceptor): boolean }, scope: nock.Scope): void {
  const { interceptors } = scope as unknown as { readonly interceptors: readonly nock.Interceptor[] };
  for (const one of [...interceptors]) library.removeInterceptor(one);
}

/** The first unused definition; amortized, since parts are played in order. */
function nextOf(part: Part): RecordedDefinition | undefined {
  while (part.used.has(part.place.next)) part.place.next++;
  return part.definitions[part.place.next];
}

function leftIn({ definitions, used, name }: Part): readonly string[] {
  return definitions.flatMap((one, at) => (used.has(at) ? [] : [`${name}: ${one.method} ${one.path}`]));
}

/** The error for a state that the recorded target rejected. */
export function refusedState(name: StateName): UsageError {
  return new UsageError(
    `The recorded server rejected the state "${name}".`,
    'Record a server that supports it, or deselect checks that need it.',
  );
}

/** The values of a state; equal states are served in recorded order. */
function takeState({ states, name }: Part, state: StateName, params: StateParams, folder: string) {
  const wanted = JSON.stringify(params);
  const at = states.findIndex((one) => one.name === state && JSON.stringify(one.params) === wanted);
  const found = at < 0 ? undefined : states.splice(at, 1)[0];
  if (found?.refused) throw refusedState(state);
  // Budget waits depend on timing; the timeline already contains them.
  if (found || state === 'the clock moves {seconds}') return found?.values ?? {};
  throw new UsageError(
    `The state "${state}" with ${wanted.slice(0, 200)} was requested by ${name}, and is not in the recordings of ${folder}.`,
    'Record again: the requests of the suite have changed.',
  );
}

function noFixture(request: Request, part: Part, folder: string): UsageError {
  const url = new URL(request.url);
  const asked = `${request.method} ${url.pathname}${url.search}`;
  const known = part.definitions.map((one) => `${one.method} ${one.path}`);
  const same = known.some((one, at) => one === asked && !part.used.has(at));
  const misses = nearest(asked, [...new Set(known.filter((_, at) => !part.used.has(at)))]);
  const problem = same
    ? 'is recorded only with another body or token'
    : known.includes(asked)
      ? `is recorded ${known.filter((one) => one === asked).length} times, and was requested once more`
      : 'is not recorded';
  const near = same || misses.length === 0 ? '' : ` Nearest: ${misses.join('; ')}.`;
  return new UsageError(
    `${asked} ${problem} (${part.name === '' ? folder : `${part.file}, for ${part.name}`}).${near}`,
    'Nothing was sent over the network. Record again: the requests of the suite have changed.',
  );
}
