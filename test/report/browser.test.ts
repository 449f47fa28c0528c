import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { renderDiffHtml } from '../../src/report/compare/diff-html.ts';
import { renderHistory } from '../../src/report/compare/history-html.ts';
import { renderComparison } from '../../src/report/compare/matrix-html.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import { diffReports } from '../../src/report/model/diff.ts';
import { hostileTexts, hugeRun, mixedRun, sampleReport } from '../../src/report/testing.ts';
import {
  openBrowser,
  openEverything,
  openPage,
  type PageOptions,
  runAxe,
} from '../../tools/screenshots/browser.ts';
import { type SampleRun, sampleClientRun, sampleServerRun } from '../../tools/screenshots/sample-runs.ts';

describe('report.html in Chromium', () => {
  let browser: Browser;
  let folder = '';
  let server: SampleRun;
  let client: SampleRun;

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), 'clever-conformance-html-'));
    browser = await openBrowser();
    server = await sampleServerRun(
      ['pagination/first-page-is-short', 'pagination/last-page-skips-an-entry', 'rate-limit/reset-slides'],
      [
        'pagination/full-pages',
        'pagination/next-walk-complete',
        'pagination/link-rels-known',
        'rate-limit/window-is-fixed',
        'rate-limit/remaining-counts-down',
      ],
    );
    client = await sampleClientRun('backoff/503-t');
    write('server', renderHtml(server.report, server.run));
    write('client', renderHtml(client.report, client.run));
    const hostile = mixedRun(hostileTexts.join(' '));
    write('hostile', renderHtml(hostile.report, hostile.run, hostile.catalogue));
    const changed = server.report.requirements.map((row, at) =>
      at === 0 ? { ...row, outcome: 'cantTell' as const } : row,
    );
    const subjects = [
      { name: 'server', report: server.report },
      { name: hostileTexts.join(' '), report: { ...server.report, requirements: changed } },
    ];
    write('comparison', renderComparison(subjects));
    const renamed = {
      ...hostile.report,
      subject: { kind: 'live', name: `https://${'long.'.repeat(40)}test` },
    };
    write('change', renderDiffHtml(diffReports(renamed, server.report)));
    const nights = [hostile.report, server.report].map((report, n) => ({
      ...report,
      startedAt: `2026-01-0${n + 1}T00:00:00.000Z`,
    }));
    write('history', renderHistory(nights));
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const fileOf = (name: string) => join(folder, `${name}.html`);
  const write = (name: string, html: string) => writeFileSync(fileOf(name), html);

  const opened = <T>(name: string, work: (page: Page) => Promise<T>, options: PageOptions = {}) =>
    openPage(browser, fileOf(name), work, options);

  for (const name of ['server', 'client'])
    for (const colorScheme of ['light', 'dark'] as const)
      it(`axe finds nothing in a ${name} report, ${colorScheme}, with everything open`, async () => {
        await opened(
          name,
          async (page) => {
            await openEverything(page);
            const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined;
            const { passes, violations } = await runAxe(page, rules);
            expect(violations).to.deep.equal([]);
            expect(passes).to.be.at.least(rules?.length ?? 20);
          },
          { colorScheme, reducedMotion: 'reduce' },
        );
      });

  for (const name of ['comparison', 'change', 'history'])
    it(`axe finds nothing in a page of a ${name}, and hostile text in it is inert`, async () => {
      await opened(name, async (page) => {
        expect((await runAxe(page)).violations).to.deep.equal([]);
        expect(await page.locator('img, script, [onerror], [onload], [style]').count()).to.equal(0);
      });
    });

  it('with scripts blocked everything can be read, and a link to a requirement opens it', async () => {
    await opened(
      'server',
      async (page) => {
        expect(await page.locator('h1').textContent()).to.equal('Non-conforming');
        expect(await page.locator('#tools').isVisible()).to.equal(false);
        const passed = page.locator('.r.passed .in').first();
        expect(await passed.isVisible()).to.equal(false);
        const id = await passed.getAttribute('id');
        await page.goto(`${pathToFileURL(fileOf('server')).href}#${id}`);
        await page.locator(`[id="${id}"]`).waitFor({ state: 'visible', timeout: 5000 });
        const walk = page.locator('[id="pagination.next-walk-complete"] figure svg').first();
        expect(await walk.isVisible()).to.equal(true);
      },
      { javaScriptEnabled: false },
    );
  });

  it('/ searches, Escape clears, and the filters live in the URL', async () => {
    await opened('server', async (page) => {
      const shown = () => page.locator('.r:not([hidden])').count();
      const all = await shown();
      await page.keyboard.press('/');
      await page.keyboard.type('reset stays');
      const found = await shown();
      expect(found).to.be.above(0).and.below(all);
      expect(page.url()).to.match(/#q=reset\+stays$/);
      await page.keyboard.press('Escape');
      expect(await shown()).to.equal(all);
      await page.locator('#tools button', { hasText: 'failed' }).click();
      await page.locator('#tools select').first().selectOption('required');
      const failed = await shown();
      expect(page.url()).to.match(/#outcome=failed&level=required$/);
      await page.reload();
      expect(await shown())
        .to.equal(failed)
        .and.to.be.below(all);
      expect(await page.locator('output').textContent()).to.equal(`${failed} of ${all} shown`);
    });
  });

  it('a link opens its requirement, and clears a filter that hides it', async () => {
    await opened(
      'server',
      async (page) => {
        const target = page.locator('[id="pagination.link-rels-known"]');
        expect(await target.isVisible()).to.equal(false);
        await page.locator('.map a[href="#pagination.link-rels-known"]').click();
        await target.waitFor({ state: 'visible' });
        expect(await page.evaluate(() => document.activeElement?.tagName)).to.equal('SUMMARY');
        expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().top)).to.be.within(
          0,
          300,
        );
      },
      { hash: '#outcome=failed' },
    );
  });

  it('the first Tab leads to the link that skips to the requirements', async () => {
    await opened('client', async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal(
        'Skip to the requirements',
      );
      expect(await page.locator('.skip').evaluate((one) => one.getBoundingClientRect().left)).to.be.above(0);
    });
  });

  for (const javaScriptEnabled of [true, false])
    it(`text of a server never acts, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      await opened(
        'hostile',
        async (page) => {
          await openEverything(page);
          const seen = await page.evaluate(() => ({
            scripts: document.scripts.length,
            strangers: document.querySelectorAll(
              'img, iframe, object, embed, form, link:not([rel=icon]), base, svg [href], [style]:not(details)',
            ).length,
            links: [...document.links]
              .map((one) => one.getAttribute('href') ?? '')
              .filter((one) => !/^#[\w.-]+$|^https:\/\/(?:dev\.clever\.com|github\.com\/Clever)\//.test(one)),
            handlers: [...document.querySelectorAll('*')].filter((one) =>
              [...one.attributes].some(({ name }) => name.startsWith('on')),
            ).length,
            text: document.body.innerText,
          }));
          expect(seen).to.include({ scripts: 1, strangers: 0, handlers: 0 });
          expect(seen.links).to.deep.equal([]);
          expect(seen.text)
            .to.include('\\u202e')
            .and.include('\\x1b')
            .and.include('<script>alert(1)</script>');
          expect(seen.text).not.to.match(
            /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/,
          );
        },
        { javaScriptEnabled },
      );
    });

  it('even markup that got through would not run, load or be styled', async () => {
    const page = renderHtml(client.report, client.run);
    const injected = `<script>document.title='owned'</script><img src="data:," onerror="document.title='owned'"><p id="x" style="color:red">x</p>`;
    write('injected', page.replace('<main', `${injected}<main`));
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(fileOf('injected')).href);
    expect(await tab.title()).to.match(/^non-conforming/);
    expect(await tab.locator('#x').evaluate((one) => getComputedStyle(one).color)).not.to.equal(
      'rgb(255, 0, 0)',
    );
    expect(await tab.locator('#tools input').isVisible()).to.equal(true);
    await tab.close();
  });

  it('500 requirements with 40,000 findings open within a second', async () => {
    const { run, catalogue } = hugeRun(500, 80);
    write('huge', renderHtml(sampleReport(run, catalogue), run, catalogue));
    const tookMs: number[] = [];
    // A machine that is busy with other tests may be slow once or twice, not five times.
    while (tookMs.length < 5 && !(Math.min(...tookMs) < 1000)) {
      tookMs.push(
        await opened('huge', (page) =>
          page.evaluate(async () => {
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
            const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
            return Math.max(paint, load?.loadEventEnd ?? Number.POSITIVE_INFINITY);
          }),
        ),
      );
    }
    expect(Math.min(...tookMs))
      .to.be.above(0)
      .and.below(1000);
  });

  it('nothing runs over the edge of a narrow phone', async () => {
    for (const name of ['server', 'client', 'hostile', 'comparison', 'change', 'history'])
      await opened(
        name,
        async (page) => {
          await openEverything(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), name).to.be.at.most(320);
        },
        { viewport: { width: 320, height: 800 } },
      );
  });

  it('two long names do not run over the edge of a window', async () => {
    await opened(
      'change',
      async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(1280);
      },
      { viewport: { width: 1280, height: 800 } },
    );
  });

  it('a comparison shows only what differs, without a script', async () => {
    await opened(
      'comparison',
      async (page) => {
        const rows = page.locator('.sheet tr[id]:visible');
        const all = await rows.count();
        await page.locator('#differences').check();
        expect(all).to.be.above(1);
        expect(await rows.count()).to.equal(1);
        expect(await page.locator('.sheet .group:visible').count()).to.equal(1);
      },
      { javaScriptEnabled: false },
    );
  });

  it('print has the summary, then what failed and nothing that passed', async () => {
    await opened('server', async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const screenOnly of ['#tools', '.toc', '.jump', '.r.passed', '.doubt'])
        expect(await page.locator(screenOnly).first().isVisible(), screenOnly).to.equal(false);
      for (const finding of await page.locator('.r.failed .f').all())
        expect(await finding.isVisible()).to.equal(true);
      const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g);
      expect(sheets?.length).to.be.within(2, 8);
    });
  });

  it('the first finding is in sight at 1280 × 800, and the typeface is the embedded one', async () => {
    await opened(
      'server',
      async (page) => {
        const box = await page.locator('.broken h3').first().boundingBox();
        expect(box?.y).to.be.below(760);
        const faces = await page.evaluate(() =>
          [...document.fonts].map((one) => `${one.family} ${one.status}`),
        );
        expect(faces).to.deep.equal(['Inter loaded']);
      },
      { viewport: { width: 1280, height: 800 } },
    );
  });

  it('Next failure opens one after the other, and a permalink leads to its finding', async () => {
    await opened('server', async (page) => {
      const ids = await page.locator('.r.failed .in').evaluateAll((all) => all.map((one) => one.id));
      const next = page.locator('.jump button');
      await page.evaluate(() => {
        for (const one of document.querySelectorAll<HTMLDetailsElement>('details.g')) one.open = false;
      });
      for (const id of ids) {
        await next.click();
        expect(page.url()).to.match(new RegExp(`#${id}$`));
        expect(await page.locator(`[id="${id}"]`).isVisible()).to.equal(true);
      }
      await page.goto(`${pathToFileURL(fileOf('server')).href}#${ids[0]}.1`);
      await page.reload();
      expect(await page.locator(`[id="${ids[0]}.1"]`).isVisible()).to.equal(true);
    });
  });

  it('a filter opens the categories that it finds something in, and without it they close again', async () => {
    await opened('hostile', async (page) => {
      const closed = page.locator('.g:not([open])');
      const calm = await closed.count();
      expect(calm).to.be.above(0);
      await page.locator('#tools button', { hasText: 'passed' }).click();
      expect(await page.locator('section.theme:not([hidden]) .g:not([open])').count()).to.equal(0);
      await page.locator('#tools button', { hasText: 'all' }).first().click();
      expect(await closed.count()).to.equal(calm);
    });
  });
});
