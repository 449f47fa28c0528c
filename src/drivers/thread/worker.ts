/** The thread of a module: loads it, and runs one start after the other, with a fetch and a virtual clock of its own. */
import { pathToFileURL } from 'node:url';
import { workerData } from 'node:worker_threads';
import { type Clock, createVirtualClock } from '../../clock.ts';
import type { ClientModule } from '../driver.ts';
import { createModuleDriver, textOf } from '../module.ts';
import { isImmediate, type PendingResponse, type Receive, type Served } from '../served.ts';
import { createWire } from '../wire.ts';
import type { FromThread, ThreadOrder, ToThread } from './messages.ts';

const { file, port, pulse, limits } = takeOver(workerData);
const post = (message: FromThread) => port.postMessage(message);
const waiting = new Map<number, { resolve(served: Served | undefined): void; reject(error: Error): void }>();
let requests = 0;
let run: ClientModule | undefined;
let resources = 0;
/** Bytes printed by the current start. */
let printed = 0;

port.on('message', (message: ToThread) => {
  switch (message.kind) {
    case 'start':
      void start(message);
      break;
    case 'served':
      settle(message.request)?.resolve(message.served);
      break;
    case 'refused':
      settle(message.request)?.reject(new TypeError('fetch failed', { cause: message.message }));
      break;
    default:
      message satisfies never;
  }
});
captureOutput();
guardProcess();
await load();

/** Empties the order, so that the module cannot get hold of the port and report in the suite's name. */
function takeOver(data: { -readonly [K in keyof ThreadOrder]?: ThreadOrder[K] }): ThreadOrder {
  const order = { ...data } as ThreadOrder;
  for (const name of Object.keys(data)) delete data[name as keyof ThreadOrder];
  return order;
}

async function load(): Promise<void> {
  try {
    const loaded: { readonly run?: unknown } = await import(pathToFileURL(file).href);
    if (typeof loaded.run !== 'function') return post({ kind: 'no-run' });
    run = loaded.run as ClientModule;
    resources = activeResources();
    post({ kind: 'loaded' });
  } catch (error) {
    post({ kind: 'not-loaded', message: textOf(error) });
  }
}

async function start({ startMs, assignment }: ToThread & { kind: 'start' }): Promise<void> {
  printed = 0;
  const virtual = createVirtualClock(startMs);
  const beat = () => {
    pulse[0] = virtual.now();
    pulse[1] = (pulse[1] ?? 0) + 1;
  };
  const alive = async <T>(work: Promise<T>): Promise<T> => {
    beat();
    try {
      return await work;
    } finally {
      beat();
    }
  };
  let isOver = false;
  const receive = receiveFrom(virtual);
  // After the end, a request that was under way follows no redirect.
  const wire = createWire((arrival) => (isOver ? new Promise(() => {}) : receive(arrival)), virtual);
  const clock: Clock = { now: virtual.now, sleep: (ms, signal) => alive(virtual.sleep(ms, signal)) };
  beat();
  // The thread that started this one watches for silence, since it notices a loop without end as well.
  const driver = createModuleDriver(run as ClientModule, file, {
    virtualMs: limits.virtualMs,
    silenceMs: Number.POSITIVE_INFINITY,
  });
  const { ended } = driver.start({ ...assignment, clock, fetch: (request) => alive(wire(request)) });
  const claim = await ended;
  isOver = true;
  beat();
  post({ kind: 'result', claim, isIdle: activeResources() <= resources });
}

/** Passes requests on to the server in the other thread. */
function receiveFrom(clock: Clock): Receive {
  return async ({ body, ...arrival }) => {
    const request = requests++;
    const { promise: served, resolve, reject } = Promise.withResolvers<Served | undefined>();
    waiting.set(request, { resolve, reject });
    post({ kind: 'request', request, nowMs: clock.now(), arrival, hasBody: body !== undefined });
    body?.then(
      (text) => post({ kind: 'body', request, body: text }),
      () => post({ kind: 'body', request, body: null }),
    );
    return pendingResponse(request, await served, clock);
  };
}

function pendingResponse(request: number, served: Served | undefined, clock: Clock): PendingResponse {
  return {
    served,
    markSent: () => {
      if (served && !isImmediate(served)) post({ kind: 'sent', request, nowMs: clock.now() });
    },
    fail: (message) => post({ kind: 'failed', request, nowMs: clock.now(), message }),
  };
}

function settle(request: number) {
  const found = waiting.get(request);
  waiting.delete(request);
  return found;
}

/** Timers, sockets and files that keep the thread busy; not what the virtual clock itself uses. */
function activeResources(): number {
  return process.getActiveResourcesInfo().filter((one) => one !== 'Immediate' && one !== 'MessagePort')
    .length;
}

/** What a module prints is its other output, not the suite's. Posted at once, so that it survives an abrupt end. */
function captureOutput(): void {
  const take = (piece: unknown, ...more: readonly unknown[]): boolean => {
    const text = typeof piece === 'string' ? piece : Buffer.from(piece as Uint8Array).toString('utf8');
    const before = printed;
    printed += Buffer.byteLength(text);
    pulse[1] = (pulse[1] ?? 0) + 1;
    if (printed <= limits.outputBytes) post({ kind: 'printed', text });
    else if (before <= limits.outputBytes) post({ kind: 'flooded' });
    const done = more.find((one) => typeof one === 'function');
    if (done) queueMicrotask(done as () => void);
    return true;
  };
  for (const stream of [process.stdout, process.stderr]) stream.write = take;
}

/** `process.kill` and signals reach the whole process, so a module that ends itself with one ends its thread only. */
function guardProcess(): void {
  const kill = process.kill.bind(process);
  const own: ReadonlySet<number> = new Set([0, -1, process.pid, -process.pid]);
  process.kill = (pid, signal) => {
    if (!own.has(pid)) return kill(pid, signal);
    if (signal === 0) return true;
    post({ kind: 'printed', text: `process.kill(${pid})\n` });
    return process.exit(1);
  };
}
