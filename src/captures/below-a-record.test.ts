import { expect } from 'chai';
import { idsWith, judgeCaught, overPort, walk } from './testing.ts';

describe('a capture of a list below a record', () => {
  const path = `/v2.0/sections/${'0123456789abcdef'.repeat(2).slice(0, 24)}/students`;
  const readBelow = async () =>
    (await overPort((get) => walk(get, '/v2.0/students?limit=10'))).map((one) => ({
      ...one,
      url: one.url.replace('/v2.0/students', path),
      answer: one.answer.replaceAll('/v2.0/students?', `${path}?`),
    }));

  it('shows that the client follows its links', async () => {
    const { client } = judgeCaught(await readBelow());
    expect(idsWith(client, 'passed')).to.include.members([
      'pagination/client-follows-next',
      'pagination/client-stops-at-the-end',
    ]);
  });

  it('has the id of the record nowhere in the evidence', async () => {
    const { server, client } = judgeCaught(await readBelow());
    const text = JSON.stringify([server.result.evidence, client.result.evidence]);
    expect(text).not.to.include(path.split('/')[3]);
  });
});
