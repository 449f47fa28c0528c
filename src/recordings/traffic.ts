import { type ApiName, allProfiles, type Profile } from '../../contracts/profiles.ts';
import type { Exchange } from '../exchange.ts';
import type { LeakScanner } from '../leaks/scanner.ts';
import { definitionsOf } from './definitions.ts';
import { fileOf, indexFile, renderIndex, renderRecording, sha256 } from './file.ts';
import { refuseLeaks } from './leak-check.ts';
import { keptMs } from './record.ts';
import { redactorVersion, rulesDigest } from './rules.ts';
import { publisher } from './transcript.ts';
import type { RecordingFiles } from './writer.ts';

export interface TrafficToRecord {
  /** Of the server. */
  readonly origin: string;
  /** Redacted. */
  readonly exchanges: readonly Exchange[];
  /** The same, as they crossed the wire. */
  readonly raw: Iterable<Exchange>;
  readonly profiles: readonly Profile[];
  readonly tool: { readonly name: string; readonly version: string };
  readonly scanner: LeakScanner;
}

/** What a client asked stands in place of what a probe did. */
const part = 'traffic/of a client';

/**
 * What a server said to a client, as a recording: its subject is `har`, so that it is judged as captured traffic. Every byte is scanned
 * for leaks; throws `SafetyStop` for one.
 */
export function recordTraffic(options: TrafficToRecord): RecordingFiles {
  const publish = publisher({ kind: 'live', origin: options.origin }, standIn);
  const exchanges = options.exchanges.map(publish.exchange);
  const startMs = exchanges[0]?.request.sentAtMs ?? 0;
  const names = new Set<string>(options.profiles.map(({ name }) => name));
  const origin = {
    subject: 'har',
    apis: allProfiles.flatMap(({ name }): ApiName[] => (names.has(name) ? [name] : [])),
    recordedAt: new Date(startMs).toISOString(),
    expires: new Date(startMs + keptMs).toISOString(),
    tool: options.tool,
    redactor: { version: redactorVersion, rules: rulesDigest() },
  } as const;
  const definitions = definitionsOf(
    { probe: part, exchanges, states: [] },
    { requests: exchanges.map(asSent), stateParams: [] },
  );
  const text = renderRecording(
    {
      format: 'clever-conformance/recording',
      formatVersion: 1,
      probe: part,
      ...origin,
      leaks: { verdict: 'none found' },
      states: [],
    },
    definitions,
  );
  const file = fileOf(part);
  const files = new Map([
    [file, text],
    [
      indexFile,
      renderIndex({
        format: 'clever-conformance/recordings',
        formatVersion: 1,
        ...origin,
        allows: [],
        hasOwnClock: false,
        tokens: { own: standIn(1) },
        probes: [{ name: part, file, sha256: sha256(text) }],
      }),
    ],
  ]);
  const { scanner, raw } = options;
  scanner.learn(options.origin, '', 'origin of the server');
  for (const exchange of raw) scanner.learnExchange(exchange, 'others');
  refuseLeaks(scanner, files);
  return files;
}

function standIn(slot: number): string {
  return `replay-token-${slot}`;
}

function asSent({ request: { method, path, headers, body = '' } }: Exchange) {
  const authorization = headers.authorization?.replace(/«token:(\d+)»/g, (_, slot: string) =>
    standIn(Number(slot)),
  );
  return { method, path, authorization, body };
}
