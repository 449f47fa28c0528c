/**
 * Pictures of the reports in `docs/examples`, for the README: `node tools/screenshots.ts [folder]`, by default `docs/images`, after
 * `npm run examples`. With `--all`: each page at 1280 and 390 px, light and dark, to look at before a release. Needs Linux x64.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './screenshots/browser.ts';

/** A screenshot of a page: scroll position and window size. */
interface Shot {
  readonly name: string;
  /** In `docs/examples`. */
  readonly file: string;
  readonly anchor?: string;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
}

const window = { width: 1280, height: 800 } as const;
const phone = { width: 390, height: 844 } as const;

/** What the README shows. */
const shown: readonly Shot[] = [
  { name: 'report-broken', file: 'server/report.html', ...window },
  { name: 'report-conforming', file: 'server-before/report.html', ...window },
  { name: 'report-partial', file: 'server-first-try/report.html', ...window },
  {
    name: 'report-timeline',
    file: 'client/report.html',
    anchor: 'rate-limit.client-waits-for-reset',
    ...window,
  },
  { name: 'report-phone', file: 'client/report.html', ...phone },
  { name: 'report-dark', file: 'server/report.html', anchor: 'pagination.ids-ascend', ...window, dark: true },
  { name: 'matrix', file: 'matrix.html', ...window },
  { name: 'diff', file: 'diff.html', ...window },
  { name: 'history', file: 'history.html', ...window },
];

const pages: Readonly<Record<string, string>> = {
  green: 'server-before/report.html',
  partial: 'server-first-try/report.html',
  server: 'server/report.html',
  client: 'client/report.html',
  matrix: 'matrix.html',
  diff: 'diff.html',
  history: 'history.html',
};
const all: readonly Shot[] = Object.entries(pages).flatMap(([name, file]) =>
  [window, phone].flatMap((size) =>
    [false, true].map((dark) => ({
      name: `${name}-${size.width}-${dark ? 'dark' : 'light'}`,
      file,
      ...size,
      dark,
    })),
  ),
);

const args = process.argv.slice(2);
const shots = args.includes('--all') ? all : shown;
const folder = args.find((one) => !one.startsWith('--')) ?? join(import.meta.dirname, '..', 'docs', 'images');
const examples = join(import.meta.dirname, '..', 'docs', 'examples');
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'clever-conformance-shots-'));
// The browser's own fonts, so that what the pages do not bring is the same on every machine.
const fonts = join(scratch, 'fonts.conf');
writeFileSync(
  fonts,
  `<?xml version="1.0"?><fontconfig><dir>${join(tmpdir(), 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(scratch, 'cache')}</cachedir></fontconfig>
`,
);
const browser = await openBrowser({ FONTCONFIG_FILE: fonts });
try {
  for (const { name, file, anchor = '', width, height, dark } of shots) {
    const page = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: width < 500 ? 2 : 1,
      colorScheme: dark ? 'dark' : 'light',
    });
    await page.goto(`${pathToFileURL(join(examples, file)).href}${anchor === '' ? '' : `#${anchor}`}`);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    process.stdout.write(`${join(folder, `${name}.png`)}\n`);
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
