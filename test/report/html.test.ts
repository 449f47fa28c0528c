import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { Exchange } from '../../src/exchange.ts';
import { documentUrls } from '../../src/report/formats/catalogue-text.ts';
import { renderHtml } from '../../src/report/html/html.ts';
import {
  failed,
  hostileTexts,
  hugeRun,
  mixedRun,
  sampleCatalogue,
  sampleReport,
  sampleRun,
} from '../../src/report/testing.ts';

const ownTags = new Set(
  (
    'html head meta title link style script body a header nav main section footer h1 h2 h3 h4 p b div i ul li span small time ' +
    'details summary code pre dl dt dd br table tr th td figure figcaption svg path line rect circle text'
  ).split(' '),
);

/** Every tag of the page by name and attribute names; our own stylesheet and script are left out. */
function tagsOf(page: string): { name: string; attributes: string[]; source: string }[] {
  const text = page
    .replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
    .replace(/<script>[\s\S]*?<\/script>\n<\/body>/, '<script></script></body>')
    .replace('<!doctype html>', '');
  return [...text.matchAll(/<(\/?)([^\s>/]*)([^>]*)>/g)].map(([source, , name = '', rest = '']) => ({
    name,
    attributes: [...rest.replace(/"[^"]*"/g, '""').matchAll(/([\w-]+)(?==|$|\s)/g)].map(
      (match) => match[1] ?? '',
    ),
    source,
  }));
}

/** The published documents that sources link to: nothing else leads out of a page. */
const documents: readonly string[] = Object.values(documentUrls);

