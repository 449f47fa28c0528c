/** The environment of the command line, replaceable in tests. */
export interface Io {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted on Ctrl-C, SIGTERM and SIGHUP, and after an uncaught error. */
  readonly signal: AbortSignal;
}

/** Whether to use colour: not with NO_COLOR, --no-color or into a file. */
export function isColorful(io: Io, wanted: boolean): boolean {
  if (!wanted || io.env.NO_COLOR) return false;
  return io.stderr.isTTY === true || Boolean(io.env.FORCE_COLOR);
}
