import { createHash } from 'node:crypto';
import { escapeHtml } from '../escape.ts';

/** The parts of a page. The title is escaped here; the rest must be trusted HTML, CSS and JavaScript. */
export interface Page {
  readonly title: string;
  readonly body: string;
  readonly style: string;
  /** Absent: the page's policy blocks all scripts. */
  readonly script?: string;
}

/** One self-contained page. Its policy allows only this style and script, by digest: a second defence if escaping fails. */
export function renderPage({ title, body, style, script }: Page): string {
  const policy = `default-src 'none'; style-src ${digestOf(style)}; script-src ${script === undefined ? "'none'" : digestOf(script)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
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
