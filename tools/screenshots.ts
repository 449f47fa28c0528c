/**
 * Pictures of the HTML report for the README: `node tools/screenshots.ts [folder]`, by default `docs/images`. Judges the
 * sandbox, a server and a client that are broken in several ways, and opens their reports in Chromium. Needs Linux x64.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderHtml } from '../src/report/html/html.ts';
import { openBrowser } from './screenshots/browser.ts';
import { type SampleRun, sampleClientRun, sampleServerRun } from './screenshots/sample-runs.ts';

const broken = [
  'pagination/last-page-skips-an-entry',
  'pagination/prev-links-name-the-host',
  'rate-limit/quota-of-1199',
  'rate-limit/reset-slides',
  'data/one-student-is-in-grade-13',
  'errors/lists-need-no-token',
  'lms-errors/yesterday-is-taken',
];

/** A screenshot of a report: scroll position and window size. */
interface Shot {
  readonly name: string;
  readonly of: SampleRun;
  readonly anchor?: string;
  readonly width?: number;
  readonly height: number;
  readonly dark?: true;
}

/** As if it had been judged at this origin. */
function at(origin: string, { run, report }: SampleRun): SampleRun {
  const subject = { kind: 'live', name: origin } as const;
  const exchanges = run.evidence.exchanges.map((one) => ({ ...one, request: { ...one.request, origin } }));
  return {
    run: { ...run, subject, evidence: { ...run.evidence, exchanges } },
    report: { ...report, subject },
  };
}

const good = await sampleServerRun([]);
const bad = at('https://mock.district.example', await sampleServerRun(broken));
const client = await sampleClientRun();
const shots: readonly Shot[] = [
  { name: 'report-conforming', of: good, height: 900 },
  { name: 'report-broken', of: bad, height: 1000 },
  { name: 'report-window', of: bad, anchor: 'rate-limit.full-quota-admitted', height: 900, dark: true },
  { name: 'report-timeline', of: client, anchor: 'backoff.client-waits-double', height: 1000 },
  { name: 'report-phone', of: client, width: 390, height: 844 },
];

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'images');
mkdirSync(folder, { recursive: true });
const pages = mkdtempSync(join(tmpdir(), 'clever-conformance-shots-'));
// The browser's own fonts, so that the images are the same on every machine.
const fonts = join(pages, 'fonts.conf');
writeFileSync(
  fonts,
  `<?xml version="1.0"?><fontconfig><dir>${join(tmpdir(), 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(pages, 'cache')}</cachedir>
<alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias></fontconfig>
`,
);
const browser = await openBrowser({ FONTCONFIG_FILE: fonts });
try {
  for (const { name, of, anchor = '', width = 1280, height, dark } of shots) {
    const file = join(pages, `${name}.html`);
    writeFileSync(file, renderHtml(of.report, of.run));
    const page = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: width < 500 ? 2 : 1,
      colorScheme: dark ? 'dark' : 'light',
    });
    await page.goto(`${pathToFileURL(file).href}${anchor === '' ? '' : `#${anchor}`}`);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    process.stdout.write(`${join(folder, `${name}.png`)}\n`);
  }
} finally {
  await browser.close();
  rmSync(pages, { recursive: true, force: true });
}
