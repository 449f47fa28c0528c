import { type MessagePort, workerData } from 'node:worker_threads';
import type { Side } from '../../contracts/requirement.ts';
import { ConformanceError, SuiteFault } from '../../src/errors.ts';
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
  (fault: unknown) => ({ fault: textOfFault(fault) }),
);
port.postMessage(reply);
Atomics.store(done, 0, 1);
Atomics.notify(done, 0);

/** One line for what the user can fix (an unreachable target, a refused token); the stack of anything else. */
function textOfFault(fault: unknown): string {
  if (fault instanceof ConformanceError && !(fault instanceof SuiteFault))
    return `${fault.message} ${fault.remedy}`;
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
