/** Why an optional package did not load, as a clause: it is not installed, or the first line of what went wrong. */
export function whyNotLoaded(name: string, cause: unknown): string {
  const code = (cause as { code?: unknown } | null)?.code;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
    return `the optional package ${name} is not installed`;
  const message = cause instanceof Error ? cause.message : String(cause);
  return (message.split('\n')[0] ?? '').trim();
}
