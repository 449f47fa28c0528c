import type { StateName, StateParams } from '../../contracts/states.ts';
import type { Exchange, HeaderMap, RecordedResponse } from '../exchange.ts';
import type { Provoked } from '../observe/exercise.ts';
import { tokensIn } from '../observe/observe-server.ts';
import { recordedHost } from '../recording.ts';
import { redactTraffic } from '../redaction/redactor.ts';
import type { Target } from '../targets/target.ts';
import type { Tape } from './tape.ts';

/** A redacted recording, playable without the real server. */
export interface Transcript {
  readonly origin: string;
  readonly tokens: { readonly own: string; readonly second?: string; readonly user?: string };
  readonly parts: readonly TranscriptPart[];
  /** The whole run, redacted as evidence. */
  readonly exchanges: readonly Exchange[];
}

/** The traffic of one probe. */
export interface TranscriptPart {
  readonly probe: string;
  /** Requests that reached the target, in order, redacted as evidence. */
  readonly exchanges: readonly Exchange[];
  readonly states: readonly {
    readonly before: number;
    readonly name: StateName;
    /** Only for the clock; the others come from the rehearsal. */
    readonly params: StateParams;
    readonly values: Readonly<Record<string, string>>;
    readonly refused?: true;
  }[];
}

/**
 * Removes personal and secret data from the traffic. Tokens become placeholders (`replay-token-1`), also where a response
 * repeats one; ids returned by states get the records' pseudonyms; a live server's host becomes `recorded.localhost`.
 */
export function transcribe(provoked: Provoked, tape: Tape, key: Uint8Array): Transcript {
  const { exchanges, parts, profiles } = provoked;
  const secrets = tape.tokens();
  // In order of first use, as in evidence; then unused ones.
  const sent = tokensIn(exchanges);
  const tokens = [...sent, ...secrets.filter((one) => !sent.includes(one))];
  const standIn = (token: string) => {
    const at = secrets.indexOf(token);
    // Other tokens are made up by probes, which will send them again.
    return at < 0 ? token : `replay-token-${at + 1}`;
  };
  const ids = tape.states.flatMap(({ values }) =>
    Object.entries(values).flatMap(([name, value]) => (name === 'token' ? [] : [String(value)])),
  );
  const traffic = redactTraffic(exchanges, { profiles, tokens, key, ids });
  const publish = publisher(tape.target, (slot) => standIn(tokens[slot - 1] ?? ''));
  const [own = '', second] = secrets;
  return {
    origin: publish.origin,
    tokens: {
      own: standIn(own),
      ...(tape.target.secondToken === undefined ? {} : { second: standIn(second ?? own) }),
      ...(tape.target.userToken === undefined ? {} : { user: standIn(tape.target.userToken) }),
    },
    exchanges: traffic.exchanges,
    parts: parts.map(({ probe, first, end }) => ({
      probe,
      exchanges: traffic.exchanges.slice(first, end).filter(reachedTarget).map(publish.exchange),
      states: tape.states
        .filter((one) => one.probe === probe)
        .map(({ sent: before, name, params, values, refused }) => ({
          before,
          name,
          params: name === clockMoves ? { seconds: Number(params.seconds) } : {},
          values: Object.fromEntries(
            Object.entries(values).map(([what, value]) => [
              what,
              what === 'token' ? standIn(String(value)) : traffic.idOf(String(value)),
            ]),
          ),
          ...(refused ? { refused } : {}),
        })),
    })),
  };
}

/** Budgets wait with this state, so its timing may differ between runs. */
export const clockMoves = 'the clock moves {seconds}' satisfies StateName;

/** The recorder blocks requests that cannot be sent, in a replay too. */
function reachedTarget({ failure }: Exchange): boolean {
  return failure?.kind !== 'refused';
}

/** Headers about the encoded body; recorded bodies are decoded and have another length. */
const ofTheWire: ReadonlySet<string> = new Set(['content-encoding', 'content-length', 'transfer-encoding']);

/** Takes hosts and placeholders of tokens out of redacted exchanges. */
export function publisher(target: Pick<Target, 'kind' | 'origin'>, tokenOf: (slot: number) => string) {
  const { hostname, protocol, port } = new URL(target.origin);
  const isSandbox = target.kind === 'sandbox';
  const host = new RegExp(`(?<=[/\\\\@])${hostname.replace(/[^\w-]/g, '\\$&')}(?![\\w.-])`, 'gi');
  const clean = (text: string) => {
    const named = text.replace(/«token:(\d+)»/g, (_, slot: string) => tokenOf(Number(slot)));
    return isSandbox ? named : named.replace(host, recordedHost);
  };
  // An unknown header is kept only because it repeats a token; its name is server-specific.
  const headersOf = (headers: HeaderMap) => {
    let nameless = 0;
    return Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => {
        if (ofTheWire.has(name)) return [];
        const isOwnName = name.startsWith('x-') && !name.startsWith('x-ratelimit-');
        return [[isOwnName ? `x-repeats-a-token-${++nameless}` : name, clean(value)] as const];
      }),
    );
  };
  const answerOf = ({ status, headers, body, receivedAtMs }: RecordedResponse): RecordedResponse => ({
    status,
    headers: headersOf(headers),
    body: clean(body),
    receivedAtMs,
  });
  const origin = isSandbox ? target.origin : `${protocol}//${recordedHost}${port === '' ? '' : `:${port}`}`;
  return {
    origin,
    exchange: (one: Exchange): Exchange => ({
      ...one,
      request: { ...one.request, origin },
      ...(one.response ? { response: answerOf(one.response) } : {}),
    }),
  };
}
