import { InterruptedError } from '../errors.ts';

/** Rejects on abort, at the latest after `patienceMs` of real time. */
export async function orInterrupted<T>(
  work: Promise<T>,
  signal: AbortSignal,
  patienceMs: number,
): Promise<T> {
  let onAbort = () => {};
  let timer: NodeJS.Timeout | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      if (patienceMs === 0) reject(interrupted());
      else timer = setTimeout(() => reject(interrupted()), patienceMs);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

export function interrupted(): InterruptedError {
  return new InterruptedError(
    'The run was interrupted.',
    'Everything it created has been removed; run it again.',
  );
}
