import { expect } from 'chai';
import { UsageError } from '../../errors.ts';
import { readAboutFlags } from './about-flags.ts';

describe('the flags that say what is judged', () => {
  it('are one line each; without any there is nothing to say', () => {
    expect(readAboutFlags({})).to.equal(undefined);
    expect(
      readAboutFlags({
        name: ' Schüler-Sync ',
        subjectVersion: '1.4.2-rc.1+7',
        commit: 'v1.4.2',
        link: 'https://example.test/a',
      }),
    ).to.deep.equal({
      name: 'Schüler-Sync',
      version: '1.4.2-rc.1+7',
      commit: 'v1.4.2',
      link: 'https://example.test/a',
    });
  });

  it('refuse what no reader should see in a report', () => {
    const wrong = [
      { name: '' },
      { name: 'x'.repeat(81) },
      { name: 'a\nb' },
      { name: 'a\u202eb' },
      { subjectVersion: '\u0007' },
      { commit: 'a b' },
      { link: 'javascript:alert(1)' },
      { link: 'example.test' },
      { link: 'https://me:secret@example.test/' },
    ];
    for (const flags of wrong)
      expect(() => readAboutFlags(flags), JSON.stringify(flags)).to.throw(UsageError, 'is not valid');
  });
});
