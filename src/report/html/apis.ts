import { rect } from '../charts/svg.ts';
import { escapeHtml } from '../escape.ts';
import { type Coverage, coverageOf } from '../model/coverage.ts';
import type { Report } from '../model/report.ts';
import { apiVerdictOf } from '../model/verdict.ts';
import { signs } from './parts.ts';

/** Each API with its version, its own verdict and its required checks. */
export function renderApis(report: Report): string {
  const { apis } = coverageOf(report);
  if (apis.length === 0) return '';
  const items = apis.map((api) => {
    const { className, words } = apiVerdictOf(report, api);
    const sign = className === 'partial' ? signs.passed : className === 'warning' ? '?' : signs[className];
    return `<li class="${className}"><span class="sign" aria-hidden="true">${sign}</span> <b>${escapeHtml(api.name)}</b> <span class="words">${words}</span> <span class="n">${apiChecks(api)}</span>${apiBar(api)}</li>`;
  });
  return `<ul class="apis" aria-label="Verdict of each API">${items.join('\n')}</ul>`;
}

/** `96 of 96 required`, `6 of 96 failed, 55 tested`. */
export function apiChecks({ passed, failed, required }: Coverage): string {
  const tested = passed + failed;
  if (failed === 0) return `${tested} of ${required} required`;
  return `${failed} of ${required} failed${tested === required ? '' : `, ${tested} tested`}`;
}

/** The same as a bar; hidden from screen readers, since the numbers stand beside it. */
export function apiBar({ passed, failed, cantTell, untested }: Coverage): string {
  const parts = Object.entries({ passed, failed, cantTell, untested });
  const all = passed + failed + cantTell + untested;
  let x = 0;
  const shapes = parts.map(([className, n]) => {
    const width = (1000 * n) / Math.max(1, all);
    x += width;
    // A gap to the next part, if there is one.
    const gap = x < 999 ? 3 : 0;
    return n === 0 ? '' : rect(x - width, 0, Math.max(2, width - gap), 10, `fill ${className}`);
  });
  return `<svg class="apibar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${shapes.join('')}</svg>`;
}
