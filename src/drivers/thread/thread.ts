import { extname } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { InconclusiveError, SuiteFault, UsageError } from '../../errors.ts';
import type { ClientClaim } from '../../observation.ts';
import { createClaimReader } from '../claim.ts';
import type { Assignment } from '../driver.ts';
import { saidLength, textOf } from '../module.ts';
import {
  type FromThread,
  isFromThread,
  type Pulse,
  type ThreadLimits,
  type ThreadOrder,
  type ToThread,
} from './messages.ts';
import { createRelay, type Relay } from './relay.ts';
import { watchThread } from './watch.ts';

/** A thread that has loaded the module, or is loading it. */
export interface Thread {
  /** Rejects with `InconclusiveError` or `UsageError` if the module cannot be loaded. */
  readonly loaded: Promise<void>;
  /** One start at a time. Rejects if the module cannot be loaded. */
  start(assignment: Assignment): { readonly ended: Promise<EndedStart>; kill(): void };
  /** Ends the thread; a start that is running ends as killed. */
  end(): void;
}

export interface EndedStart {
  readonly claim: ClientClaim;
  /** The thread can be used again. */
  readonly isIdle: boolean;
}

/** How a start, or the whole thread, ended. */
type Ending = Pick<ClientClaim, 'endedBy'> & Partial<ClientClaim>;

/** The start that is running. */
interface Current {
  readonly relay: Relay;
  readonly printed: ReturnType<typeof createClaimReader>;
  readonly resolve: (ended: EndedStart) => void;
}

/** V8's young generation would grow with every thread. */
const youngMib = 16;

/** Opens a thread for the module `file`; `name` is for messages. */
export function openThread(file: string, name: string, limits: ThreadLimits): Thread {
  const { port1: port, port2 } = new MessageChannel();
  const pulse: Pulse = new Float64Array(new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT));
  const order: ThreadOrder = { file, port: port2, pulse, limits };
  // Next to this file, as TypeScript in a checkout and as JavaScript in the package.
  const worker = new Worker(new URL(`./worker${extname(import.meta.filename)}`, import.meta.url), {
    workerData: order,
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMib, maxYoungGenerationSizeMb: youngMib },
  });
  const loading = Promise.withResolvers<void>();
  // Every start awaits it, and so reports it.
  loading.promise.catch(() => {});
  let current: Current | undefined;
  let ending: Ending | undefined;
  let isStopped = false;

  /** Ends the thread; what it sends from now on does not count. */
  const stop = (why: Ending) => {
    ending ??= why;
    if (isStopped) return;
    isStopped = true;
    void worker.terminate();
  };
  const watch = watchThread(worker, pulse, limits, (endedBy) => stop({ endedBy }));
  const finish = (how: Ending, isIdle: boolean) => {
    watch.pause();
    current?.relay.end(pulse[0] ?? 0);
    current?.resolve({ claim: claimOf(how, current.printed.end().said), isIdle });
    current = undefined;
  };
  const take = (message: FromThread): void => {
    if (isStopped) return;
    switch (message.kind) {
      case 'loaded':
        watch.pause();
        loading.resolve();
        break;
      case 'not-loaded':
        loading.reject(notLoaded(name, message.message));
        break;
      case 'no-run':
        loading.reject(noRun(name));
        break;
      case 'printed':
        current?.printed.err(Buffer.from(message.text));
        break;
      case 'flooded':
        stop({ endedBy: 'output' });
        break;
      case 'result':
        if (message.isIdle) finish(message.claim, true);
        else stop(message.claim);
        break;
      default:
        current?.relay.take(message);
    }
  };
  port.on('message', (message: unknown) => {
    if (isFromThread(message)) take(message);
    // A module that got hold of the port speaks for itself.
    else
      stop({ endedBy: 'crash', said: 'the module sent a message to the suite that is none of its thread' });
  });
  worker.on('error', (error: unknown) => {
    const isMemory = (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    ending ??= isMemory ? { endedBy: 'memory' } : { endedBy: 'crash', said: textOf(error) };
  });
  worker.on('exit', (code) => {
    // What the thread sent before its end counts.
    for (let left = receiveMessageOnPort(port); left; left = receiveMessageOnPort(port))
      if (isFromThread(left.message)) take(left.message);
    port.close();
    ending ??= { endedBy: 'exit', said: `process.exit(${code})` };
    finish(ending, false);
    loading.reject(notLoaded(name, loadFailure(ending)));
  });
  watch.begin('load');

  return {
    loaded: loading.promise,
    start: (assignment) => {
      const { promise: ended, resolve, reject } = Promise.withResolvers<EndedStart>();
      const { fetch: _fetch, clock, virtual, ...sent } = assignment;
      if (!virtual)
        throw new SuiteFault(
          'A module in a thread has virtual time only.',
          'This is a bug; please report it.',
        );
      const send = (message: ToThread) => port.postMessage(message);
      loading.promise.then(() => {
        if (ending) return resolve({ claim: claimOf(ending, ''), isIdle: false });
        current = { relay: createRelay(virtual, send), printed: createClaimReader(), resolve };
        pulse[0] = clock.now();
        watch.begin('start');
        send({ kind: 'start', startMs: clock.now(), assignment: sent });
      }, reject);
      return { ended, kill: () => stop({ endedBy: 'kill' }) };
    },
    end: () => stop({ endedBy: 'kill' }),
  };
}

/** What the module returned or threw, and what it printed. */
function claimOf(how: Ending, printed: string): ClientClaim {
  const said = [how.said, printed].filter(Boolean).join('\n').slice(0, saidLength);
  return { says: 'incomplete', ids: [], ...how, said };
}

function notLoaded(name: string, why: string): InconclusiveError {
  return new InconclusiveError(
    `${name} could not be loaded: ${why.split('\n', 1)[0]?.replace(/\.?$/, '.')}`,
    'Try node --check, or import it in a script.',
  );
}

function loadFailure({ endedBy, said }: Ending): string {
  switch (endedBy) {
    case 'time':
      return 'its import did not finish in time.';
    case 'memory':
      return 'it exceeded the memory limit.';
    case 'output':
      return 'it exceeded the output limit.';
    case 'exit':
      return `it called ${said}.`;
    default:
      return said ?? 'it was ended.';
  }
}

function noRun(name: string): UsageError {
  return new UsageError(
    `${name} does not export a function "run".`,
    'Export run({baseUrl, token, dataVersion, job, input, stateDir, fetch, clock}), which resolves to {complete, ids}.',
  );
}