describe('report/html', () => {
  it('the page has the subject, the verdict, the counts that are not zero and the number of judged requirements', () => {
    const { run, catalogue, report } = mixedRun('bad');
    const page = renderHtml(report, run, catalogue);
    expect(page).to.contain('<p class="subject">bad <small>a live server</small></p>');
    expect(page).to.match(/<h1>.*<b>Non-conforming<\/b>/);
    // The numbers add up: what fails without counting is a warning, not a failure.
    expect(page)
      .to.contain('<b>1</b> passed')
      .and.contain('<b>1</b> failed')
      .and.contain('<b>2</b> warnings');
    expect(page).to.contain('<b>1</b> cannot tell').and.to.contain('<b>1</b> untested');
    expect(page).to.contain('<b>1</b> inapplicable');
    expect(page).to.contain('<b>4 of 7 requirements</b> judged');
  });

  it('failures come first, with their fix; warnings have their own section', () => {
    const { run, catalogue, report } = mixedRun('bad');
    const page = renderHtml(report, run, catalogue);
    const broken = page.slice(page.indexOf('id="broken"'), page.indexOf('id="beside"'));
    expect(broken)
      .to.contain('pagination/ids-ascend')
      .and.contain('<b>How to fix</b> send what was asked for');
    expect(broken).not.to.contain('pagination/full-pages');
    const beside = page.slice(page.indexOf('id="beside"'), page.indexOf('id="matrix"'));
    expect(beside).to.contain('pagination/full-pages').and.contain('data/undocumented-field');
  });

  it('each requirement has an anchor, its harm, its fix and its rerun command', () => {
    const { run, catalogue, report } = mixedRun('bad');
    const page = renderHtml(report, run, catalogue);
    for (const { id } of report.requirements) {
      expect(page).to.contain(`id="${id.replace('/', '.')}"`);
      expect(page).to.match(new RegExp(`npx clever-conformance server [^<]*--requirement ${id}<`));
    }
    expect(page.match(/a student is missing/g)).to.have.length(7);
    expect(page).to.contain('$CLEVER_TOKEN').and.to.contain('HTTP 200');
    expect(page).to.match(
      /One request, with your token[\s\S]*?curl [^<]*https:\/\/api.example.test\/v2.0\/teachers</,
    );
  });

  it('what counts is open, what does not is closed', () => {
    const { run, catalogue, report } = mixedRun('bad');
    const page = renderHtml(report, run, catalogue);
    const start = (id: string) => {
      const before = page.slice(0, page.indexOf(`id="${id}"`));
      return before.slice(before.lastIndexOf('<details'));
    };
    expect(start('pagination.ids-ascend')).to.match(/^<details class="r failed" [^>]* open>/);
    expect(start('pagination.full-pages')).to.match(
      /^<details class="r warning" [^>]*"required"|^<details class="r warning" [^>]*"recommended">/,
    );
  });

  it('the self-test number is shown if known, and omitted otherwise', () => {
    const { run, catalogue, report } = mixedRun('bad');
    expect(renderHtml(report, run, catalogue)).not.to.match(/self-test|deliberately broken/i);
    const [first, ...others] = report.requirements;
    const proven = {
      ...report,
      requirements: [{ ...(first as NonNullable<typeof first>), killedMutants: 3 }, ...others],
    };
    const page = renderHtml(proven, run, catalogue);
    expect(page.match(/detects 3 deliberately broken implementations/g)).to.have.length(1);
  });

  it('text of a server is never markup, and the page can neither run foreign scripts nor reach the network', () => {
    for (const text of [...hostileTexts, hostileTexts.join(' ')]) {
      const { run, catalogue, report } = mixedRun(text);
      const page = renderHtml(report, run, catalogue);
      for (const { name, attributes, source } of tagsOf(page)) {
        expect(ownTags.has(name), source).to.equal(true);
        expect(
          attributes.filter((one) => /^on|^src$|^style$/.test(one)),
          source,
        ).to.deep.equal([]);
        const [, to] = /href="([^"]*)"/.exec(source) ?? [];
        if (to !== undefined && !documents.includes(to)) expect(to).to.match(/^#[\w.-]+$|^data:image\/svg/);
      }
      expect(page.replace('url(data:font/woff2;base64,', '')).not.to.match(
        /url\(|@import|http-equiv="refresh/i,
      );
      expect(page).not.to.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/);
    }
  });

  it('only the built-in style and script are allowed, by their digests, which are the same for every report', () => {
    const policies = ['x', '</script>'].map((text) => {
      const { run, catalogue, report } = mixedRun(text);
      const page = renderHtml(report, run, catalogue);
      const policy = /Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
      for (const name of ['style', 'script']) {
        const [, content = ''] = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(page) ?? [];
        expect(policy).to.contain(
          `${name}-src 'sha256-${createHash('sha256').update(content).digest('base64')}'`,
        );
      }
      expect(policy)
        .to.match(/^default-src 'none'; /)
        .and.not.to.match(/unsafe|\*|http/);
      return policy;
    });
    expect(policies[0]).to.equal(policies[1]);
  });

  it('all links lead to an anchor of the page, and ids are unique', () => {
    const { run, catalogue, report } = mixedRun('x');
    const page = renderHtml(report, run, catalogue);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).to.include(to);
  });

  it('the masthead says what conforms to what: suite, catalogue, name, version, commit, and each API with its verdict', () => {
    const { run, catalogue, report } = mixedRun('https://api.example.test');
    const about = {
      name: 'Ours & theirs',
      version: '1.4.2',
      commit: '3f2a91c',
      link: 'https://example.test/a?b=1&c',
    };
    const page = renderHtml({ ...report, about }, run, catalogue);
    expect(page)
      .to.contain('<b>Clever API conformance</b>')
      .and.contain(`clever-conformance 0.1.0 · catalogue ${report.catalogue.version}`)
      .and.contain('<a href="https://example.test/a?b=1&amp;c" rel="noreferrer">Ours &amp; theirs</a>')
      .and.contain('version 1.4.2 · commit 3f2a91c · https://api.example.test · a live server')
      .and.match(
        /<b>Data API<\/b> <span class="words">non-conforming<\/span> <span class="n">1 of 4 failed, 2 tested/,
      );
    expect(page).to.match(
      /<meta name="description" content="Clever API conformance of the server Ours &amp; theirs/,
    );
  });

  it('a link that is not of the web is no link', () => {
    const { run, catalogue, report } = mixedRun('x');
    for (const link of ['javascript:alert(1)', 'data:text/html,x', 'nonsense'])
      expect(renderHtml({ ...report, about: { name: 'n', link } }, run, catalogue)).not.to.contain(link);
  });

  it('what happened is the headline, and the requirement the line below', () => {
    const { run, catalogue, report } = mixedRun('A `next` link is <b>missing</b>.');
    const page = renderHtml(report, run, catalogue);
    expect(page).to.match(
      /<h3><a href="#pagination.ids-ascend">A <code>next<\/code> link is &lt;b&gt;missing&lt;\/b&gt;.<\/a><\/h3>\s*<p class="soft">Required: The claim of pagination\/ids-ascend/,
    );
    expect(page).to.match(
      /<span class="claim">A <code>next<\/code> link is [^\n]*<span class="sub">The claim of/,
    );
  });

  it('categories without failures are collapsed, and sources lead to the documents', () => {
    const { run, catalogue, report } = mixedRun('bad');
    const page = renderHtml(report, run, catalogue);
    const groups = [...page.matchAll(/<details class="g"( open)?><summary><h3 id="([\w-]+)">/g)];
    for (const [, open, theme = ''] of groups) {
      const rows = report.requirements.filter(({ id }) => id.startsWith(`${theme}/`));
      const isCalm = rows.every(({ outcome }) => outcome !== 'failed' && outcome !== 'cantTell');
      expect(open === undefined, theme).to.equal(isCalm);
    }
    expect(groups.map(([, open]) => open))
      .to.include(undefined)
      .and.include(' open');
    expect(page).to.contain(`<a href="${documentUrls.OV}" rel="noreferrer">Overview`);
  });

  it('has only the open questions of what applies and was selected', () => {
    const { run, catalogue, report } = mixedRun('x');
    const asks = (id: string) => ({
      ...catalogue,
      requirements: catalogue.requirements.map((one) =>
        one.id === id ? { ...one, doubts: ['sample-doubt'] } : one,
      ),
    });
    const of = (outcome: string) => report.requirements.find((row) => row.outcome === outcome)?.id ?? '';
    expect(renderHtml(report, run, asks(of('passed')))).to.contain('id="doubt.sample-doubt"');
    expect(renderHtml(report, run, asks(of('inapplicable')))).not.to.contain('doubt.sample-doubt"');
    expect(renderHtml(report, run, catalogue)).not.to.contain('sample-doubt');
  });

  it('the same report and run give the same bytes', () => {
    const page = () => {
      const { run, catalogue, report } = mixedRun('x');
      return renderHtml(report, run, catalogue);
    };
    expect(page()).to.equal(page());
  });

  it('500 requirements with 40,000 findings stay below 5 MB, and the page says what it omits', () => {
    const { run, catalogue } = hugeRun(500, 80);
    const page = renderHtml(sampleReport(run, catalogue), run, catalogue);
    expect(Buffer.byteLength(page)).to.be.below(5_000_000);
    expect(page).to.contain('And 79 more findings, all in evidence.json.gz.');
    expect(page).to.contain('This page shows 500 of 40000 findings; all are in evidence.json.gz.');
  });

  it('texts and bodies that grow when escaped stay below 5 MB, too', () => {
    const ids = Array.from({ length: 500 }, (_, n) => `data/claim-${n}`);
    const text = '&\u{e0041}'.repeat(1000);
    const catalogue = sampleCatalogue(ids);
    const names = Array.from({ length: 20 }, (_, n) => `${n} ${text}`);
    const exchange: Exchange = {
      seq: 0,
      request: {
        method: 'GET',
        origin: 'http://x.test',
        path: `/${text}`,
        headers: { 'x-a': text },
        sentAtMs: 0,
      },
      response: { status: 200, headers: { 'x-b': text }, body: text, receivedAtMs: 0 },
    };
    const run = sampleRun(Object.fromEntries(ids.map((id) => [id, failed(text, names)])));
    const evidence = { ...run.evidence, exchanges: [exchange] };
    const page = renderHtml(sampleReport(run, catalogue), { ...run, evidence }, catalogue);
    expect(Buffer.byteLength(page)).to.be.below(5_000_000);
    expect(page).to.contain('shorter here than usual').and.contain('of 10000 findings');
  });
});
