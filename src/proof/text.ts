import { themeOf, themes } from '../../contracts/requirement.ts';
import type { Proof, ProofRow } from './matrix.ts';

/** For the terminal: the counts of every requirement by category, then everything that is not proven. */
export function renderProofText(proof: Proof, options: { readonly quiet: boolean }): string {
  const width = Math.max(0, ...proof.requirements.map((row) => row.id.length));
  const tables = themes.flatMap((theme) => {
    const rows = proof.requirements.filter((row) => themeOf(row.id) === theme);
    return rows.length === 0 ? [] : ['', ...rows.map((row) => lineOf(proof, row, width))];
  });
  const head = `${'requirement'.padEnd(width + 2)}  own mutants${proof.quick ? '' : '  also catches  alone'}`;
  const gaps = gapsIn(proof);
  return [
    ...(options.quiet ? [] : [head, ...tables, '']),
    ...gaps,
    ...(gaps.length > 0 ? [''] : []),
    ...summaryOf(proof),
    '',
  ].join('\n');
}

/** Everything that is not proven, one line each. */
export function gapsIn({ requirements, mutants, honest }: Proof): readonly string[] {
  return [
    ...requirements
      .filter((row) => row.unprovable === undefined && row.kills.length === 0)
      .map((row) => `unproven: ${row.id} catches none of its mutants`),
    ...requirements.flatMap((row) =>
      row.survivors.map((name) => {
        const by = mutants.find((one) => one.name === name && one.breaks === row.id)?.killedBy ?? [];
        return `survivor: ${name} is not caught by ${row.id}${by.length > 0 ? `, only by ${by.join(', ')}` : ' or any other requirement'}`;
      }),
    ),
    ...mutants.flatMap((one) =>
      one.unfinished === undefined ? [] : [`unfinished: ${one.name}: ${one.unfinished}`],
    ),
    ...honest.flatMap((one) =>
      Object.entries(one.notPassed).map(([id, outcome]) => `false alarm: ${one.name}: ${id} ${outcome}`),
    ),
  ];
}

/** The result in two or three lines. */
export function summaryOf({ counts, honest, proven, quick }: Proof): readonly string[] {
  const provable = counts.requirements - counts.unprovable;
  const percent = counts.mutants === 0 ? 0 : Math.floor((100 * counts.killed) / counts.mutants);
  return [
    `${counts.killed} of ${counts.mutants} mutants (${percent} %) are caught by their own requirement` +
      `${quick ? '; what else catches them was not looked at.' : `; ${counts.caughtByOneAlone} are caught by only one requirement.`}`,
    `${counts.proven} of ${provable} requirements that can be violated catch at least one of their mutants` +
      `${counts.unprovable === 0 ? '.' : `; ${counts.unprovable} cannot be violated.`}`,
    ...honest.map(
      (one) =>
        `${one.name[0]?.toUpperCase()}${one.name.slice(1)} ${Object.keys(one.notPassed).length === 0 ? 'passes all requirements' : 'does not pass all requirements'}.`,
    ),
    proven ? 'proven' : 'NOT PROVEN',
  ];
}

/** `contracts/kills.ts`: the number of mutants that each requirement catches, for the reports. */
export function renderKills({ requirements }: Proof): string {
  const lines = requirements
    .filter((row) => row.unprovable === undefined)
    .map((row) => `  '${row.id}': ${row.kills.length + row.alsoKills.length},`);
  return `// Written by npm run prove. Do not edit.

/**
 * The number of mutants that each requirement catches, including those of other requirements; docs/kill-matrix.md lists
 * them. Without requirements that no implementation can violate.
 */
export const kills: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`;
}

function lineOf({ quick }: Proof, row: ProofRow, width: number): string {
  if (row.unprovable !== undefined) return `- ${row.id.padEnd(width)}  unprovable: ${row.unprovable}`;
  const own = row.kills.length + row.survivors.length;
  const isFine = row.kills.length > 0 && row.survivors.length === 0;
  const counts = [
    `${row.kills.length} of ${own}`.padStart(11),
    ...(quick ? [] : [String(row.alsoKills.length).padStart(12), String(row.aloneKills.length).padStart(5)]),
  ];
  return `${isFine ? '✓' : '✗'} ${row.id.padEnd(width)}  ${counts.join('  ')}`;
}
