/**
 * `npm run pacts` writes `contracts/pacts/`: it runs the specs that let the reference client talk to the mock server of
 * Pact's core, and keeps what they write. `npm test` says when the files are stale.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
const flags = ['--no-config', '--exit', '--timeout', '60000', '--reporter', 'dot'];
const child = spawn(process.execPath, [mocha, ...flags, 'specs/pact/*-v*.spec.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CLEVER_CONFORMANCE_WRITE_PACTS: join(root, 'contracts/pacts') },
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
