/** Maximum delay of timers until `end`, in milliseconds: the error of the times that the suite records. */
export function measureLag() {
  const everyMs = 20;
  let maxMs = 0;
  let lastMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    maxMs = Math.max(maxMs, nowMs - lastMs - everyMs);
    lastMs = nowMs;
  }, everyMs);
  timer.unref();
  return {
    end: () => {
      clearInterval(timer);
      return Math.ceil(maxMs);
    },
  };
}
