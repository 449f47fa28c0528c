import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '..');

/** Words that an engineer would not use, and what to write, in texts, values and names with hyphens (mutants) alike. */
const worst: Readonly<Record<string, string>> = {
  mend: 'fix',
  mended: 'fixed',
  told: 'reported',
  nobody: 'no client, no document …',
  anybody: 'anyone, any client …',
  pupil: 'student',
  pupils: 'students',
  somebody: 'the caller, a client …',
  whoever: 'any client that …',
  'of ours': "the suite's",
  'for ever': 'permanently',
  lawful: 'conforming',
};
const words = Object.keys(worst).map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`);
const pattern = new RegExp(`(?<!\\w)(?:${words.join('|')})(?!\\w)`, 'g');
const places = [
  'src',
  'specs',
  'contracts',
  'tools',
  'test',
  'bench',
  'openapi',
  'docs',
  'README.md',
  'CONTRIBUTING.md',
  'LIMITS.md',
];
/** Made from other files, histories, or quotations of a server. */
const left =
  /^(?:contracts\/(?:recordings|pacts|kills)|docs\/(?:examples|kill-matrix)|test\/words\.test)|lms-error-table/;

function filesIn(place: string): readonly string[] {
  if (place.endsWith('.md')) return [place];
  return readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${place}/${name}`,
  );
}

/** `file:line: "word"; write "…"` for each of the words. */
function wordsIn(file: string, text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(pattern)].map(
        ([word]) => `${file}:${index + 1}: "${word}"; write "${worst[word.toLowerCase()]}"`,
      ),
    );
}

describe('texts', () => {
  it('are in plain English: none of the worst words', () => {
    const files = places
      .flatMap(filesIn)
      .filter((file) => /\.(?:ts|md|yaml)$/.test(file) && !left.test(file));
    expect(files).to.have.length.above(500);
    const found = files.flatMap((file) => wordsIn(file, readFileSync(join(root, file), 'utf8')));
    expect(found, found.join('\n')).to.be.empty;
  });

  it('are searched for whole words', () => {
    expect(wordsIn('a.ts', "Mend it. // whoever\n'a-put-is-told'; recommended")).to.deep.equal([
      'a.ts:1: "Mend"; write "fix"',
      'a.ts:1: "whoever"; write "any client that …"',
      'a.ts:2: "told"; write "reported"',
    ]);
  });
});
