/**
 * `npm run prove`: the whole proof with seed 1, written to `docs/kill-matrix.md`, `docs/proof.json` and `contracts/kills.ts`, the
 * source of the numbers in reports. With `-- --check` it writes nothing, names stale files, and exits with 1 if there are
 * any. If something is not proven it still writes the files for inspection, and exits with 1.
 */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeFileAtomic } from '../src/evidence/atomic.ts';
import { renderProofJson, renderProofPage } from '../src/proof/page.ts';
import { prove, selectTrials } from '../src/proof/prove.ts';
import { renderKills, renderProofText } from '../src/proof/text.ts';
import { createProgress } from '../src/report/progress.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());

const progress = createProgress({
  stream: process.stderr,
  isTty: process.stderr.isTTY === true,
  quiet: false,
  ci: Boolean(process.env.CI),
});
const proof = await prove(selectTrials({ sides: ['server', 'client'] }), {
  seed: 1,
  jobs: availableParallelism(),
  signal: interrupted.signal,
  onTrial: (trial, done, total) => progress.step(trial.side, done, total, trial.name),
}).finally(() => progress.done());
process.stdout.write(renderProofText(proof, { quiet: true }));

const files = {
  'docs/kill-matrix.md': renderProofPage(proof),
  'docs/proof.json': renderProofJson(proof),
  'contracts/kills.ts': renderKills(proof),
};
for (const [name, text] of Object.entries(files)) {
  const path = join(root, name);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  process.stderr.write(values.check ? `${name} is stale: run npm run prove\n` : `${name} written\n`);
  if (values.check) process.exitCode = 1;
  else await writeFileAtomic(path, text);
}
if (!proof.proven) process.exitCode = 1;
