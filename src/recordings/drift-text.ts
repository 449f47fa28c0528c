import type { Drift } from './drift.ts';

/** Most differences of one kind that are told one by one. */
const mostTold = 50;

/** What each kind means for whoever reads it. */
const meanings: Readonly<Record<Drift['kind'], string>> = {
  breaking: 'A client that relied on this may fail.',
  additive: 'Clients have to tolerate it.',
  cosmetic: 'Nothing to do.',
};

/** The differences as lines of text, the worst first. `quiet` leaves out what does not count. */
export function renderDrift(drift: readonly Drift[], options: { readonly quiet: boolean }): string {
  const kinds = (['breaking', 'additive', 'cosmetic'] as const).filter(
    (kind) => kind === 'breaking' || !options.quiet,
  );
  const parts = kinds.flatMap((kind) => {
    const found = drift.filter((one) => one.kind === kind);
    if (found.length === 0) return [];
    const lines = found.slice(0, mostTold).map(({ where, what }) => `  ${where}: ${what}`);
    const more = found.length > mostTold ? [`  and ${found.length - mostTold} more`] : [];
    return [`${kind} (${found.length}). ${meanings[kind]}`, ...lines, ...more];
  });
  if (parts.length > 0) return `${parts.join('\n')}\n`;
  return options.quiet ? '' : 'No difference but values.\n';
}
