/** A sandbox on a port, in a thread of its own, that says what it was asked. */
import { parentPort } from 'node:worker_threads';
import { createSandbox } from '../src/library/sandbox.ts';

const sandbox = createSandbox();
const { origin } = await sandbox.listen();
parentPort?.on('message', async (what: 'reset' | 'requests') => {
  if (what === 'reset') await sandbox.reset();
  parentPort?.postMessage(what === 'reset' ? undefined : [...sandbox.requests]);
});
parentPort?.postMessage({ origin });
