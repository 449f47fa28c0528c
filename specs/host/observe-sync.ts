import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Side } from '../../contracts/requirement.ts';
import type { Evidence } from '../../src/result.ts';
import type { ObservationOrder, ObservationReply } from './observe-worker.ts';

/**
 * Observes a side in a thread and waits for it: mocha loads spec files synchronously, and the names of the tests follow from what
 * was observed. A fault of the observation (an unreachable target) is thrown here.
 */
export function observeSync(side: Side): Evidence {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const order: ObservationOrder = { side, port: port2, done };
  const worker = new Worker(new URL('./observe-worker.ts', import.meta.url), {
    workerData: order,
    transferList: [port2],
  });
  worker.unref();
  Atomics.wait(done, 0, 0);
  const reply = receiveMessageOnPort(port1)?.message as ObservationReply;
  port1.close();
  if ('fault' in reply) {
    const error = new Error(reply.fault);
    // The stack would be that of this thread, which says nothing of the fault.
    error.stack = reply.fault;
    throw error;
  }
  return reply.evidence;
}
