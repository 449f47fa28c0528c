#!/usr/bin/env node
import { enableOwnCompileCache } from './compile-cache.ts';
import { keepMemorySmall } from './memory.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 20)) {
  process.stderr.write(
    `clever-conformance needs Node 22.20 or newer; this is ${process.versions.node}. ` +
      'In a checkout npx and npm scripts bring one; in another project "npm install --save-dev node@24" does.\n',
  );
  process.exit(2);
}
keepMemorySmall();
enableOwnCompileCache(process.env);

const { runProcess } = await import('./process.ts');
await runProcess(async (io) => {
  const { main } = await import('./main.ts');
  return await main(process.argv.slice(2), io);
});
