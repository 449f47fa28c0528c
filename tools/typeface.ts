/**
 * Writes `src/report/html/typeface.ts`, the typeface of the pages, and its licence in `docs/`: `npm run typeface`. Only after a
 * change of the characters or of the version of Inter; nothing else needs the packages.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
/** It has no types of its own. */
const subsetFont: (font: Buffer, characters: string, options: object) => Promise<Buffer> =
  require('subset-font');

const ascii = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)).join('');
/** Punctuation, letters of German and French, arrows, and the signs of outcomes. Anything else comes from the system. */
const others = '\u00a0§©«°±·»×ÄÖÜßàäçèéêëîïôöùûü–—‘’“”•…″←↑→↓≠≤≥✓✗○●';

const font = await subsetFont(
  readFileSync(require.resolve('inter-ui/variable/InterVariable.woff2')),
  `${ascii}${others}`,
  {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: ['kern', 'tnum', 'calt', 'ccmp'],
    variationAxes: { wght: { min: 400, max: 700, default: 400 }, opsz: { min: 14, max: 32, default: 14 } },
  },
);
writeFileSync(
  join(root, 'src/report/html/typeface.ts'),
  `/**
 * A part of Inter, © The Inter Project Authors, SIL Open Font License 1.1 (\`docs/inter-license.txt\`): WOFF2 in base64.
 * Written by \`npm run typeface\`.
 */
export const typeface =
  '${font.toString('base64')}';
`,
);
copyFileSync(require.resolve('inter-ui/LICENSE.txt'), join(root, 'docs/inter-license.txt'));
process.stdout.write(`${font.length} bytes\n`);
