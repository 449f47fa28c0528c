import { expect } from 'chai';
import { type Node, Parser } from 'commonmark';
import {
  failed,
  greenRun,
  hardTexts,
  hostileTexts,
  hugeRun,
  mixedRun,
  sampleCatalogue,
  sampleReport,
  sampleRun,
} from '../testing.ts';
import { renderAnnotations } from './annotations.ts';
import { renderMarkdown } from './markdown.ts';

const hostile = [...hostileTexts, ...hardTexts];

describe('Markdown', () => {
  const kinds = (text: string) => {
    const found = new Map<string, number>();
    const walker = new Parser().parse(text).walker();
    for (let step = walker.next(); step; step = walker.next())
      if (step.entering) found.set(step.node.type, (found.get(step.node.type) ?? 0) + 1);
    return found;
  };
  const textOutside = (markdown: string) => {
    const parts: string[] = [];
    const walker = new Parser().parse(markdown).walker();
    for (let step = walker.next(); step; step = walker.next()) {
      const node: Node = step.node;
      if (step.entering && node.type === 'text') parts.push(node.literal ?? '');
    }
    return parts.join('\n');
  };
  const renderOf = ({ report, run, catalogue }: ReturnType<typeof mixedRun>) =>
    renderMarkdown(report, run, catalogue);

  it('has the verdict, the counts, each failure with its fix, and the undecided requirements', () => {
    const text = renderOf(mixedRun('bad'));
    expect(text).to.match(/^## ❌ non-conforming: 1 of 4 required checks failed, 2 tested\n\n`bad`/);
    expect(text).to.contain('| pagination | · | 1 | 1 | · | · | · |');
    expect(text).to.contain('### ❌ `bad`\n\n- **pagination/ids-ascend** (required, 2 cases): the claim of');
    expect(text.indexOf('### ❌')).to.be.below(text.indexOf('| category |'));
    expect(text).to.contain('- expected `bad`').and.contain('How to fix: send what was asked for');
    expect(text).to.contain('- `the target cannot be put into states`: rate-limit/window-refills');
    expect(renderOf(greenRun())).to.match(/^## ✅ conforming: 2 of 2 required checks\n/);
  });

  it('hostile text is only in code spans: no link, image, tag or mention results', () => {
    const plain = kinds(renderOf(mixedRun('bad')));
    for (const text of hostile) {
      const markdown = renderOf(mixedRun(text));
      const found = kinds(markdown);
      for (const kind of ['link', 'image', 'html_inline', 'html_block', 'heading', 'code_block', 'item'])
        expect(found.get(kind) ?? 0, `${kind} of ${text.slice(0, 60)}`).to.equal(plain.get(kind) ?? 0);
      expect(textOutside(markdown)).to.not.match(/@org|evil|track\.example|::error/);
    }
  });

  it('stays below the limit of a GitHub step summary, and counts what was omitted', () => {
    const { run, catalogue } = hugeRun(500, 80);
    const text = renderMarkdown(sampleReport(run, catalogue), run, catalogue);
    expect(Buffer.byteLength(text)).to.be.below(1024 * 1024);
    expect(text).to.contain('- 480 more requirements\n');
    // A cause of its own for each.
    const word = (n: number) => [...String(n)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
    const ids = Array.from({ length: 900 }, (_, n) => `data/${word(n)}`);
    const many = sampleRun(Object.fromEntries(ids.map((id) => [id, failed(`${id} ${'x'.repeat(600)}`)])));
    const each = sampleCatalogue(ids);
    const long = renderMarkdown(sampleReport(many, each), many, each);
    expect(Buffer.byteLength(long)).to.be.below(1024 * 1024);
    expect(long).to.match(/\*\*\d+ more causes did not fit here\*\*/);
  });
});

describe('GitHub annotations', () => {
  const linesOf = ({ report, run, catalogue }: ReturnType<typeof mixedRun>) =>
    renderAnnotations(report, run, catalogue).trimEnd().split('\n');

  it('the verdict comes first, then an error for what counts and a warning for what does not', () => {
    expect(linesOf(mixedRun('bad'))).to.deep.equal([
      '::error title=non-conforming%3A bad::non-conforming: 1 of 4 required checks failed, 2 tested.',
      '::error title=pagination/ids-ascend::the claim of pagination/ids-ascend. bad: bad (and 2 more)',
      '::warning title=data/undocumented-field::the claim of data/undocumented-field. students: bad',
      '::warning title=pagination/full-pages::the claim of pagination/full-pages. bad: bad',
    ]);
    expect(linesOf(greenRun())).to.have.length(1);
    expect(linesOf(greenRun())[0]).to.match(/^::notice title=conforming/);
  });

  it('every line is a command of the suite, even with hostile text', () => {
    for (const text of hostile)
      for (const line of linesOf(mixedRun(text)))
        expect(line).to.match(/^::(?:error|warning|notice) title=[^,:]*::(?!.*##\w*\[)[^\r\n]*$/u);
  });

  it('at most as many of each kind as GitHub shows; the last one lists the others', () => {
    const { run, catalogue } = hugeRun(500, 1);
    const lines = linesOf({ run, catalogue, report: sampleReport(run, catalogue) });
    expect(lines).to.have.length(10);
    expect(lines.at(-1)).to.match(/^::error title=492 more::/);
  });
});
