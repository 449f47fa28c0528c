import { type Side, themeOf, themes } from '../../contracts/requirement.ts';
import type { Proof, ProofColumn, ProofRow } from './matrix.ts';
import { gapsIn, summaryOf } from './text.ts';

/** `proof.json`: the same proof gives the same bytes. */
export function renderProofJson(proof: Proof): string {
  return `${JSON.stringify(proof, null, 1)}\n`;
}

/** The kill matrix as a page for people, in Markdown: by category, requirements as rows, mutants by name. */
export function renderProofPage(proof: Proof): string {
  const gaps = gapsIn(proof);
  return `${[
    '# The kill matrix',
    'Written by `npm run prove`. Do not edit.',
    'Each requirement has *mutants*: implementations that violate it, and as little else as possible. Mutants are named ' +
      'after their requirement. The whole suite of a side judges every mutant; the tables show which requirements ' +
      'catch it.',
    ...proof.sides.map((side) => summaryTable(proof, side)),
    summaryOf(proof)
      .map((line) => `- ${line}`)
      .join('\n'),
    ...(gaps.length > 0 ? [`## Not proven\n\n${gaps.map((line) => `- ${line}`).join('\n')}`] : []),
    '## How to read the tables',
    '**Bold**: only this requirement catches the mutant. *Also catches*: the number of mutants of other requirements ' +
      'that it catches; the second table of a category lists the other requirements that catch a mutant.',
    ...proof.sides.flatMap((side) => themes.flatMap((theme) => themeSection(proof, side, theme))),
  ].join('\n\n')}\n`;
}

function summaryTable({ requirements, mutants }: Proof, side: Side): string {
  const lines = themes.flatMap((theme) => {
    const rows = requirements.filter((row) => row.binds === side && themeOf(row.id) === theme);
    if (rows.length === 0) return [];
    const own = mutants.filter((one) => one.side === side && themeOf(one.breaks) === theme);
    const killed = own.filter((one) => one.killedBy.includes(one.breaks));
    const alone = own.filter((one) => one.killedBy.length === 1);
    const unprovable = rows.filter((row) => row.unprovable !== undefined).length;
    const proven = rows.filter((row) => row.kills.length > 0).length;
    return [
      `| [${theme}](#${anchorOf(side, theme)}) | ${proven} of ${rows.length - unprovable} | ${killed.length} of ${own.length} | ${alone.length} |`,
    ];
  });
  const title = side === 'server' ? 'Servers' : 'Clients';
  return table(
    [`${title}: category`, 'requirements proven', 'mutants caught', 'by only one requirement'],
    lines,
  );
}

function themeSection({ requirements, mutants }: Proof, side: Side, theme: string): readonly string[] {
  const rows = requirements.filter((row) => row.binds === side && themeOf(row.id) === theme);
  if (rows.length === 0) return [];
  const shared = mutants.filter(
    (one) =>
      one.side === side && themeOf(one.breaks) === theme && one.killedBy.some((id) => id !== one.breaks),
  );
  return [
    `## ${theme}: ${side}s`,
    table(['requirement', 'catches', 'also catches'], rows.map(rowOf)),
    ...(shared.length > 0 ? [table(['mutant', 'is also caught by'], shared.map(sharedRow))] : []),
  ];
}

function rowOf(row: ProofRow): string {
  const alone = new Set(row.aloneKills);
  const own = [
    ...row.kills.map((name) => (alone.has(name) ? `**${tail(name)}**` : tail(name))),
    ...row.survivors.map((name) => `${tail(name)} (survives)`),
  ];
  const cell = row.unprovable === undefined ? own.join('<br>') : `*unprovable:* ${row.unprovable}`;
  return `| \`${row.id}\` | ${cell} | ${row.alsoKills.length || ''} |`;
}

function sharedRow({ name, breaks, killedBy }: ProofColumn): string {
  const others = killedBy.filter((id) => id !== breaks).map((id) => `\`${id}\``);
  return `| ${tail(name)} | ${others.join('<br>')} |`;
}

/** Without the category, which is that of the section. */
function tail(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

/** As Markdown renderers generate it for `## category: sides`. */
function anchorOf(side: Side, theme: string): string {
  return `${theme}-${side}s`;
}

function table(heads: readonly string[], lines: readonly string[]): string {
  return [`| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`, ...lines].join('\n');
}
