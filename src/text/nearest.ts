/** Too long to be a typo; skip the O(n·m) comparison. */
const maxWordLength = 120;

/**
 * The candidates that look most like `word`, best first, at most `count`: for "did you mean …?" after a misspelt id,
 * verb or flag. Case is ignored; a candidate that contains the whole word is as good as one wrong letter.
 * Empty if more than a third of the letters differ in every candidate.
 *
 * @default count 3
 */
export function nearest(word: string, candidates: readonly string[], count = 3): readonly string[] {
  const wanted = word.trim().toLowerCase();
  if (wanted === '' || wanted.length > maxWordLength) return [];
  const allowed = Math.max(2, Math.floor(wanted.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: distanceTo(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

function distanceTo(wanted: string, candidate: string): number {
  const distance = editDistance(wanted, candidate);
  return wanted.length > 2 && candidate.includes(wanted) ? Math.min(1, distance) : distance;
}

/** Levenshtein distance: single-character insertions, deletions and replacements from `a` to `b`. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced));
    }
    row = next;
  }
  return row[b.length]!;
}
