import { Readable } from 'node:stream';
import { createTrafficCollector, type Traffic } from '../captures/formats/captured.ts';
import { kindOfPath } from '../captures/formats/relevance.ts';
import type { Exchange, HeaderMap, RecordedRequest, Step, TransportFailure } from '../exchange.ts';
import { createBodyReader, type ReadBody } from '../recorder/body.ts';
import { allowedBy } from '../recorder/excess.ts';
import { failureOf } from '../recorder/transport-failure.ts';
import { decoded } from '../targets/http.ts';
import { responseWith, type StoredText } from '../text/packed-text.ts';
import type { Kept } from './copies.ts';
import type { Forwarded } from './forward.ts';

/** One request through the proxy, when it is over. */
export interface Passed {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** As the client sent them. */
  readonly headers: HeaderMap;
  readonly arrivedAtMs: number;
  /** What happened at the server. Absent: it was not asked. */
  readonly forwarded?: Forwarded | undefined;
  /** What the client got in place of the server's response. */
  readonly injected?: Injected | undefined;
}

/** A response, or the lack of one, that the server has nothing to do with. */
export interface Injected extends Pick<Exchange, 'response' | 'failure'> {
  /** Names the scenario and its rule. */
  readonly step: Step;
  /** Of a request that the server was not asked. */
  readonly body?: string | undefined;
}

/** What each side did, unredacted: injected responses are the client's only, and what a client did not wait for is not the server's. */
export interface Ledger {
  /** Resolves when bodies are read, with what the client got. */
  add(passed: Passed): Promise<StoredText>;
  /** A request that the client sent to another origin. */
  addStray(exchange: Exchange): void;
  /** Reads the body of what the server sent. */
  read(path: string, forwarded: Forwarded): Promise<ReadBody>;
  /** Resolves when everything added so far is read. */
  settled(): Promise<void>;
  traffic(side: 'server' | 'client', lagMs: number): Traffic;
  /** Exchanges of each side, requests that belong to no API, and whether some were no longer kept. */
  counts(): {
    readonly server: number;
    readonly client: number;
    readonly others: number;
    readonly isFull: boolean;
  };
  /** Called with each exchange of either side, before anything is redacted. */
  readonly exchanges: () => Iterable<Exchange>;
}

/** As of a recorded run. */
const limits = { maxBytes: 32 * 1024 * 1024, maxValues: 2_000_000, idleMs: undefined };
/** What a capture may have: see `createTrafficCollector`. */
const maxKept = 99_000;
const maxNewBytes = 40 * 1024 * 1024;

type Unnumbered = Omit<Exchange, 'seq'>;

