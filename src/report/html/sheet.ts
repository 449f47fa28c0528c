import { escapeHtml } from '../escape.ts';
import { style } from './style.ts';

/** The stylesheet of pages that are one large table: that of the report, and what tables need. */
export const sheetStyle = `${style}
.plain{--c:var(--accent)}.plain>.wrap:last-child{padding-bottom:1.2rem;padding-top:.2rem}.plain h1{letter-spacing:-.022em;font-size:clamp(1.5rem,6vw,2.2rem);color:var(--ink)}.plain h1 b{white-space:normal}.plain .lead{max-width:60rem}
.sheet{position:relative;overflow-x:auto;margin:1rem 0;border:1px solid var(--line);border-radius:10px;background:var(--card)}
.sheet table{border-collapse:separate;border-spacing:0;width:100%;min-width:0;font-size:.92rem}
.sheet th,.sheet td{padding:.45rem .7rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
.sheet tbody:last-child tr:last-child>*{border-bottom:0}
.sheet td{text-align:center;white-space:nowrap}
.sheet td.prose{text-align:left;white-space:normal;min-width:14rem}
.sheet thead th{vertical-align:bottom;max-width:11rem;overflow-wrap:anywhere}
.sheet thead th:not(:first-child){text-align:center}
.sheet th:first-child{position:sticky;left:0;z-index:1;background:var(--card);color:var(--ink);min-width:15rem;max-width:26rem;font-weight:400;border-right:1px solid var(--line)}
.sheet tbody .group th{background:var(--code);font-weight:650}
.sheet .claim{display:block;color:var(--soft);font-size:.86rem}
.sheet td b{color:var(--c);font-weight:650}
.sheet td.passed b{font-weight:400}
.sheet td.failed,.sheet td.warning{background:color-mix(in srgb,var(--c) 11%,var(--card))}
.sheet td small{display:block;color:var(--soft)}
@media(max-width:40rem){.sheet th:first-child{min-width:9rem;max-width:11rem;font-size:.84rem;padding:.4rem .5rem}}
`;

/** A table that scrolls sideways by itself, with the keyboard too, with a body per group of rows; all of it is HTML. */
export function renderSheet(label: string, head: string, groups: readonly (readonly string[])[]): string {
  return `<div class="sheet" role="region" tabindex="0" aria-label="${escapeHtml(label)}"><table>
<thead>${head}</thead>
${groups.map((lines) => `<tbody>\n${lines.join('\n')}\n</tbody>`).join('\n')}
</table></div>`;
}
