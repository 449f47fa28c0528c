/** The proxy in front of a server, in its own thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { createRoom } from '../src/proxy/copies.ts';
import { createLedger } from '../src/proxy/ledger.ts';
import { openProxy } from '../src/proxy/proxy.ts';
import { createHttpSender } from '../src/targets/http.ts';

const { origin } = workerData as { readonly origin: string };
const proxy = await openProxy({
  port: 0,
  allowWrites: false,
  ledger: createLedger(origin),
  way: {
    origin: new URL(origin),
    sender: createHttpSender(),
    timeoutMs: 30_000,
    maxBytes: 32 * 1024 * 1024,
    room: createRoom(64 * 1024 * 1024),
  },
});
parentPort?.postMessage({ url: proxy.origin });
