import { type MessagePort, workerData } from 'node:worker_threads';
import type { Side } from '../../contracts/requirement.ts';
import type { Evidence } from '../../src/result.ts';
import { observeClientUnderTest, observeTarget } from './observe.ts';

/** What the thread is to do; see `observeSync`. */
export interface ObservationOrder {
  readonly side: Side;
  readonly port: MessagePort;
  /** Becomes 1, and wakes who waits for it, when the reply is there. */
  readonly done: Int32Array<SharedArrayBuffer>;
}

export type ObservationReply = { readonly evidence: Evidence } | { readonly fault: string };

const { side, port, done } = workerData as ObservationOrder;
const observe = side === 'server' ? observeTarget : observeClientUnderTest;
const reply: ObservationReply = await observe(process.env).then(
  (evidence) => ({ evidence }),
  (fault: unknown) => ({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
);
port.postMessage(reply);
Atomics.store(done, 0, 1);
Atomics.notify(done, 0);
