/**
 * `npm run docs` builds `site/dist` from the pages of `docs/`, with VitePress, which it installs into `site/` first: the pages as they are, one
 * for each requirement at an address that never changes, and LIMITS.md. Links out of `docs/` become plain text, for what they lead to is
 * not on the site; a dead link within it fails the build.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { requirements } from '../contracts/requirements/index.ts';
import { anchorOf } from '../src/report/escape.ts';
import { mustRun } from './packed/packed.ts';
import { renderRequirement } from './reference/catalogue.ts';

const root = join(import.meta.dirname, '..');
const site = join(root, 'site');
const docs = join(root, 'docs');
const content = join(site, 'content');

rmSync(content, { recursive: true, force: true });
mkdirSync(join(content, 'requirements'), { recursive: true });
for (const name of readdirSync(docs, { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.md') && !name.startsWith('examples'))
    writePage(name, readFileSync(join(docs, name), 'utf8'));
writePage('limits.md', readFileSync(join(root, 'LIMITS.md'), 'utf8'));
cpSync(join(docs, 'images'), join(content, 'images'), { recursive: true });
for (const one of requirements) {
  const text = renderRequirement(one, '../reference/').replace(/^<a id.*\n\n### .*$/m, `# ${one.id}`);
  writePage(`requirements/${anchorOf(one.id)}.md`, text);
}
writeFileSync(join(content, 'index.md'), indexPage());

mustRun(site, ['npm', 'ci', '--no-fund', '--no-audit']);
process.stdout.write(mustRun(site, [join(site, 'node_modules/.bin/vitepress'), 'build']).text);
process.stdout.write(`${readdirSync(join(site, 'dist'), { recursive: true }).length} files in site/dist\n`);

/** Copies a page, with links that work there. */
function writePage(name: string, text: string): void {
  const file = join(content, name);
  mkdirSync(dirname(file), { recursive: true });
  const from = name === 'limits.md' ? root : dirname(join(docs, name));
  const linked = text.replace(
    /(!?)\[([^\]]*)\]\(([^)\s]+)\)/g,
    (link, image: string, label: string, target: string) => {
      if (/^(?:[a-z]+:|#)/i.test(target) || name.startsWith('requirements/')) return link;
      const [path = '', anchor] = target.split('#', 2);
      const to = resolve(from, path);
      if (to === join(root, 'LIMITS.md'))
        return `[${label}](${relative(dirname(file), join(content, 'limits.md'))})`;
      const inSite = relative(docs, to);
      const isPage = !inSite.startsWith('..') && existsSync(to) && !inSite.startsWith('examples');
      if (isPage && /\.(?:md|png)$/.test(path))
        return `${image}[${label}](${relative(dirname(file), join(content, inSite))}${anchor === undefined ? '' : `#${anchor}`})`;
      return label;
    },
  );
  writeFileSync(file, withoutTags(linked));
}

/** Placeholders such as <dir> in prose would be read as components; in code they are what they are. */
function withoutTags(text: string): string {
  return text
    .split(/(^```[\s\S]*?^```|`[^`\n]*`)/m)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/\{\{/g, '&#123;&#123;')))
    .join('');
}

function indexPage(): string {
  const action = (text: string, link: string, theme: string) =>
    `    - text: ${text}\n      link: ${link}\n      theme: ${theme}`;
  return `---
layout: home
hero:
  name: clever-conformance
  text: Contract tests for the Clever APIs
  tagline: Judges servers and clients of the Data API and LMS Connect, from what crossed the wire
  actions:
${[
  action('Judge a server', '/judging-a-server', 'brand'),
  action('Test a client', '/testing-a-client', 'brand'),
  action('All requirements', '/reference/requirements', 'alt'),
].join('\n')}
---
`;
}
