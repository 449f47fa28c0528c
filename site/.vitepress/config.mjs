import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';

const content = join(import.meta.dirname, '../content');

/** Pages of the sidebar; every other page of docs/ is a how-to, so that a new one is never lost. */
const groups = {
  'Begin here': ['judging-a-server', 'testing-a-client', 'publishing-a-report', 'watching'],
  Explanation: ['how-a-verdict-comes-about', 'field-guide', 'from-v2.0-to-v3.1', 'limits'],
  Reference: [
    'reference/command-line',
    'reference/requirements',
    'reference/open-questions',
    'reference/states',
    'reference/environment',
    'reference/formats',
    'reference/library',
    'evidence',
    'reports',
    'baseline',
    'kill-matrix',
  ],
};
const named = new Set(Object.values(groups).flat());
const others = readdirSync(content)
  .filter((name) => name.endsWith('.md') && name !== 'index.md')
  .map((name) => name.slice(0, -3))
  .filter((name) => !named.has(name));

const titleOf = (page) => /^# (.+)$/m.exec(readFileSync(join(content, `${page}.md`), 'utf8'))?.[1] ?? page;
const group = (text, pages) => ({
  text,
  items: pages.map((page) => ({ text: titleOf(page), link: `/${page}` })),
});

export default defineConfig({
  title: 'clever-conformance',
  description: 'Contract tests and conformance for the Clever Data API and LMS Connect',
  srcDir: 'content',
  outDir: 'dist',
  cleanUrls: true,
  // Pages are files: no fonts, scripts or searches of others.
  vite: { publicDir: false, logLevel: 'warn' },
  themeConfig: {
    search: { provider: 'local' },
    outline: 'deep',
    sidebar: [
      group('Begin here', groups['Begin here']),
      group('How to', others),
      group('Reference', groups.Reference),
      group('Explanation', groups.Explanation),
    ],
  },
});
