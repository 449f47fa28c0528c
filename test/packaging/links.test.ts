import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '../..');

/** Pages for people, by path. */
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'bench', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  ),
];

function withoutFences(text: string): string {
  return text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1$/gm, '');
}

/** Targets of `[text](target)`, `![alt](target)`, `<a href>` and `<img src>`. */
function targetsIn(text: string): readonly string[] {
  // In code, brackets are none of Markdown's.
  const prose = withoutFences(text).replace(/`[^`\n]*`/g, 'code');
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)/g)].map(([, target = '']) => target);
  const html = [...prose.matchAll(/\b(?:href|src)="([^"]+)"/g)].map(([, target = '']) => target);
  return [...inline, ...html];
}

/** As repositories name headings: lower case, without signs, words joined by hyphens, and a number where it is not the first. */
function anchorsIn(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const headings = withoutFences(text).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm);
  const named = [...headings].map(([, heading = '']) => {
    const slug = heading
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const before = counts.get(slug) ?? 0;
    counts.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set([...named, ...[...text.matchAll(/\bid="([^"]+)"/g)].map(([, id = '']) => id)]);
}

/** Why a link leads nowhere; `undefined` if it leads somewhere, or out of the project. */
function faultOf(page: string, target: string): string | undefined {
  if (/^(?:[a-z]+:|\/\/)/i.test(target)) return undefined;
  const [path = '', anchor] = decodeURIComponent(target).split('#', 2);
  const file = path === '' ? join(root, page) : resolve(root, dirname(page), path);
  if (!existsSync(file)) return `${page}: ${target}: there is no ${relative(root, file)}`;
  if (anchor === undefined || anchor === '' || !/\.(?:md|html)$/.test(file)) return undefined;
  return anchorsIn(readFileSync(file, 'utf8')).has(anchor)
    ? undefined
    : `${page}: ${target}: no heading is named so`;
}

describe('links between the pages', () => {
  it('lead somewhere', () => {
    const texts = pages.map((page) => [page, targetsIn(readFileSync(join(root, page), 'utf8'))] as const);
    expect(
      texts.reduce((sum, [, targets]) => sum + targets.length, 0),
      'links',
    ).to.be.above(50);
    const dead = texts.flatMap(([page, targets]) => targets.flatMap((target) => faultOf(page, target) ?? []));
    expect(dead).to.deep.equal([]);
  });

  it('are found where they are dead', () => {
    expect(targetsIn('[a](nowhere.md) `[b](c)` ![d](e.png "f") <a href="g">h</a>')).to.deep.equal([
      'nowhere.md',
      'e.png',
      'g',
    ]);
    expect(faultOf('README.md', 'nowhere.md')).to.match(/there is no nowhere\.md$/);
    expect(faultOf('README.md', 'CONTRIBUTING.md#nothing-like-it')).to.match(/no heading is named so$/);
    expect(faultOf('README.md', 'https://example.org/x')).to.equal(undefined);
    expect([...anchorsIn('# A `b` (c)\n\n## A b c\n')]).to.deep.equal(['a-b-c', 'a-b-c-1']);
  });
});
