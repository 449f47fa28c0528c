/**
 * Child process with the native core, which isolates its output and crashes. Receives the options in one message, sends
 * the result in another, and exits.
 */
import { type CoreOptions, coreFault, loadVerifier } from './core.ts';

/** The worker's reply: the core's result as JSON text, or an error. */
export type WorkerAnswer =
  | { readonly kind: 'result'; readonly json: string }
  | { readonly kind: 'core-missing'; readonly message: string; readonly remedy: string }
  | { readonly kind: 'fault'; readonly message: string };

process.once('message', (options: CoreOptions) => {
  verify(options).then((answer) => process.send?.(answer, () => process.disconnect()));
});

async function verify(options: CoreOptions): Promise<WorkerAnswer> {
  try {
    const verifyPacts = loadVerifier();
    return { kind: 'result', json: await verifyPacts(options) };
  } catch (error) {
    const fault = error instanceof TypeError ? coreFault(error) : (error as Error & { remedy?: string });
    const { message, remedy } = fault;
    if (remedy !== undefined) return { kind: 'core-missing', message, remedy };
    // A failed verification rejects with its result.
    return message.startsWith('{') ? { kind: 'result', json: message } : { kind: 'fault', message };
  }
}
