import { createHash } from 'node:crypto';
import { escapeHtml } from '../escape.ts';
import { type IconName, iconUrl } from './mark.ts';

/** The parts of a page. Title and description are escaped here; the rest must be trusted HTML, CSS and JavaScript. */
export interface Page {
  readonly title: string;
  /** One sentence, which pages that link here may show. */
  readonly description: string;
  readonly icon: IconName;
  readonly body: string;
  readonly style: string;
  /** Absent: the page's policy blocks all scripts. */
  readonly script?: string;
}

/**
 * One self-contained page. Its policy allows only this style and script, by digest, and data of the page itself as typeface and
 * icon: a second defence if escaping fails.
 */
export function renderPage({ title, description, icon, body, style, script }: Page): string {
  const policy = `default-src 'none'; style-src ${digestOf(style)}; script-src ${script === undefined ? "'none'" : digestOf(script)}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
  const about = escapeHtml(description);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="clever-conformance">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${about}">
<meta property="og:title" content="${escapeHtml(title)}">
<meta property="og:description" content="${about}">
<link rel="icon" href="${iconUrl(icon)}">
<style>${style}</style>
</head>
<body>
${body}
${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>
`;
}

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
