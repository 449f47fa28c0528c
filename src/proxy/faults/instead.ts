import type { IncomingMessage, ServerResponse } from 'node:http';
import { maxBodyBytes, type PendingResponse, type Served } from '../../drivers/served.ts';
import type { Exchange } from '../../exchange.ts';
import { respond } from '../../scenarios/serving/serve.ts';
import { readText } from '../../text/packed-text.ts';
import { type Forwarded, forward, type Sink, type Way } from '../forward.ts';
import { headerMap, unframed } from '../headers.ts';
import type { Injected, Ledger } from '../ledger.ts';
import type { Taken } from './inject.ts';

/** Takes a response that the client does not get. */
const nowhere: Sink = {
  head: () => {},
  data: () => true,
  end: () => {},
  broken: () => {},
  onGone: () => {},
};

export interface Answering {
  readonly ledger: Pick<Ledger, 'read'>;
  readonly way: Way;
  /** Resolves when the server may be asked; `false`: the client is gone. */
  readonly admit: () => Promise<boolean>;
}

/** Responds by a rule. The server is asked where the rule changes its response, and never learns what became of it. */
export async function answerInstead(
  request: IncomingMessage,
  response: ServerResponse,
  taken: Taken,
  { ledger, way, admit }: Answering,
): Promise<{ readonly forwarded: Forwarded | undefined; readonly injected: Injected }> {
  const path = request.url ?? '';
  let forwarded: Forwarded | undefined;
  const served = await taken
    .play(async () => {
      if (!(await admit())) throw gone;
      forwarded = await forward(request, way, nowhere);
      if (!forwarded.response?.body.isWhole) throw gone;
      const { status, headers } = forwarded.response;
      const { text } = await ledger.read(path, forwarded);
      return { status, headers: unframed(headers), body: readText(text) };
    })
    .catch((): Served => noAnswer);
  const body = forwarded ? undefined : await bodyOf(request);
  let outcome: Pick<Exchange, 'response' | 'failure'> | undefined;
  const pending: PendingResponse = {
    served,
    markSent: () => {
      outcome ??= {
        response: {
          status: served.status,
          headers: headerMap(served.headers.flat()),
          body: served.body,
          receivedAtMs: Date.now(),
        },
      };
    },
    fail: (message) => {
      outcome ??= { failure: { kind: 'closed', message } };
    },
  };
  await respond(pending, request, response);
  return {
    forwarded,
    injected: { step: taken.step, ...(body === undefined ? {} : { body }), ...outcome },
  };
}

const gone = new Error('there is no response to change');
/** What the server did not say cannot be changed: the client gets no response, as without the rule. */
const noAnswer: Served = { status: 502, headers: [], body: '', delayMs: 0, close: 'before', endless: false };

/** Of a request that is not passed on. */
function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    const end = () => resolve(size === 0 ? undefined : Buffer.concat(pieces).toString('utf8'));
    request.on('data', (piece: Buffer) => {
      size += piece.byteLength;
      if (size <= maxBodyBytes) pieces.push(piece);
      else request.destroy();
    });
    request.once('end', end).once('close', end);
  });
}
