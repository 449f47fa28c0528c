import { expect } from 'chai';
import { shellQuote } from './shell.ts';

describe('text/shell', () => {
  it('text that a shell or a terminal would act on is quoted', () => {
    const table: readonly (readonly [string, string])[] = [
      ['plain/path-1.2', 'plain/path-1.2'],
      ['', `''`],
      ['$(id) `id` \\ "q"', `'$(id) \`id\` \\ "q"'`],
      [`a'b`, `'a'\\''b'`],
      ['Zoë', `'Zoë'`],
      [`it's\n\x1b[2J\\`, `$'it\\'s\\n\\x1b[2J\\\\'`],
      ['a\u202eb\u{e0041}', `$'a\\u202eb\\U000e0041'`],
      ['! history', `'! history'`],
    ];
    for (const [text, quoted] of table) expect(shellQuote(text), text).to.equal(quoted);
  });
});
