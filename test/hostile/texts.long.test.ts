import { expect } from 'chai';
import { SaxesParser } from 'saxes';
import { documentUrls } from '../../src/report/formats/catalogue-text.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';
import { judge, ofThemes } from '../engine/server-testing.ts';
import { mutating, spreading } from './tampering.ts';

/** Each of them misleads one reader: terminals, CI systems, browsers, XML parsers, Markdown, spreadsheets, readers. */
const payloads = [
  '\u001b[2J\u001b]0;owned\u0007\u001b]52;c;ZXZpbA==\u0007',
  '\u009b31mred\u0090q\u009c',
  'fine\rPASSED',
  '\n::error::owned\n::add-mask::a\n::stop-commands::x',
  '\r##vso[task.setvariable variable=x]y\n##teamcity[testFailed]\n##[group]x',
  '%0A::error::x',
  '\u202egnp.exe\u2066\u200b\u200d\ufeffadmin',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  '</script><!--<script>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '![x](http://track.example/x.png) @org/team <details> `|`',
  ']]>&amp;<![CDATA[',
  '\u0000\ufffe\uffff\ud800',
  '=cmd|calc',
  '__proto__',
  'a'.repeat(3_000),
  'x'.repeat(2_000) + '@'.repeat(2_000),
  '1'.repeat(400),
  '-'.repeat(3_000),
  ' '.repeat(3_000),
];

const everything = ofThemes('');
const small = { seed: 1, students: 12 };

describe('hostile texts of a server', () => {
  it('are inert on the terminal, in HTML and in XML, from any place in a response', async () => {
    const { text, html, junit, report } = await judge(
      openSandboxTarget({ ...small, tamper: spreading(payloads) }),
      everything,
      // A deep run reads more of these long texts than a run may.
      'quick',
    );
    expect(report.verdict, report.inconclusive).to.equal('non-conforming');
    for (const line of text.split('\n')) {
      expect(line).to.not.match(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
      expect(line).to.not.match(/^\s*::|##[a-z]*\[/);
    }
    expect(html).to.not.match(/<img|<svg\/|<!--<script|onerror=alert\(1\)>/i);
    // Sources link to the published documents, and the page has an icon of its own.
    const own = [
      ...Object.values(documentUrls).map((url) => `href="${url}"`),
      'rel="icon" href="data:image/svg+xml',
    ];
    const others = own.reduce((rest, link) => rest.replaceAll(link, ''), html);
    expect(others).to.not.match(/(?:href|src)\s*=\s*["']?\s*(?:javascript|data|https?):/i);
    expect(html).to.match(/Content-Security-Policy[^>]*default-src 'none'/);
    const parser = new SaxesParser({});
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(junit).close();
    expect(junit).to.not.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  }).timeout(20_000);

  for (const seed of [1, 2, 3])
    it(`and bodies of any shape end a run with a verdict, never with a fault (seed ${seed})`, async () => {
      const { report } = await judge(openSandboxTarget({ ...small, tamper: mutating(seed) }), everything);
      expect(['non-conforming', 'inconclusive']).to.include(report.verdict);
    }).timeout(20_000);
});
