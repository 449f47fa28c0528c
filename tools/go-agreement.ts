/**
 * Compares the sandbox's Go-faithful JSON, dates and numbers with a real Go; needs `go` on the path, 1.19 for the same texts.
 *
 *     node tools/go-agreement.ts table                    writes contracts/go-json/table.json anew
 *     node tools/go-agreement.ts fuzz [COUNT] [SEED]      random bodies (100000, 1); exit code 1 if the two differ
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { answerLikeGo, bodyOf, type GoRow } from '../src/sandbox/go-json/table-testing.ts';
import { tableBodies } from './go-agreement/bodies.ts';
import { type Go, startGo } from './go-agreement/go.ts';
import { randomQuestions } from './go-agreement/mutations.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

function writeTable(go: Go): void {
  const bodies = tableBodies();
  const results = go.ask(bodies.map((row) => ({ target: row.target, body: bodyOf(row) })));
  const rows: GoRow[] = bodies.map((row, at) => ({ ...row, ...results[at] }));
  const refused = rows.filter(({ error }) => error !== undefined).length;
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  writeFileSync(
    join(import.meta.dirname, '..', 'contracts', 'go-json', 'table.json'),
    `{\n  "go": ${JSON.stringify(go.version)},\n  "rows": [\n${lines}\n  ]\n}\n`,
  );
  say(`${rows.length} rows, ${refused} of them rejected by ${go.version}.`);
}

function fuzz(go: Go, count: number, seed: number): void {
  const questions = randomQuestions(count, seed);
  const results = go.ask(questions);
  let agreed = 0;
  let refused = 0;
  for (const [at, { target, body }] of questions.entries()) {
    const { last: _last, ...theirs } = results[at] ?? {};
    const ours = answerLikeGo(target, body);
    if (theirs.error !== undefined) refused += 1;
    if (isDeepStrictEqual(ours, theirs)) agreed += 1;
    else if (at - agreed < 20)
      say(
        `${target} ${JSON.stringify(Buffer.from(body).toString())} (${Buffer.from(body).toString('hex')})\n  Go:   ${JSON.stringify(theirs)}\n  ours: ${JSON.stringify(ours)}`,
      );
  }
  say(`${agreed} of ${count} results agree with ${go.version} (${refused} rejected), seed ${seed}.`);
  if (agreed < count) process.exitCode = 1;
}

const [verb = '', count = '100000', seed = '1'] = process.argv.slice(2);
if (!['table', 'fuzz'].includes(verb) || ![count, seed].every((text) => /^\d{1,9}$/.test(text))) {
  say('Usage: node tools/go-agreement.ts table | fuzz [COUNT] [SEED]');
  process.exitCode = 2;
} else {
  using go = startGo();
  if (verb === 'table') writeTable(go);
  else fuzz(go, Number(count), Number(seed));
}
