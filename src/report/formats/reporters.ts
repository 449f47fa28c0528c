import type { RunResult } from '../../claims/run-result.ts';
import { renderConsole } from '../console/console.ts';
import { renderHtml } from '../html/html.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Report } from '../model/report.ts';
import { renderAnnotations } from './annotations.ts';
import { renderBadge, renderBadgeJson } from './badge.ts';
import { renderCtrf } from './ctrf.ts';
import { renderInToto } from './in-toto.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderTap } from './tap.ts';

/** Renders a report as the text of one file. Deterministic. */
export type Reporter = (report: Report, run: RunResult, catalogue?: Catalogue) => string;

const text: Reporter = (report, run, catalogue) => renderConsole(report, run, catalogue ? { catalogue } : {});

/** The reporters of `--reporter name[:path]`. */
export const reporters = {
  json: (report) => renderJson(report),
  junit: renderJunit,
  html: renderHtml,
  console: text,
  text,
  markdown: renderMarkdown,
  github: renderAnnotations,
  ctrf: renderCtrf,
  tap: renderTap,
  badge: (report) => renderBadge(report),
  shields: (report) => renderBadgeJson(report),
  'in-toto': renderInToto,
} as const satisfies Readonly<Record<string, Reporter>>;

export type ReporterName = keyof typeof reporters;

/** Default file of each reporter in the report directory. */
export const defaultFiles: Readonly<Record<ReporterName, string>> = {
  json: 'report.json',
  junit: 'junit.xml',
  html: 'report.html',
  console: 'summary.txt',
  text: 'summary.txt',
  markdown: 'summary.md',
  github: 'annotations.txt',
  ctrf: 'ctrf.json',
  tap: 'report.tap',
  badge: 'badge.svg',
  shields: 'badge.json',
  'in-toto': 'in-toto.json',
};

export interface ReporterChoice {
  readonly name: ReporterName;
  /** As given by the user. Absent: the default file in the report directory. */
  readonly path?: string;
}

/** A file that a reporter of the user makes, in the report directory. */
export interface OwnReport {
  /** Without a directory: `slack.json`. */
  readonly name: string;
  readonly text: string;
}

/** A reporter of the user: gets what `report.json` has. */
export type OwnReporter = (report: Report) => OwnReport | readonly OwnReport[];

/** Parses `junit` or `junit:build/junit.xml`; `undefined` if no reporter has this name. */
export function parseReporter(argument: string): ReporterChoice | undefined {
  const at = argument.indexOf(':');
  const name = at < 0 ? argument : argument.slice(0, at);
  const path = at < 0 ? '' : argument.slice(at + 1);
  if (!Object.hasOwn(reporters, name)) return undefined;
  return { name: name as ReporterName, ...(path === '' ? {} : { path }) };
}
