import { escapeXml } from '../escape.ts';
import { nameOf } from '../model/about.ts';
import { coverageOf } from '../model/coverage.ts';
import type { Report } from '../model/report.ts';
import { isFullyGreen, verdictLine } from '../model/verdict.ts';

/** As short as a README has room for; `title` has the rest: side, verdict, version and date. */
interface BadgeText {
  readonly label: string;
  readonly message: string;
  readonly title: string;
  readonly color: string;
}

/** Contrast with white text is at least 4.5 to 1. */
const colors = {
  conforming: '#2e7d32',
  partial: '#8a5a00',
  'non-conforming': '#b3261e',
  inconclusive: '#5f6368',
} as const;

function badgeText(report: Report): BadgeText {
  return {
    label: 'Clever API',
    message: messageOf(report),
    title: `${nameOf(report)}, ${report.side}: ${verdictLine(report)}; ${report.tool.name} ${report.tool.version}, ${report.startedAt.slice(0, 10)}`,
    color: report.verdict === 'conforming' && !isFullyGreen(report) ? colors.partial : colors[report.verdict],
  };
}

/** `96/96` of a conforming subject; the same of any other would read as praise. */
function messageOf(report: Report): string {
  const { passed, failed, required } = coverageOf(report);
  if (report.verdict === 'conforming') return `${passed}/${required}`;
  return report.verdict === 'non-conforming' && failed > 0 ? `${failed}/${required} failed` : report.verdict;
}

/** The JSON that shields.io's endpoint badge reads. */
export function renderBadgeJson(report: Report): string {
  const { label, message, color } = badgeText(report);
  return `${JSON.stringify({ schemaVersion: 1, label, message, color: color.slice(1), cacheSeconds: 3600 }, null, 2)}\n`;
}

/** Approximate width of Verdana at 11 px; `textLength` makes the text fit in any font. */
const charPx = 6.6;
const padPx = 10;

/** The badge as a standalone SVG: no font, no script, no network. */
export function renderBadge(report: Report): string {
  const { label, message, title: whole, color } = badgeText(report);
  const [left, right] = [label, message].map((text) => Math.round(text.length * charPx)) as [number, number];
  const width = left + right + 4 * padPx;
  const title = escapeXml(whole);
  const piece = (text: string, x: number, length: number) =>
    `  <text x="${x}" y="14" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escapeXml(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${title}">`,
    `  <title>${title}</title>`,
    `  <rect width="${width}" height="20" rx="3" fill="${color}"/>`,
    `  <path d="M3 0h${left + 2 * padPx - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#3c4043"/>`,
    '  <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">',
    piece(label, padPx, left),
    piece(message, left + 3 * padPx, right),
    '  </g>',
    '</svg>',
    '',
  ].join('\n');
}
