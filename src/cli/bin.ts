#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { enableOwnCompileCache } from './compile-cache.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 20)) {
  process.stderr.write(
    `clever-conformance needs Node 22.20 or newer; this is ${process.versions.node}. ` +
      'In a checkout npx and npm scripts bring one; in another project "npm install --save-dev node@24" does.\n',
  );
  process.exit(2);
}
// V8's young generation would grow to 130 MB, a third of a run's memory: it stays at its 4 MB. The old one would grow to four times what
// is in use before it is collected; a fifth more is enough. Pages that were collected are given back early. Together they more than
// halve the memory of a run, for a third more CPU time. These V8 flags work in a running process.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--min-semi-space-size=4');
setFlagsFromString('--heap-growing-percent=20');
setFlagsFromString('--optimize-for-size');
enableOwnCompileCache(process.env);

const { runProcess } = await import('./process.ts');
await runProcess(async (io) => {
  const { main } = await import('./main.ts');
  return await main(process.argv.slice(2), io);
});
