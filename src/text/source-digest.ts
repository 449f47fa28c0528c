import { createHash } from 'node:crypto';

/** A table row of the overview page has five lines in a plain-text copy, one of the error page six. */
const maxLines = 6;

/** A sentence ends at a full stop followed by a capital, digit or quotation mark, so not at `i.e. wait`. */
const sentenceEnd = /(?<=[.!?])\s+(?=[\p{Lu}\d'"])/u;

/**
 * A source sentence in the form in which it is compared: quotation marks made straight, white space dropped. White
 * space is dropped, not collapsed, because the edge of a table cell is a tab in one copy of a page and nothing in
 * another. Case and every other character count.
 */
export function normaliseSentence(sentence: string): string {
  return sentence
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f]/g, '"')
    .replace(/[\s\u200b\ufeff]+/g, '');
}

/** SHA-256 of the normalised sentence, 64 lower-case hex digits: `Source.sentenceSha256`. */
export function sentenceDigest(sentence: string): string {
  return createHash('sha256').update(normaliseSentence(sentence), 'utf8').digest('hex');
}

/**
 * Every passage of a document that a source may point to: each line, each run of up to six lines (table rows and
 * sentences that a copy broke), and each sentence of such a run. List bullets at the start of a line are ignored.
 */
export function passagesOf(document: string): readonly string[] {
  const lines = document
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*[-*\u2022]\s+/, '').trim())
    .filter((line) => line !== '');
  const passages = new Set<string>();
  for (let start = 0; start < lines.length; start++) {
    for (let length = 1; length <= maxLines && start + length <= lines.length; length++) {
      const run = lines.slice(start, start + length).join(' ');
      passages.add(run);
      for (const sentence of run.split(sentenceEnd)) passages.add(sentence.trim());
    }
  }
  return [...passages];
}

/** The digests of every passage of the given documents. */
export function passageDigests(documents: readonly string[]): ReadonlySet<string> {
  return new Set(documents.flatMap((document) => passagesOf(document).map(sentenceDigest)));
}
