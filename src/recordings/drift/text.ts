import type { Drift } from './drift.ts';

/** Maximum number of differences listed per kind. */
const maxListed = 50;

/** What each kind means for clients. */
const meanings: Readonly<Record<Drift['kind'], string>> = {
  breaking: 'A client that relied on this may fail.',
  additive: 'Clients must tolerate it.',
  cosmetic: 'No action needed.',
};

/** The differences as text, worst first. `quiet` lists breaking ones only. */
export function renderDrift(drift: readonly Drift[], options: { readonly quiet: boolean }): string {
  const kinds = (['breaking', 'additive', 'cosmetic'] as const).filter(
    (kind) => kind === 'breaking' || !options.quiet,
  );
  const parts = kinds.flatMap((kind) => {
    const found = drift.filter((one) => one.kind === kind);
    if (found.length === 0) return [];
    const lines = found.slice(0, maxListed).map(({ where, what }) => `  ${where}: ${what}`);
    const more = found.length > maxListed ? [`  and ${found.length - maxListed} more`] : [];
    return [`${kind} (${found.length}). ${meanings[kind]}`, ...lines, ...more];
  });
  if (parts.length > 0) return `${parts.join('\n')}\n`;
  return options.quiet ? '' : 'No differences except values.\n';
}
