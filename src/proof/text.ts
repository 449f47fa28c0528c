import { themeOf, themes } from '../../contracts/requirement.ts';
import type { Proof, ProofRow } from './matrix.ts';

/** For the terminal: the counts of every requirement, theme by theme, then whatever is not proven, by name. */
export function renderProofText(proof: Proof, options: { readonly quiet: boolean }): string {
  const width = Math.max(0, ...proof.requirements.map((row) => row.id.length));
  const tables = themes.flatMap((theme) => {
    const rows = proof.requirements.filter((row) => themeOf(row.id) === theme);
    return rows.length === 0 ? [] : ['', ...rows.map((row) => lineOf(row, width))];
  });
  const head = `${'requirement'.padEnd(width + 2)}  named after it  others too  it alone`;
  const gaps = gapsIn(proof);
  return [
    ...(options.quiet ? [] : [head, ...tables, '']),
    ...gaps,
    ...(gaps.length > 0 ? [''] : []),
    ...summaryOf(proof),
    '',
  ].join('\n');
}

/** What keeps the proof from being whole, one line each. */
export function gapsIn({ requirements, mutants, honest }: Proof): readonly string[] {
  return [
    ...requirements
      .filter((row) => row.unprovable === undefined && row.kills.length === 0)
      .map((row) => `unproven: ${row.id} catches no mutant that is named after it`),
    ...requirements.flatMap((row) =>
      row.survivors.map((name) => {
        const by = mutants.find((one) => one.name === name && one.breaks === row.id)?.killedBy ?? [];
        return `survivor: ${name} is not caught by ${row.id}, ${by.length > 0 ? `only by ${by.join(', ')}` : 'nor by any other'}`;
      }),
    ),
    ...mutants.flatMap((one) =>
      one.unfinished === undefined ? [] : [`unfinished: ${one.name}: ${one.unfinished}`],
    ),
    ...honest.flatMap((one) =>
      Object.entries(one.notPassed).map(([id, outcome]) => `false alarm: ${one.name} has ${id} ${outcome}`),
    ),
  ];
}

/** The result in two or three lines. */
export function summaryOf({ counts, honest, proven }: Proof): readonly string[] {
  const provable = counts.requirements - counts.unprovable;
  const percent = counts.mutants === 0 ? 0 : Math.floor((100 * counts.killed) / counts.mutants);
  return [
    `${counts.killed} of ${counts.mutants} mutants (${percent} %) are caught by the requirement that they are named after; ` +
      `${counts.caughtByOneAlone} by no other.`,
    `${counts.proven} of ${provable} requirements that can be broken catch a mutant of their own` +
      `${counts.unprovable === 0 ? '.' : `; ${counts.unprovable} can not be broken.`}`,
    ...honest.map(
      (one) =>
        `${one.name[0]?.toUpperCase()}${one.name.slice(1)} ${Object.keys(one.notPassed).length === 0 ? 'passes everything' : 'is accused'}.`,
    ),
    proven ? 'proven' : 'NOT PROVEN',
  ];
}

/** `contracts/kills.ts`: how many mutants each requirement catches, for the reports. */
export function renderKills({ requirements }: Proof): string {
  const lines = requirements
    .filter((row) => row.unprovable === undefined)
    .map((row) => `  '${row.id}': ${row.kills.length + row.alsoKills.length},`);
  return `// Written by npm run prove. Do not edit.

/**
 * How many broken implementations each requirement catches, those included that were made to break another one:
 * docs/kill-matrix.md names them. What cannot be broken is not in it.
 */
export const kills: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`;
}

function lineOf(row: ProofRow, width: number): string {
  if (row.unprovable !== undefined) return `- ${row.id.padEnd(width)}  unprovable: ${row.unprovable}`;
  const own = row.kills.length + row.survivors.length;
  const isFine = row.kills.length > 0 && row.survivors.length === 0;
  const counts = [
    `${row.kills.length} of ${own}`.padStart(14),
    String(row.alsoKills.length).padStart(10),
    String(row.aloneKills.length).padStart(8),
  ];
  return `${isFine ? '✓' : '✗'} ${row.id.padEnd(width)}  ${counts.join('  ')}`;
}
