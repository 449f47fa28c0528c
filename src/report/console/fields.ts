import { cap, escapeTerminalLines } from '../escape.ts';
import type { Paint } from './paint.ts';

/** A name and its text, which may have several lines; at most `max` characters. */
export function field(name: string, text: string, paint: Paint, max = 600): string[] {
  const [first = '', ...others] = escapeTerminalLines(cap(text, max));
  return [
    `  ${paint.dim(`${name} `.padEnd(9))} ${first}`,
    ...others.slice(0, 12).map((line) => `            ${line}`),
  ];
}

/** What a command needs before it works. */
export function noteLine(note: string, paint: Paint): string {
  return `            ${paint.dim(`(${note})`)}`;
}
