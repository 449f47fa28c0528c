/** Counting semaphore; `enter` resolves to an idempotent release. */
export interface StartGate {
  enter(): Promise<() => void>;
}

/**
 * Sixty interpreters that start at once overload a small machine and delay the suite's own timers. After its first request
 * a client mostly waits, so the next one may start.
 */
export function createStartGate(width: number): StartGate {
  let inside = 0;
  const queue: (() => void)[] = [];
  const letIn = () => {
    inside++;
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      inside--;
      queue.shift()?.();
    };
  };
  return {
    enter: () =>
      new Promise((resolve) => {
        if (inside < width) resolve(letIn());
        else queue.push(() => resolve(letIn()));
      }),
  };
}
