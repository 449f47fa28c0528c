import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { maxBodyBytes, type PendingResponse, type Served } from '../../drivers/served.ts';
import { endlessBytes, endlessMessage, endlessPiece } from '../../drivers/wire.ts';
import { headerMap } from '../../exchange.ts';
import { isOfForeignPage } from '../../sandbox/http/neighbours.ts';
import type { ScenarioServer } from './desk.ts';

/** A scenario on two ports of 127.0.0.1: its own, and a foreign one that the client must not contact. */
export interface Ports {
  /** `http://127.0.0.1:40123`. */
  readonly origin: string;
  readonly scenarioServer: ScenarioServer;
  /** Closes all connections. */
  close(): Promise<void>;
}

/** Opens both ports, creates the server for their origins, and serves it. */
export async function serveScenario(
  make: (origin: string, foreignOrigin: string) => ScenarioServer,
): Promise<Ports> {
  const servers = [newServer(), newServer()] as const;
  const [origin, foreignOrigin] = await Promise.all([listen(servers[0]), listen(servers[1])]);
  const scenarioServer = make(origin, foreignOrigin);
  for (const [server, at] of [
    [servers[0], origin],
    [servers[1], foreignOrigin],
  ] as const) {
    server.on('request', (request, response) => {
      // A page in a browser on this machine is not the client, and would be taken for it.
      if (isOfForeignPage(String(request.headers['sec-fetch-site'] ?? 'none')))
        return void response.writeHead(403).end();
      answer(scenarioServer, at, request, response).catch(() => response.destroy());
    });
    server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
      // Without any byte, the client only disconnected.
      if (error.rawPacket?.length) {
        const isTls = error.rawPacket[0] === 0x16;
        scenarioServer.recordMalformed(
          isTls ? at.replace('http:', 'https:') : at,
          isTls ? 'a TLS handshake' : 'not an HTTP request',
        );
      }
      socket.destroy();
    });
  }
  return {
    origin,
    scenarioServer,
    close: async () => {
      await Promise.all(
        servers.map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve());
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}

function newServer(): Server {
  // A client may wait for a minute between two requests of one connection.
  return createServer({ keepAliveTimeout: 75_000, requestTimeout: 0, headersTimeout: 60_000, noDelay: true });
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

async function answer(
  scenarioServer: ScenarioServer,
  origin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // An absolute URL, as sent to a proxy, determines the host.
  const target = request.url ?? '/';
  const pending = await scenarioServer.receive({
    method: request.method ?? '',
    origin: /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target).origin : origin,
    path:
      /^https?:\/\//i.test(target) && URL.canParse(target)
        ? target.slice(new URL(target).origin.length) || '/'
        : target,
    headers: headerMap(request.rawHeaders),
    body: bodyOf(request),
  });
  await respond(pending, request, response);
}

/** Sends a response with all its faults: late, cut, endless. Resolves when it is sent, or cannot be. */
export async function respond(
  pending: PendingResponse,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { served } = pending;
  if (!served) return void response.destroy();
  const gone = new AbortController();
  response.on('close', () => {
    gone.abort();
    if (!response.writableFinished && !served.endless)
      pending.fail('the client disconnected before the response');
  });
  if (served.delayMs > 0 && !response.destroyed)
    await sleep(served.delayMs, undefined, { ref: false, signal: gone.signal }).catch(() => {});
  if (response.destroyed) return pending.fail('the client disconnected before the response');
  await send(served, pending, request, response);
}

async function send(
  served: Served,
  pending: PendingResponse,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (served.close === 'before') {
    pending.fail('the connection was closed before any byte of the response');
    response.destroy();
    return;
  }
  const body = Buffer.from(served.body);
  const headers = served.headers.flat();
  const isSized = served.headers.some(([name]) => name.toLowerCase() === 'content-length');
  const hasNoBody = request.method === 'HEAD' || [204, 205, 304].includes(served.status);
  response.sendDate = false;
  if (served.endless) return await sendEndless(served, pending, headers, response);
  if (served.close === 'mid-body') {
    pending.fail(`the connection was closed within the body of a ${served.status}`);
    response.writeHead(
      served.status,
      isSized ? headers : [...headers, 'Content-Length', String(body.byteLength)],
    );
    // Flushed first, so that the client receives half a body before the connection closes.
    response.write(body.subarray(0, body.byteLength >> 1), () => response.destroy());
    return;
  }
  if (served.close === 'after') {
    pending.fail(`the connection was closed after the body of a ${served.status}, without a proper end`);
    response.writeHead(served.status, [...headers, 'Transfer-Encoding', 'chunked']);
    response.write(body, () => response.destroy());
    return;
  }
  pending.markSent();
  response.writeHead(
    served.status,
    isSized || served.status === 204 || served.status === 304
      ? headers
      : [...headers, 'Content-Length', String(body.byteLength)],
  );
  response.end(hasNoBody ? undefined : body);
}

async function sendEndless(
  served: Served,
  pending: PendingResponse,
  headers: string[],
  response: ServerResponse,
): Promise<void> {
  let sent = 0;
  response.on('close', () => pending.fail(endlessMessage(sent, true)));
  response.writeHead(served.status, [...headers, 'Transfer-Encoding', 'chunked']);
  response.write(served.body);
  while (sent < endlessBytes && !response.destroyed) {
    sent += endlessPiece.byteLength;
    if (!response.write(endlessPiece))
      await new Promise<void>((resolve) => {
        const go = () => {
          response.off('drain', go).off('close', go);
          resolve();
        };
        response.once('drain', go).once('close', go);
      });
  }
}

function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const isSent =
    request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
  if (!isSent) {
    request.resume();
    return Promise.resolve(undefined);
  }
  const pieces: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    request.on('data', (piece: Buffer) => {
      size += piece.byteLength;
      if (size <= maxBodyBytes) pieces.push(piece);
    });
    request.on('close', () => resolve(Buffer.concat(pieces).toString('utf8')));
    request.on('end', () => resolve(Buffer.concat(pieces).toString('utf8')));
  });
}
