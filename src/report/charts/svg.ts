import { escapeHtml } from '../escape.ts';

/**
 * Shapes as inline SVG. Colours come from classes, so that dark mode and print apply; positions are attributes, because the
 * page's policy forbids inline styles.
 */

type Anchor = 'start' | 'middle' | 'end';

/** A coordinate with at most one decimal: short and deterministic. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function rect(x: number, y: number, width: number, height: number, name: string): string {
  return `<rect class="${name}" x="${at(x)}" y="${at(y)}" width="${at(Math.max(0, width))}" height="${at(Math.max(0, height))}"/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, name: string): string {
  return `<path class="${name}" d="M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}"/>`;
}

export function polyline(points: readonly (readonly [number, number])[], name: string): string {
  return `<path class="${name}" d="M${points.map(([x, y]) => `${at(x)} ${at(y)}`).join('L')}"/>`;
}

export function dot(x: number, y: number, radius: number, name: string): string {
  return `<circle class="${name}" cx="${at(x)}" cy="${at(y)}" r="${at(radius)}"/>`;
}

/** Escapes the text. */
export function svgText(x: number, y: number, text: string, name = '', anchor: Anchor = 'start'): string {
  const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text${name === '' ? '' : ` class="${name}"`} x="${at(x)}" y="${at(y)}"${place}>${escapeHtml(text)}</text>`;
}

export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly string[];
  /** One or two sentences: the caption, and the label for screen readers. */
  readonly caption: string;
  /** The whole figure as lines of text. */
  readonly text: string;
}

/** A figure with its caption and a collapsible text version. On a narrow screen it scrolls, also by keyboard. */
export function renderFigure({ width, height, shapes, caption, text }: Figure): string {
  const svg = `<svg viewBox="0 0 ${at(width)} ${at(height)}" role="img" aria-label="${escapeHtml(caption)}">${shapes.join('')}</svg>`;
  return withCaption(
    `<div class="scroll" tabindex="0" role="group" aria-label="Figure">${svg}</div>`,
    caption,
    text,
  );
}

/** Any HTML as a figure. */
export function withCaption(html: string, caption: string, text: string): string {
  return `<figure>${html}
<figcaption>${escapeHtml(caption)}</figcaption><details class="fold"><summary>Figure as text</summary><pre>${escapeHtml(text)}</pre></details></figure>
`;
}

/** Round steps over `[0, max]`, about `count` of them: 1, 2 or 5 times a power of ten. */
export function ticks(max: number, count: number): readonly number[] {
  if (!(max > 0) || !Number.isFinite(max)) return [0];
  const rough = max / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  return Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, n) =>
    Number((n * step).toPrecision(12)),
  );
}
