import { expect } from 'chai';
import fc from 'fast-check';
import {
  cap,
  escapeHtml,
  escapeTerminal,
  escapeTerminalLines,
  escapeXml,
  escapeXmlAttribute,
} from './escape.ts';
import { hostileTexts } from './testing.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts));

describe('report/escape', () => {
  it('nothing that steers a terminal is left in text for it, and it stays one line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeTerminal(text)).to.match(
          /^[^\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*$/,
        );
        expect(escapeTerminal(text).isWellFormed()).to.equal(true);
      }),
    );
  });

  it('what is hidden is shown, not dropped', () => {
    expect(escapeTerminal('\x1b[2J\x9b\r\n\t\u202e\u{e0041}\ud800')).to.equal(
      '\\x1b[2J\\x9b\\r\\n\\t\\u202e\\u{e0041}\\ud800',
    );
    expect(escapeTerminal('Zoë Ångström 中文 😀')).to.equal('Zoë Ångström 中文 😀');
  });

  it('no line begins with a CI command, after any kind of line break', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        for (const line of escapeTerminalLines(texts.join('\r\n'))) {
          expect(line).not.to.match(/^\s*::/);
          expect(line).not.to.match(/##[a-z]*\[/i);
        }
      }),
    );
    expect(escapeTerminalLines('a\r::error::b\n  ::c::\n##vso[d]##[e]\n#teamcity[')).to.deep.equal([
      'a',
      ': :error::b',
      '  : :c::',
      '# #vso[d]# #[e]',
      '#teamcity[',
    ]);
  });

  it('text in HTML and XML holds no markup and no character that XML 1.0 forbids', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const out of [escapeHtml(text), escapeXml(text), escapeXmlAttribute(text)]) {
          expect(out).not.to.match(/[<>"']|&(?!(amp|lt|gt|quot|#39|#10);)/);
          expect(out).to.match(/^[\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
        }
      }),
    );
  });

  it('a line break in an attribute survives as a reference', () => {
    expect(escapeXmlAttribute('a\nb')).to.equal('a&#10;b');
  });

  it('a truncated text has the number of omitted characters and never ends in half a character', () => {
    expect(cap('abc', 3)).to.equal('abc');
    expect(cap('abcde', 3)).to.equal('abc… (2 more characters)');
    expect(cap('ab😀cd', 3)).to.equal('ab… (4 more characters)');
  });
});
