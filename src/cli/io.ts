/** Everything that the command line touches of the outside world, so that tests can put their own in place. */
export interface Io {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted on Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
}

/** Whether colour is welcome: never with NO_COLOR, --no-color or into a file. */
export function isColorful(io: Io, wanted: boolean): boolean {
  if (!wanted || io.env.NO_COLOR) return false;
  return io.stderr.isTTY === true || Boolean(io.env.FORCE_COLOR);
}
