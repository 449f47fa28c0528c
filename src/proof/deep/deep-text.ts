import type { DeepProof, DeepSide, Tally } from './deep-proof.ts';

/** `deep-proof.json`: the same proof gives the same bytes. */
export function renderDeepJson(proof: DeepProof): string {
  return `${JSON.stringify(proof, null, 1)}\n`;
}

/** The result as text: counts, then the kill rate by category and by operator, then survivors by name. */
export function renderDeepText({ sides }: DeepProof, { quiet }: { readonly quiet: boolean }): string {
  return `${sides.flatMap((side) => sideLines(side, quiet)).join('\n')}\n`;
}

function sideLines(side: DeepSide, quiet: boolean): readonly string[] {
  const { counts, survivors, equivalents, stale } = side;
  return [
    `${side.side}s: ${counts.killed} of ${counts.mutants - counts.equivalent} generated mutants caught (${percent(counts)}), ${counts.killedByRequired} of them by a required check`,
    `  ${counts.generated} generated: ${counts.unreached} at places that no run reaches, ${counts.unchanged} that change nothing, ${counts.equivalent} equivalent`,
    ...(quiet ? [] : ['', ...table('category', side.themes), '', ...table('operator', side.operators), '']),
    ...survivors.map((name) => `  survivor: ${name}`),
    ...equivalents.map(({ name, reason }) => `  equivalent: ${name} (${reason})`),
    ...stale.map((name) => `  listed as equivalent, but caught: ${name}`),
  ];
}

function table(head: string, rows: Readonly<Record<string, Tally>>): readonly string[] {
  const entries = Object.entries(rows);
  const width = Math.max(head.length, ...entries.map(([name]) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(width)}  ${cells.map((one) => one.padStart(8)).join('  ')}`;
  return [
    line(head, ['mutants', 'caught', 'required', 'rate']),
    ...entries.map(([name, tally]) =>
      line(name, [
        String(tally.mutants - tally.equivalent),
        String(tally.killed),
        String(tally.killedByRequired),
        percent(tally),
      ]),
    ),
  ];
}

/** Rounded down, so that 100 % means all. */
function percent({ killed, mutants, equivalent }: Tally): string {
  const all = mutants - equivalent;
  return all === 0 ? '-' : `${(Math.floor((1000 * killed) / all) / 10).toFixed(1)} %`;
}
