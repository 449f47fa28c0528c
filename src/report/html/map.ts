import { anchorOf, escapeHtml } from '../escape.ts';
import type { View, ViewRow } from '../model/view.ts';
import { lookOf } from './parts.ts';

/** A tile per requirement, by category: its outcome by colour and sign, its level by shape, its claim on hover and focus. */
export function renderMap({ themes }: View): string {
  const lines = themes.map(({ theme, rows }) => {
    const passed = rows.filter((one) => one.row.outcome === 'passed').length;
    return `<div><a class="theme" href="#${theme}">${theme}</a> <span class="tally">${passed}/${rows.length}<span class="sr"> passed</span></span><span class="cells">${rows.map(renderTile).join('')}</span></div>`;
  });
  return `<nav class="map" aria-label="Map of all requirements">
${lines.join('\n')}
<p class="key"><span>✓ passed</span> <span>✗ failed</span> <span>! warning</span> <span>? cannot tell</span> <span>○ untested</span> <span>– inapplicable</span>
<span class="shapes"><i class="shape required"></i> required <i class="shape recommended"></i> recommended <i class="shape observed"></i> observed</span></p></nav>`;
}

function renderTile(one: ViewRow): string {
  const { id, level } = one.row;
  const { className, sign, word } = lookOf(one);
  const name = escapeHtml(`${id}: ${word}, ${level}`);
  const claim = escapeHtml(one.requirement.claim.replaceAll('`', ''));
  return `<a class="${className} ${level}" href="#${anchorOf(id)}" aria-label="${name}" data-name="${name}" data-claim="${claim}">${sign}</a>`;
}
