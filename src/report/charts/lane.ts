import { escapeHtml } from '../escape.ts';

/**
 * Shapes of a lane: inline SVG as wide as its place. Horizontal positions are percent of the lane, so that it may have any width;
 * vertical ones are pixels of its height of 24.
 */

/** A lane with its shapes. */
export function lane(shapes: readonly string[]): string {
  return `<svg class="lane">${shapes.join('')}</svg>`;
}

/** A wait that is required, with a line where it ends. */
export function band(from: number, until: number): readonly string[] {
  return [
    `<rect class="band" x="${percent(from)}" y="4" width="${percent(Math.max(0, until - from))}" height="16"/>`,
    `<line class="due" x1="${percent(until)}" y1="4" x2="${percent(until)}" y2="20"/>`,
  ];
}

export function segment(from: number, until: number, name: string): string {
  return `<line class="${name}" x1="${percent(from)}" y1="12" x2="${percent(until)}" y2="12"/>`;
}

export function circle(x: number, radius: number, name: string): string {
  return `<circle class="${name}" cx="${percent(x)}" cy="12" r="${radius}"/>`;
}

/** A square where the client ended. */
export function end(x: number): string {
  return `<svg x="${percent(x)}"><path class="end" d="M-4.5 7.5h9v9h-9z"/></svg>`;
}

/** A line of the axis, from its top to the bottom of the figure. */
export function hair(x: number): string {
  return `<line class="hair" x1="${percent(x)}" y1="16" x2="${percent(x)}" y2="100%"/>`;
}

export function tickLabel(x: number, text: string): string {
  return `<text class="soft" x="${percent(x)}" y="11" text-anchor="middle">${escapeHtml(text)}</text>`;
}

/** With two decimals at most: a tenth of a pixel. */
function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
