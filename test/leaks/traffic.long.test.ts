import { expect } from 'chai';
import { listedValues } from '../../src/published.ts';
import { type ChangedLeaf, changedLeaves, filesOf, runSandbox, scannerFor } from './traffic-testing.ts';

/** What the documents list shows nothing, wherever it stands. */
const listed: ReadonlySet<unknown> = new Set(listedValues());

/**
 * Points are too short and too similar, the words of the documents' lists are public, and dates are detected in a series of
 * past ones, of which a district and its terms have too few (see LIMITS.md).
 */
function isDetectable({ kind, name, raw }: ChangedLeaf): boolean {
  if (listed.has(raw)) return false;
  if (kind === 'category') return false;
  if (kind === 'date') return /^(?:created|last_modified|dob)$/.test(name) && !String(raw).startsWith('2026');
  return kind !== 'number' || /^\d{4,}$/.test(String(raw));
}
const keyOf = ({ name, raw }: ChangedLeaf) => `${name}=${raw}`;

describe('the leak scanner on runs of the sandbox', () => {
  it('reports nothing in the output of a redacted run, and detects 99 % of the replaced values', async () => {
    const traffic = await runSandbox(1, 60);
    const scanner = scannerFor(traffic.provoked.exchanges);
    for (const [file, text] of filesOf(traffic.redacted, traffic.provoked))
      expect(scanner.scan(file, text), file).to.deep.equal([]);

    const seen = new Map<string, Map<string, boolean>>();
    for (const leaves of changedLeaves(traffic))
      for (const [key, isFound] of foundIn(
        leaves.filter(isDetectable),
        (text) => scanner.scan('x', text).length > 0,
        seen,
      )) {
        const [kind = ''] = key.split(' ', 1);
        const values = seen.get(kind) ?? new Map<string, boolean>();
        seen.set(kind, values.set(key, isFound || values.get(key) === true));
      }
    const shares = [...seen].map(([kind, values]) => {
      const hits = [...values.values()].filter(Boolean).length;
      return {
        kind,
        share: hits / values.size,
        missed: [...values].filter(([, hit]) => !hit).map(([key]) => key),
      };
    });
    expect(shares.map(({ kind }) => kind)).to.include.members([
      'id',
      'name',
      'text',
      'email',
      'date',
      'number',
    ]);
    for (const { kind, share, missed } of shares)
      expect(share, `${kind}, missed ${missed.slice(0, 9)}`).to.be.at.least(0.99);
  }).timeout(60_000);
});

/** Ids and addresses are detected without their name, within other words. */
const places: Partial<Record<ChangedLeaf['kind'], (leaf: ChangedLeaf) => string>> = {
  id: ({ raw }) => `the record x${raw}x is gone`,
  email: ({ raw }) => `write to ${encodeURIComponent(raw)}, please`,
};

/** Each value under its own name; dates and numbers in the series of their body. */
function foundIn(
  leaves: readonly ChangedLeaf[],
  isFound: (text: string) => boolean,
  known: ReadonlyMap<string, ReadonlyMap<string, boolean>>,
): [string, boolean][] {
  const rows = new Map<string, ChangedLeaf[]>();
  const found: [string, boolean][] = [];
  for (const leaf of leaves) {
    const key = `${leaf.kind} ${keyOf(leaf)}`;
    if (leaf.kind === 'date' || leaf.kind === 'number')
      rows.set(leaf.name, [...(rows.get(leaf.name) ?? []), leaf]);
    else if (!known.get(leaf.kind)?.has(key))
      found.push([key, isFound(places[leaf.kind]?.(leaf) ?? JSON.stringify({ [leaf.name]: leaf.raw }))]);
  }
  for (const row of rows.values()) {
    const isHit = isFound(JSON.stringify(row.map(({ name, raw }) => ({ [name]: raw }))));
    for (const leaf of row) found.push([`${leaf.kind} ${keyOf(leaf)}`, isHit]);
  }
  return found;
}
