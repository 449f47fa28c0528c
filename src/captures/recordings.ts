import { allProfiles, isByDefault, type Profile } from '../../contracts/profiles.ts';
import type { RequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import { judgeServer } from '../engine/judge.ts';
import { runOf } from '../engine/run.ts';
import { type Exchange, headerMap, pathnameOf } from '../exchange.ts';
import type { ProbeRecording, RecordedDefinition } from '../recording.ts';
import { redactExchanges } from '../redaction/redactor.ts';
import type { Evidence } from '../result.ts';
import { indexOperations } from '../traffic/operations.ts';
import { bearerOf, createTrafficCollector, type Traffic } from './formats/captured.ts';
import { type CaptureOptions, type CaptureRun, judgeTraffic } from './session.ts';

/**
 * Judges the suite's recordings: each request names its probe and step. They are redacted again, since a recording may have
 * been edited.
 */
export function judgeRecordings(
  recordings: readonly ProbeRecording[],
  options: CaptureOptions & { readonly server: ReadonlySet<ServerRequirementId> },
): CaptureRun {
  const startedAtMs = options.now();
  const exchanges = exchangesOf(recordings);
  if (isOfClient(recordings)) {
    const { client: _, ...captured } = options;
    const [judged] = judgeTraffic(trafficOf(exchanges), captured);
    if (judged) return judged;
  }
  const spoken = profilesOf(recordings, exchanges);
  const evidence: Evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: { subject: recordings[0]?.header.subject ?? 'live', profiles: spoken },
    notProvoked: whyMissing(recordings, options.server),
    exchanges: redactExchanges(exchanges, {
      profiles: spoken,
      tokens: [...new Set(exchanges.map(bearerOf))].filter((token) => token !== ''),
      key: options.key ?? new Uint8Array(32),
    }),
  };
  const facts = {
    subject: { kind: 'har', name: options.name },
    seed: 1,
    startedAtMs,
    durationMs: options.now() - startedAtMs,
  } as const;
  return runOf(judgeServer(evidence, facts, options.server));
}

/** Whether they hold what a client asked, which has no probes and steps. */
export function isOfClient(recordings: readonly Pick<ProbeRecording, 'header'>[]): boolean {
  return recordings.some(({ header }) => header.subject === 'har');
}

/** As they were recorded, in order. */
export function exchangesOf(recordings: readonly ProbeRecording[]): readonly Exchange[] {
  return recordings
    .flatMap(({ definitions }) => definitions.map(exchangeOf))
    .sort((a, b) => a.seq - b.seq)
    .map((one, seq) => ({ ...one, seq }));
}

function trafficOf(exchanges: readonly Exchange[]): Traffic {
  const collector = createTrafficCollector();
  for (const one of exchanges) collector.addExchange(one);
  return collector.finish(1);
}

/** Those of the run; of the later versions those that the given recordings have requests to, for the others may be in other files. */
function profilesOf(
  recordings: readonly ProbeRecording[],
  exchanges: readonly Exchange[],
): readonly Profile[] {
  const names = new Set<string>(recordings.flatMap(({ header }) => header.apis));
  const named = allProfiles.filter((one) => names.has(one.name));
  const { profileOf } = indexOperations(named);
  const requested = new Set(exchanges.map((one) => profileOf(pathnameOf(one))));
  return named.filter((one) => isByDefault(one) || requested.has(one));
}

/** A probe without a file leaves its requirements untested. */
function whyMissing(
  recordings: readonly ProbeRecording[],
  ids: ReadonlySet<RequirementId>,
): Readonly<Record<string, string>> {
  const sent = new Set(
    recordings.flatMap(({ definitions }) => definitions.map((one) => one.exchange.step?.claim)),
  );
  const without = [...ids].filter((id) => !sent.has(id));
  return Object.fromEntries(
    without.map((id) => [id, 'the given recordings contain no request of its probe']),
  );
}

function exchangeOf(definition: RecordedDefinition): Exchange {
  const { scope, method, path, body, reqheaders = {}, exchange } = definition;
  const { seq, step, sentAtMs, receivedAtMs, failure } = exchange;
  // A replay may send other values than were recorded; the responses refer to the recorded ones.
  const gist = exchange.request ?? {
    path,
    ...(body === undefined || body === '' ? {} : { body: bodyText(body) }),
  };
  return {
    seq,
    ...(step ? { step } : {}),
    request: {
      method,
      origin: scope,
      path: gist.path,
      headers: reqheaders,
      ...(gist.body === undefined ? {} : { body: gist.body }),
      sentAtMs,
    },
    ...(failure ? { failure } : { response: responseOf(definition, receivedAtMs ?? sentAtMs) }),
  };
}

function responseOf(definition: RecordedDefinition, receivedAtMs: number) {
  const { status, response, responseIsBinary, rawHeaders } = definition;
  const body =
    responseIsBinary && typeof response === 'string'
      ? Buffer.from(response, 'hex').toString('utf8')
      : bodyText(response);
  return { status, headers: headerMap(rawHeaders), body, receivedAtMs };
}

function bodyText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
