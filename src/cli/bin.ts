#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { enableOwnCompileCache } from './compile-cache.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 20)) {
  process.stderr.write(
    `clever-conformance needs Node 22.20 or newer; this is ${process.versions.node}. ` +
      'Start it with npx or an npm script: the project installs its own Node.\n',
  );
  process.exit(2);
}
// V8's young generation would grow to 130 MB, a third of a run's memory; keeping it small costs 5 % CPU time. This is the only
// V8 flag for it that works in a running process.
setFlagsFromString('--semi-space-growth-factor=1');
enableOwnCompileCache(process.env);

const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => {
    // The first signal ends the run in an orderly way, the second at once.
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
  });
// Exits silently if the reader closes the pipe (`| head`).
process.stdout.on('error', () => process.exit(0));

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: interruption.signal,
});
// After an interrupt, do not wait for open connections.
if (interruption.signal.aborted) process.exit();
