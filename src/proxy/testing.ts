import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Profile } from '../../contracts/profiles.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { createHttpSender } from '../targets/http.ts';
import { createRoom } from './copies.ts';
import { createInjector } from './faults/inject.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type OpenProxy, openProxy, type ProxyOptions, type Seen } from './proxy.ts';

/** A response as it crossed the wire. */
export interface Raw {
  readonly status: number;
  readonly message: string;
  readonly headers: readonly string[];
  readonly trailers: readonly string[];
  readonly body: Buffer;
  /** Whether it came to its end. */
  readonly isWhole: boolean;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Sends one request, decodes nothing. Rejects where there is no response. */
export function ask(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: Asking = {},
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const url = new URL(origin);
    const outgoing = httpRequest({
      hostname: url.hostname,
      port: url.port,
      path,
      method,
      headers,
      agent: false,
    });
    outgoing.maxHeadersCount = 0;
    outgoing.on('error', reject);
    outgoing.on('response', (incoming: IncomingMessage) => {
      const pieces: Buffer[] = [];
      const end = () =>
        resolve({
          status: incoming.statusCode ?? 0,
          message: incoming.statusMessage ?? '',
          headers: incoming.rawHeaders,
          trailers: incoming.rawTrailers,
          body: Buffer.concat(pieces),
          isWhole: incoming.complete,
        });
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('error', end).on('end', end);
    });
    outgoing.end(body);
  });
}

export interface Between {
  /** Of the server, and of the proxy in front of it. */
  readonly server: string;
  readonly proxy: OpenProxy;
  readonly ledger: Ledger;
  readonly seen: readonly Seen[];
}

type Options = Partial<Omit<ProxyOptions, 'way' | 'ledger' | 'injector'>> & {
  readonly token?: string;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly inject?: { readonly scenarios: readonly Scenario[]; readonly profiles: readonly Profile[] };
};

/** Serves on a port, with a proxy in front, while `work` runs. */
export async function withProxy<T>(
  listener: RequestListener,
  { token, timeoutMs = 5000, maxBytes = 32 * 1024 * 1024, inject, ...options }: Options,
  work: (between: Between) => Promise<T>,
): Promise<T> {
  // It takes longer addresses than a proxy with Node's own limit would pass on.
  const upstream = createServer({ keepAliveTimeout: 60_000, maxHeaderSize: 128 * 1024 }, listener);
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const server = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const sender = createHttpSender();
  const ledger = createLedger(server);
  const seen: Seen[] = [];
  const proxy = await openProxy({
    port: 0,
    allowWrites: true,
    ...options,
    way: { origin: new URL(server), sender, token, timeoutMs, maxBytes, room: createRoom(2 * maxBytes) },
    ledger,
    injector: inject && createInjector(inject.scenarios, inject.profiles),
    onPassed: (one) => seen.push(one),
  });
  try {
    return await work({ server, proxy, ledger, seen });
  } finally {
    await proxy.close();
    sender.close();
    upstream.closeAllConnections();
    upstream.close();
  }
}
