/** Lets so many through at a time; each leaves by the function that it got, as often as it likes. */
export interface StartGate {
  enter(): Promise<() => void>;
}

/**
 * Sixty interpreters that start at once keep a small machine from doing anything else, our own clock included. A client that
 * has come as far as its first request mostly waits from then on, and makes room for the next.
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
