import type { Report } from '../model/report.ts';

/** `report.json`: two spaces of indent and a line break at the end. Lone surrogates come out as escapes. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
