/**
 * Checks that local copies of the two public documents still contain the sentences that the catalogue cites.
 *
 *     node tools/check-sources.ts OVERVIEW.txt ERRORS.txt     exit 1 when a digest is not found
 *     node tools/check-sources.ts --find 'maximum limit' FILE…   prints digest and text of matching passages
 *
 * The copies are plain text, as saved or copied from a browser. They are not part of this project.
 */
import { readFileSync } from 'node:fs';
import type { Source } from '../contracts/requirement.ts';
import { requirements } from '../contracts/requirements/index.ts';
import { statusTable } from '../contracts/status-table.ts';
import { passageDigests, passagesOf, sentenceDigest } from '../src/text/source-digest.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The sources with a digest, each with the ids that cite it. */
function citedSources(): ReadonlyMap<string, { source: Source; by: string[] }> {
  const cited = new Map<string, { source: Source; by: string[] }>();
  const cite = (source: Source, by: string) => {
    if (source.sentenceSha256 === undefined) return;
    const entry = cited.get(source.sentenceSha256) ?? { source, by: [] };
    entry.by.push(by);
    cited.set(source.sentenceSha256, entry);
  };
  for (const one of requirements) for (const source of one.sources) cite(source, one.id);
  for (const row of statusTable) cite(row.source, `status ${row.status}`);
  return cited;
}

function check(documents: readonly string[]): number {
  const found = passageDigests(documents);
  const cited = [...citedSources().entries()];
  for (const [digest, { source, by }] of cited) {
    say(
      `${found.has(digest) ? 'found  ' : 'MISSING'} ${source.document} ${source.section}: ${by.join(', ')}`,
    );
  }
  const missing = cited.filter(([digest]) => !found.has(digest)).length;
  say(`${cited.length - missing} of ${cited.length} source sentences found, ${missing} missing`);
  return missing > 0 ? 1 : 0;
}

/** To add a requirement: the shortest passages with these words, and their digests. */
function find(words: string, documents: readonly string[]): number {
  const hits = documents
    .flatMap(passagesOf)
    .filter((passage) => passage.toLowerCase().includes(words.toLowerCase()))
    .sort((a, b) => a.length - b.length)
    .slice(0, 5);
  for (const passage of hits) say(`${sentenceDigest(passage)}  ${passage}`);
  return hits.length > 0 ? 0 : 1;
}

function main(argv: readonly string[]): number {
  const finding = argv[0] === '--find';
  const files = argv.slice(finding ? 2 : 0);
  if (files.length === 0) {
    process.stderr.write("usage: check-sources FILE… | check-sources --find 'WORDS' FILE…\n");
    return 2;
  }
  try {
    const documents = files.map((file) => readFileSync(file, 'utf8'));
    return finding ? find(argv[1] ?? '', documents) : check(documents);
  } catch (error) {
    process.stderr.write(`check-sources: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
