import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Real Chromium for tests of pages: the build from the development dependencies, so nothing is downloaded. */

/**
 * As few as possible, since the tests cover the browser's security checks. The pages are the suite's own files; the
 * browser's sandbox needs privileges that containers lack.
 */
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** Starts Chromium. If it cannot start, throws an error of one line with the cause and the fix. */
export async function openBrowser(env: Readonly<Record<string, string>> = {}): Promise<Browser> {
  try {
    const executablePath = await unpack();
    return await start(executablePath, env).catch(() =>
      // A slim container lacks libraries that the build contains.
      start(executablePath, { ...env, LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') }),
    );
  } catch (error) {
    const [first = '', ...others] = (error instanceof Error ? error.message : String(error)).split('\n');
    const specific = others.find((one) => /loading shared|not found|no such|exec format|EACCES/i.test(one));
    const cause = (specific ?? first).trim().slice(0, 200);
    throw new Error(
      `Chromium did not start on this machine (${cause}). The tests of the HTML report need it: run them on Linux x64, remove ${join(tmpdir(), 'chromium')} if it is incomplete, and install the missing libraries (Debian: libnss3).`,
    );
  }
}

function start(executablePath: string, env: Readonly<Record<string, string>>): Promise<Browser> {
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env }, timeout: 30_000 });
}

/**
 * The build unpacks itself once per machine; it only includes its libraries if it detects a cloud function. Tests run
 * concurrently and must not use a partly unpacked file: one of them unpacks, the others wait.
 */
async function unpack(): Promise<string> {
  const lock = join(tmpdir(), 'clever-conformance-chromium.lock');
  const { AWS_LAMBDA_JS_RUNTIME, FONTCONFIG_PATH, LD_LIBRARY_PATH, HOME } = process.env;
  await enter(lock);
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: build } = await import('@sparticuz/chromium');
    return await build.executablePath();
  } catch (error) {
    await rm(join(tmpdir(), 'chromium'), { force: true });
    throw error;
  } finally {
    restore({ AWS_LAMBDA_JS_RUNTIME, FONTCONFIG_PATH, LD_LIBRARY_PATH, HOME });
    await rm(lock, { recursive: true, force: true });
  }
}

/** Waits for the lock; after 40 s its holder must have been killed, and the lock is ignored. */
async function enter(lock: string): Promise<void> {
  for (let waits = 0; waits < 400; waits++) {
    const isAcquired = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (isAcquired) return;
    await setTimeout(100);
  }
}

/** Restores the environment that the build changed. */
function restore(before: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

export interface PageOptions extends BrowserContextOptions {
  /** @default '' */
  readonly hash?: string;
}

/** Opens a file, and fails if the page requests anything else, logs to the console, or opens a dialog. */
export async function openPage<T>(
  browser: Browser,
  file: string,
  work: (page: Page) => Promise<T>,
  { hash = '', ...options }: PageOptions = {},
): Promise<T> {
  const { href } = pathToFileURL(file);
  const page = await browser.newPage(options);
  const problems: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(href)) problems.push(`requested ${request.url()}`);
  });
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  try {
    await page.goto(href + hash);
    const result = await work(page);
    expect(problems).to.deep.equal([]);
    return result;
  } finally {
    await page.close();
  }
}

/** Opens all details and lays out off-screen content, so that positions are final. */
export async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) {
      one.open = true;
      one.style.contentVisibility = 'visible';
    }
  });
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe on the page. `rules` by name; by default WCAG 2.2 AA and the best practices. */
export async function runAxe(
  page: Page,
  rules?: readonly string[],
): Promise<{ readonly passes: number; readonly violations: readonly string[] }> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return await page.evaluate(
    async ([type, values]) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations, passes } = await axe.run(document, {
        runOnly: { type, values },
        resultTypes: ['violations'],
      });
      return {
        passes: passes.length,
        violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`),
      };
    },
    (rules ? ['rule', [...rules]] : ['tag', tags]) satisfies [string, string[]] as ['rule' | 'tag', string[]],
  );
}
