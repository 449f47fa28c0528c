/** Prepares a side before the claims of a spec file are made: a test runner observes the target here. */
type Prepare = (side: 'server' | 'client') => Promise<void>;

let prepare: Prepare | undefined;

export function hostPreparation(host: Prepare): void {
  prepare = host;
}

/** Resolves when the host is ready for claims of a side; at once where there is no test runner. */
export async function prepared(side: 'server' | 'client'): Promise<void> {
  await prepare?.(side);
}
