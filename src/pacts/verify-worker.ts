/**
 * The process that holds the native core, so that what it prints, and what it does when it dies, stays away from ours.
 * It is told by message what to verify, answers with one message, and ends.
 */
import { type CoreOptions, coreFault, loadVerifier } from './core.ts';

/** What the worker answers: the core's result as JSON text, or why there is none. */
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
    // A verification that found something rejects with its result.
    return message.startsWith('{') ? { kind: 'result', json: message } : { kind: 'fault', message };
  }
}
