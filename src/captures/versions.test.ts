import { expect } from 'chai';
import { changeBody, idsWith, judgeCaught, overPort, walk } from './testing.ts';

describe('a capture of another version', () => {
  for (const version of ['v1.1', 'v2.1', 'v3.0'])
    it(`is judged on what all versions share: ${version}`, async () => {
      const caught = (await overPort((get) => walk(get, '/v2.0/students?limit=10'))).map((one) => ({
        ...one,
        url: one.url.replace('/v2.0/', `/${version}/`),
        answer: one.answer.replaceAll('/v2.0/', `/${version}/`),
      }));
      const { server } = judgeCaught(caught);
      expect(idsWith(server, 'failed', 'cantTell')).to.deep.equal([]);
      expect(idsWith(server, 'passed')).to.include.members([
        'data/list-envelope',
        'pagination/next-walk-complete',
        'rate-limit/headers-present',
        'errors/success-is-200',
      ]);
      const fields = server.outcomeOf('data/guaranteed-fields-present');
      expect(fields.outcome).to.equal('untested');
      expect(fields.why).to.include(`contains only ${version} of the Data API`);
    });

  it('finds a broken page of users, which v2.0 does not know', async () => {
    const caught = (await overPort((get) => walk(get, '/v2.0/students?limit=10'))).map((one) => ({
      ...one,
      url: one.url.replace('/v2.0/students', '/v3.0/users'),
      answer: one.answer.replaceAll('/v2.0/students', '/v3.0/users'),
    }));
    expect(idsWith(judgeCaught(caught).server, 'passed')).to.include('pagination/next-walk-complete');
    changeBody(caught[1], ({ data }) => void data.splice(2, 2, ...data.slice(2, 4).reverse()));
    expect(idsWith(judgeCaught(caught).server, 'failed')).to.deep.equal(['pagination/ids-ascend']);
  });
});
