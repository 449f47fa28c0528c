import { expect } from 'chai';
import { expectNoneFailed, foreign, outcomesOf, serverThemes, withOutcome } from './testing.ts';

for (const theme of serverThemes)
  describe(`a foreign server: ${theme}`, () => {
    it('it gets reads only, and no made-up test token, and is not accused', async () => {
      const sent: Request[] = [];
      const outcomes = await outcomesOf(theme, { as: foreign([], sent) });
      expectNoneFailed(outcomes);
      expect(withOutcome(outcomes, 'passed')).not.to.be.empty;
      expect(withOutcome(outcomes, 'cantTell')).to.deep.equal([]);
      const methods = new Set(sent.map((one) => one.method));
      expect([...methods].filter((one) => one !== 'GET' && one !== 'PROPFIND')).to.deep.equal([]);
      expect(sent.some((one) => one.headers.get('authorization')?.includes('TEST_TOKEN'))).to.equal(false);
    });
  });
