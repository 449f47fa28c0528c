import type { Report } from '../model/report.ts';

/** `report.json`. JSON.stringify writes lone surrogates as escapes. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