/** `origin`: of the server, which every request is recorded with. */
export function createLedger(origin: string): Ledger {
  const sides = { server: [] as Unnumbered[], client: [] as Unnumbered[] };
  const strays: Exchange[] = [];
  const intake = { bytes: 0, values: 0, newBytes: 0 };
  const bodies = createBodyReader(limits, intake);
  let others = 0;
  let isFull = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: bodies that are read at once are in memory at once. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  };

  const read = (path: string, { response }: Forwarded): Promise<ReadBody> => {
    const { pieces = [], size = 0 } = response?.body ?? {};
    const source = (coding: string | undefined) => ({
      // Most bodies have no coding, and a stream costs as much as the rest of the request.
      body:
        coding === undefined ? each(pieces) : decoded(Readable.from(pieces, { objectMode: false }), coding),
    });
    return inTurn(async () =>
      size === 0
        ? { text: '', isUtf8: true }
        : await bodies.read(
            source(response?.headers['content-encoding']),
            undefined,
            allowedBy(origin + path),
          ),
    );
  };

  const outcomesOf = async ({ path, forwarded }: Passed & { readonly forwarded: Forwarded }) => {
    const { response, failure } = forwarded;
    if (!response) {
      const lost = { failure: failure ?? noResponse };
      return { server: lost, client: lost, text: '' };
    }
    const { body, ...parts } = response;
    const bare = { response: { ...parts, body: '', notKept: 'body' as const } };
    if (!body.isWhole || intake.newBytes > maxNewBytes) return { server: bare, client: bare, text: '' };
    try {
      const { text, isUtf8 } = await read(path, forwarded);
      const whole = { response: responseWith({ ...parts, ...(isUtf8 ? {} : { isNotUtf8: true }) }, text) };
      return { server: whole, client: whole, text };
    } catch (error) {
      // The client had it all; that it is too much, or cannot be decoded, is about the server.
      return { server: { failure: failureOf(error) }, client: bare, text: '' };
    }
  };

  const requestOf = (
    { method, path }: Passed,
    headers: HeaderMap,
    body: Pick<RecordedRequest, 'body' | 'notKept'>,
    sentAtMs: number,
  ): RecordedRequest => ({ method, origin, path, headers, ...body, sentAtMs });

  const keep = (side: 'server' | 'client', exchange: Unnumbered) => {
    isFull ||= sides[side].length >= maxKept || intake.newBytes > maxNewBytes;
    if (!isFull) sides[side].push(exchange);
  };

  const enter = async (passed: Passed): Promise<StoredText> => {
    const { forwarded, injected, headers, arrivedAtMs } = passed;
    if (kindOfPath(passed.path.split('?', 1)[0] ?? '') === 'other') {
      others++;
      return '';
    }
    const outcome = forwarded && (await outcomesOf({ ...passed, forwarded }));
    const body = forwarded ? bodyOf(forwarded.body) : textOf(injected?.body);
    const { step, response, failure } = injected ?? {};
    const ofClient: Unnumbered = {
      ...(step ? { step } : {}),
      request: requestOf(passed, headers, body, arrivedAtMs),
      ...(injected ? (response ? { response } : { failure: failure ?? noResponse }) : outcome?.client),
    };
    keep('client', ofClient);
    if (forwarded && outcome && !forwarded.isLeft) {
      const { added, sentAtMs } = forwarded;
      // Most exchanges are the same on both sides, and many are kept.
      const isSame =
        !injected && outcome.server === outcome.client && added === undefined && sentAtMs - arrivedAtMs < 2;
      const own = added === undefined ? headers : { ...headers, authorization: `Bearer ${added}` };
      keep(
        'server',
        isSame ? ofClient : { request: requestOf(passed, own, body, sentAtMs), ...outcome.server },
      );
    }
    return response?.body ?? outcome?.text ?? '';
  };

  return {
    add: async (passed) => {
      try {
        return await enter(passed);
      } finally {
        passed.forwarded?.body.release();
        passed.forwarded?.response?.body.release();
      }
    },
    addStray: (exchange) => strays.push(exchange),
    read,
    settled: async () => {
      for (let last: unknown; last !== queue; ) {
        last = queue;
        await queue;
      }
    },
    traffic: (side, lagMs) => {
      const collector = createTrafficCollector();
      for (const one of sides[side]) collector.addExchange({ ...one, seq: 0 });
      if (side === 'client') for (const one of strays) collector.addStray(one);
      return { ...collector.finish(1), lagMs };
    },
    counts: () => ({ server: sides.server.length, client: sides.client.length, others, isFull }),
    exchanges: function* () {
      for (const one of [...sides.server, ...sides.client]) yield { ...one, seq: 0 };
      yield* strays;
    },
  };
}

async function* each(pieces: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

const noResponse: TransportFailure = { kind: 'closed', message: 'no response' };

function bodyOf({ pieces, size, isWhole }: Kept): Pick<RecordedRequest, 'body' | 'notKept'> {
  if (!isWhole) return { notKept: 'body' };
  return textOf(size === 0 ? undefined : Buffer.concat(pieces).toString('utf8'));
}

function textOf(body: string | undefined): Pick<RecordedRequest, 'body'> {
  return body === undefined ? {} : { body };
}
