/**
 * What `npm test` checks besides the tests, all at once: form, types, the API documents, and whether what is made from code is fresh.
 * Prints the output of each that fails; exit 1 if one does.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import './compile-cache.ts';

const checks: readonly string[] = [
  'npm run -s types',
  'npm run -s form',
  'redocly lint --format=stylish',
  'npm run -s generate -- --check',
  'npm run -s reference -- --check',
];

async function failureOf(command: string): Promise<string | undefined> {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, 'close');
  return code === 0 ? undefined : `${command} ended with ${code}:\n${(await output).join('')}\n`;
}

for (const failure of await Promise.all(checks.map(failureOf)))
  if (failure !== undefined) {
    process.exitCode = 1;
    process.stderr.write(failure);
  }
