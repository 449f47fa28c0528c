import type { StateName, StateParams } from '../../contracts/states.ts';
import { model } from '../../generated/model.ts';
import { redactTraffic } from '../evidence/redactor.ts';
import type { Exchange, HeaderMap, RecordedResponse } from '../exchange.ts';
import type { Provoked } from '../observe/exercise.ts';
import { tokensIn } from '../observe/observe-server.ts';
import { recordedHost } from '../recording.ts';
import type { Target } from '../targets/target.ts';
import type { Tape } from './tape.ts';

/** A recording after redaction, as a server could play it that knows nothing of the real one. */
export interface Transcript {
  readonly origin: string;
  readonly tokens: { readonly own: string; readonly second?: string };
  readonly parts: readonly TranscriptPart[];
  /** The whole run, redacted as evidence is. */
  readonly exchanges: readonly Exchange[];
}

/** What one probe heard. */
export interface TranscriptPart {
  readonly probe: string;
  /** Those that reached the target, in their order; the requests are redacted as evidence is. */
  readonly exchanges: readonly Exchange[];
  readonly states: readonly {
    readonly before: number;
    readonly name: StateName;
    /** Only of the clock; all others are learnt from the rehearsal. */
    readonly params: StateParams;
    readonly values: Readonly<Record<string, string>>;
    readonly refused?: true;
  }[];
}

/**
 * Takes everything personal and secret out of what was provoked. Tokens become stand-ins (`replay-token-1`), also where an
 * answer repeats one; the ids that states answered get the pseudonyms of the records; a live server's host becomes
 * `recorded.localhost`.
 */
export function transcribe(provoked: Provoked, tape: Tape, key: Uint8Array): Transcript {
  const { exchanges, parts, profiles } = provoked;
  const secrets = tape.tokens();
  // In the order of their first use, as in evidence; then those that no request carried.
  const sent = tokensIn(exchanges);
  const tokens = [...sent, ...secrets.filter((one) => !sent.includes(one))];
  const standIn = (token: string) => {
    const at = secrets.indexOf(token);
    // What is nobody's token was made up by a probe, which will make it up again.
    return at < 0 ? token : `replay-token-${at + 1}`;
  };
  const ids = tape.states.flatMap(({ values }) =>
    Object.entries(values).flatMap(([name, value]) => (name === 'token' ? [] : [String(value)])),
  );
  const traffic = redactTraffic(exchanges, { model, profiles, tokens, key, ids });
  const publish = publisher(tape.target, (slot) => standIn(tokens[slot - 1] ?? ''));
  const [own = '', second] = secrets;
  return {
    origin: publish.origin,
    tokens: {
      own: standIn(own),
      ...(tape.target.secondToken === undefined ? {} : { second: standIn(second ?? own) }),
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

/** Budgets wait by it, so when it is asked for may differ from one run to the next. */
export const clockMoves = 'the clock moves {seconds}' satisfies StateName;

/** Our own guard holds back what cannot be sent, in a replay as before. */
function reachedTarget({ failure }: Exchange): boolean {
  return failure?.kind !== 'refused';
}

/**
 * Headers that speak of the bytes on the wire: the bodies are decoded, and are not of the same length any more.
 */
const ofTheWire: ReadonlySet<string> = new Set(['content-encoding', 'content-length', 'transfer-encoding']);

function publisher(target: Pick<Target, 'kind' | 'origin'>, tokenOf: (slot: number) => string) {
  const { hostname, protocol, port } = new URL(target.origin);
  const isOurs = target.kind === 'sandbox';
  const host = new RegExp(`(?<=[/\\\\@])${hostname.replace(/[^\w-]/g, '\\$&')}(?![\\w.-])`, 'gi');
  const clean = (text: string) => {
    const named = text.replace(/«token:(\d+)»/g, (_, slot: string) => tokenOf(Number(slot)));
    return isOurs ? named : named.replace(host, recordedHost);
  };
  // A header that only its server knows is there because it repeats a token; its name is the server's own affair.
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
  const origin = isOurs ? target.origin : `${protocol}//${recordedHost}${port === '' ? '' : `:${port}`}`;
  return {
    origin,
    exchange: (one: Exchange): Exchange => ({
      ...one,
      request: { ...one.request, origin },
      ...(one.response ? { response: answerOf(one.response) } : {}),
    }),
  };
}
