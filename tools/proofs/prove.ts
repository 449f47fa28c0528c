/**
 * `npm run prove`: the whole proof with seed 1, written to `docs/kill-matrix.md`, `docs/proof.json` and `contracts/kills.ts`, the
 * source of the numbers in reports. With `-- --check` it writes nothing, names stale files, and exits with 1 if there are
 * any; `-- --check --sample N` judges only N of the mutants again, others after each new proof, and compares them with the proof that
 * is committed. If something is not proven it still writes the files for inspection, and exits with 1.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { writeFileAtomic } from '../../src/evidence/atomic.ts';
import type { Proof } from '../../src/proof/matrix.ts';
import { renderProofJson, renderProofPage } from '../../src/proof/page.ts';
import { prove, type Selected, selectTrials } from '../../src/proof/prove.ts';
import { renderKills, renderProofText } from '../../src/proof/text.ts';
import { createProgress } from '../../src/report/progress.ts';

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, sample: { type: 'string' } },
});
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());

const whole = selectTrials({ sides: ['server', 'client'] });
if (values.check && values.sample !== undefined) await checkSample(Number(values.sample));
else await proveAll();

async function proveAll(): Promise<void> {
  const proof = await judge(whole);
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
}

/** Compares some columns of the committed matrix, and the conforming controls, with what they are now. */
async function checkSample(size: number): Promise<void> {
  const text = readFileSync(join(root, 'docs/proof.json'), 'utf8');
  const committed = JSON.parse(text) as Proof;
  const drawn = new Set(
    committed.mutants
      .map(({ name }) => ({ name, rank: createHash('sha256').update(name).update(text).digest('hex') }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, size)
      .map(({ name }) => name),
  );
  const proof = await judge({
    ...whole,
    subjects: whole.subjects.filter((one) => one.breaks === undefined || drawn.has(one.name)),
  });
  const known = new Map(committed.mutants.map((one) => [one.name, one]));
  const stale = [
    ...proof.mutants.filter((one) => !isDeepStrictEqual(known.get(one.name), one)).map(({ name }) => name),
    ...(isDeepStrictEqual(committed.honest, proof.honest) ? [] : ['the conforming controls']),
  ];
  process.stdout.write(
    `${proof.mutants.length} of ${committed.mutants.length} mutants judged again: ${stale.length === 0 ? 'as in docs/proof.json' : `${stale.length} differ`}\n`,
  );
  for (const name of stale) process.stderr.write(`${name}: docs/proof.json is stale: run npm run prove\n`);
  if (stale.length > 0 || proof.mutants.length < Math.min(size, committed.mutants.length))
    process.exitCode = 1;
}

async function judge(selected: Selected): Promise<Proof> {
  const progress = createProgress({
    stream: process.stderr,
    isTty: process.stderr.isTTY === true,
    quiet: false,
    ci: Boolean(process.env.CI),
    now: Date.now,
  });
  return await prove(selected, {
    seed: 1,
    jobs: availableParallelism(),
    signal: interrupted.signal,
    onTrial: (trial, done, total) => progress.step(trial.side, done, total, trial.name),
  }).finally(() => progress.done());
}
