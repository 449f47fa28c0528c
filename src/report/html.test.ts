import { expect } from 'chai';
import { renderHtml } from './html.ts';
import { hostileTexts, hugeRun, mixedRun, sampleReport } from './testing.ts';

const ownTags = new Set(
  (
    'html head meta title style body a header footer main h1 h2 h3 p strong div i ul li b span details summary small ' +
    'code pre dl dt dd'
  ).split(' '),
);

/** Every tag of the page by name and attribute names; the content of the stylesheet is ours and left out. */
function tagsOf(page: string): { name: string; attributes: string[]; source: string }[] {
  const text = page.replace(/<style>[\s\S]*?<\/style>/, '<style></style>').replace('<!doctype html>', '');
  return [...text.matchAll(/<(\/?)([^\s>/]*)([^>]*)>/g)].map(([source, , name = '', rest = '']) => ({
    name,
    attributes: [...rest.matchAll(/([\w-]+)(?==|$|\s)/g)].map((match) => match[1] ?? ''),
    source,
  }));
}

describe('report/html', () => {
  it('the page says the verdict, the five counts and how much was judged', () => {
    const { run, catalogue, report } = mixedRun('bad');
    const page = renderHtml(report, run, catalogue);
    expect(page).to.contain('<h1 class="failed">non-conforming</h1>');
    expect(page).to.contain('<b>1</b> passed').and.to.contain('<b>3</b> failed');
    expect(page).to.contain('<b>1</b> cannot tell').and.to.contain('<b>1</b> untested');
    expect(page).to.contain('<b>1</b> inapplicable').and.to.contain('<b>1</b> warning among them');
    expect(page).to.contain('4 of 7 requirements judged.');
  });

  it('each requirement has an anchor, its harm, its fix and how to judge it again', () => {
    const { run, catalogue, report } = mixedRun('bad');
    const page = renderHtml(report, run, catalogue);
    for (const { id } of report.requirements) {
      expect(page).to.contain(`id="${id.replace('/', '.')}"`);
      expect(page).to.contain(`npx clever-conformance server --requirement ${id}<`);
    }
    expect(page.match(/a pupil is missing/g)).to.have.length(7);
    expect(page).to.contain('$CLEVER_TOKEN').and.to.contain('HTTP 200');
    expect(page).to.match(/One request<\/dt><dd><pre>curl [^<]*https:\/\/api.example.test\/v2.0\/teachers</);
  });

  it('what counts is open, what does not is closed', () => {
    const { run, catalogue, report } = mixedRun('bad');
    const page = renderHtml(report, run, catalogue);
    expect(page).to.contain('<details class="r failed" id="pagination.ids-ascend" open>');
    expect(page).to.contain('<details class="r warning" id="pagination.full-pages">');
  });

  it('text of a server is never markup, and the page can neither run scripts nor reach the network', () => {
    for (const text of [...hostileTexts, hostileTexts.join(' ')]) {
      const { run, catalogue, report } = mixedRun(text);
      const page = renderHtml(report, run, catalogue);
      for (const { name, attributes, source } of tagsOf(page)) {
        expect(ownTags.has(name), source).to.equal(true);
        expect(
          attributes.filter((one) => /^on|^src$/.test(one)),
          source,
        ).to.deep.equal([]);
        if (source.includes('href=')) expect(source).to.match(/href="#[\w.-]+"/);
      }
      expect(page).not.to.match(/url\(|@import|http-equiv="refresh/i);
      expect(page).not.to.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/);
    }
    const { run, catalogue, report } = mixedRun('x');
    expect(renderHtml(report, run, catalogue)).to.contain(
      `content="default-src 'none'; style-src 'unsafe-inline'; `,
    );
  });

  it('all links lead to an anchor of the page, and no id stands twice', () => {
    const { run, catalogue, report } = mixedRun('x');
    const page = renderHtml(report, run, catalogue);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const [, to] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).to.include(to);
  });

  it('500 requirements with 40,000 findings stay below 5 MB', () => {
    const { run, catalogue } = hugeRun(500, 80);
    const page = renderHtml(sampleReport(run, catalogue), run, catalogue);
    expect(page.length).to.be.below(5_000_000);
    expect(page).to.contain('And 79 more findings');
  });
});
