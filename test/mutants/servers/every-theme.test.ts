import { expect } from 'chai';
import {
  expectNoneFailed,
  foreign,
  outcomesOf,
  type ServerTheme,
  serverThemes,
  withOutcome,
} from './testing.ts';

/** Without an assignment of our own there is nothing to see in LMS Connect. */
const needsWrites: ReadonlySet<ServerTheme> = new Set<ServerTheme>(['lms', 'lms-errors']);

for (const theme of serverThemes)
  describe(`a foreign server: ${theme}`, () => {
    it('it gets reads only, and no made-up test token, and is not accused', async () => {
      const sent: Request[] = [];
      const outcomes = await outcomesOf(theme, { as: foreign([], sent) });
      expectNoneFailed(outcomes);
      expect(withOutcome(outcomes, 'passed').length === 0).to.equal(needsWrites.has(theme));
      const methods = new Set(sent.map((one) => one.method));
      expect([...methods].filter((one) => one !== 'GET' && one !== 'PROPFIND')).to.deep.equal([]);
      expect(sent.some((one) => one.headers.get('authorization')?.includes('TEST_TOKEN'))).to.equal(false);
    });
  });
