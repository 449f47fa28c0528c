import type { Worker } from 'node:worker_threads';
import type { Pulse, ThreadLimits } from './messages.ts';

/** Watches a thread from outside, since a thread in an endless loop cannot watch itself. */
export interface Watch {
  /** A new phase begins: loading, or a start. */
  begin(phase: 'load' | 'start'): void;
  /** Nothing is expected of the thread. */
  pause(): void;
}

/** Between two looks, in milliseconds. */
const tickMs = 100;
const mib = 1024 * 1024;

/**
 * Calls `stop` when a phase exceeds its time, when a start does nothing for too long, or when heap and buffers exceed the limit: V8
 * itself limits only the heap. Time is counted in ticks, so that a suspended process does not count as silent.
 */
export function watchThread(
  worker: Worker,
  pulse: Pulse,
  limits: ThreadLimits,
  stop: (limit: 'time' | 'memory') => void,
): Watch {
  let timer: NodeJS.Timeout | undefined;
  const checkMemory = async () => {
    const heap = await worker.getHeapStatistics();
    if (heap.total_heap_size + heap.external_memory > limits.memoryMib * mib) stop('memory');
  };
  const pause = () => clearInterval(timer);
  return {
    begin: (phase) => {
      const maxMs = phase === 'load' ? limits.loadMs : limits.realMs;
      let [ticks, silent, last, isAsked] = [0, 0, pulse[1], false];
      pause();
      timer = setInterval(() => {
        ticks++;
        silent = pulse[1] === last && phase === 'start' ? silent + 1 : 0;
        last = pulse[1];
        if (ticks * tickMs >= maxMs || silent * tickMs >= limits.silenceMs) stop('time');
        // A thread in a long native call does not respond, and a new question would only wait as well.
        if (isAsked) return;
        isAsked = true;
        checkMemory()
          .catch(() => {})
          .finally(() => {
            isAsked = false;
          });
      }, tickMs);
    },
    pause,
  };
}
