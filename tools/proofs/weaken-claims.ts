/**
 * Takes assertions out of the specs, one at a time, and checks that `prove` names a requirement that no longer catches its mutants:
 *
 *     node tools/proofs/weaken-claims.ts [COUNT] [SEED] [FIRST]      COUNT assertions at random (30, 1), from the FIRST on (1)
 *
 * Works on a copy of the checkout. Exits with 1 if an assertion is missed by no mutant: it is not proven to assert anything.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { type Side, themes } from '../../contracts/requirement.ts';

const root = join(import.meta.dirname, '../..');
const [count = 30, seed = 1, first = 1] = process.argv.slice(2).map(Number);

/** A place in a spec file where an assertion stands. */
interface Assertion {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly text: string;
  /** What `prove` is narrowed to: the requirement of the claim around it, or the category of a shared rule, where it has one. */
  readonly grep: string;
  readonly side: Side;
  /** A concise arrow function needs a value in its place. */
  readonly isBody: boolean;
}

function assertionsIn(file: string): readonly Assertion[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Assertion[] = [];
  const visit = (node: ts.Node, claim: string | undefined): void => {
    const id = claimOf(node) ?? claim;
    const expression = ts.isExpressionStatement(node)
      ? node.expression
      : ts.isArrowFunction(node) && !ts.isBlock(node.body)
        ? node.body
        : undefined;
    if (expression && /^(?:expect|violation)$/.test(rootOf(expression)))
      found.push({
        file,
        from: expression.getStart(),
        to: expression.getEnd(),
        line: source.getLineAndCharacterOfPosition(expression.getStart()).line + 1,
        text: expression.getText().replace(/\s+/g, ' ').slice(0, 110),
        grep: id ?? categoryOf(file),
        side: file.startsWith('specs/client/') ? 'client' : 'server',
        isBody: ts.isArrowFunction(node),
      });
    ts.forEachChild(node, (child) => visit(child, id));
  };
  visit(source, undefined);
  return found;
}

/** `pagination/` for `specs/server/pagination/walk-rules.ts`; everything for a rule of several categories. */
function categoryOf(file: string): string {
  const [, , name = ''] = file.split('/');
  const category = name.replace('.spec.ts', '');
  return themes.some((one) => one === category) ? `${category}/` : '*';
}

/** The id in `claim('…', …)`. */
function claimOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText().replace(/<.*/s, '') !== 'claim')
    return undefined;
  const [id] = node.arguments;
  return id && ts.isStringLiteral(id) ? id.text : undefined;
}

/** `expect` of `expect(a).to.equal(b)`. */
function rootOf(expression: ts.Expression): string {
  let at: ts.Node = expression;
  while (ts.isCallExpression(at) || ts.isPropertyAccessExpression(at)) at = at.expression;
  return ts.isIdentifier(at) ? at.text : '';
}

/** A generator that gives the same numbers for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const files = ['specs/server', 'specs/client'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/(?:\.test|testing)\.ts$/.test(name))
    .map((name) => join(folder, name)),
);
const all = files.flatMap(assertionsIn);
const random = randomFrom(seed);
const chosen = all
  .map((one) => ({ one, place: random() }))
  .sort((a, b) => a.place - b.place)
  .slice(first - 1, count)
  .map(({ one }) => one);
process.stderr.write(`${all.length} assertions in ${files.length} files; taking out ${chosen.length}\n`);

const copy = mkdtempSync(join(tmpdir(), 'clever-conformance-weaken-'));
let missed = 0;
try {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  for (const top of new Set(tracked.map((name) => name.split('/')[0] ?? '')))
    cpSync(join(root, top), join(copy, top), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const one of chosen) {
    const path = join(copy, one.file);
    const whole = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      `${whole.slice(0, one.from)}${one.isBody ? 'undefined' : 'void 0'}${whole.slice(one.to)}`,
    );
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['src/cli/bin.ts', 'prove', '--quiet', '--side', one.side, '--grep', one.grep],
      { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    writeFileSync(path, whole);
    const survivors = stdout.split('\n').filter((line) => /survivor|not proven|does not catch/i.test(line));
    if (survivors.length === 0) missed++;
    process.stdout.write(
      `${survivors.length > 0 ? 'noticed' : 'MISSED '}  ${one.file}:${one.line}  ${one.grep}  ${one.text}\n` +
        survivors.map((line) => `          ${line.trim()}\n`).join('') +
        (survivors.length === 0 && !/proven/i.test(stdout) ? `          ${stderr.slice(0, 400)}\n` : ''),
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.stdout.write(`${chosen.length - missed} of ${chosen.length} noticed\n`);
if (missed > 0) process.exitCode = 1;
