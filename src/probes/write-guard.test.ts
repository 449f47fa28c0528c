import { expect } from 'chai';
import type { Exchange } from '../exchange.ts';
import { createWriteGuard } from './write-guard.ts';

const path = '/v3.1/sections/s1/assignments';

const answered = (method: string, at: string, status: number, body = ''): Exchange => ({
  seq: 0,
  request: { method, origin: 'http://a.test', path: at, headers: {}, sentAtMs: 0 },
  response: { status, headers: {}, body, receivedAtMs: 0 },
});

async function leftoversOf(...steps: readonly [method: string, at: string, status: number, body?: string][]) {
  const guard = createWriteGuard();
  for (const [method, at, status, body] of steps)
    await (await guard.before(method, at)).after(answered(method, at, status, body));
  return guard.leftovers();
}

const withId = (id: unknown) => JSON.stringify({ data: { id } });

describe('the write guard', () => {
  it('knows what was created until it is removed, or gone', async () => {
    const id = '00000000-0000-4000-8000-000000000001';
    expect(await leftoversOf(['POST', path, 200, withId(id)])).to.deep.equal([`${path}/${id}`]);
    for (const status of [200, 204, 404])
      expect(
        await leftoversOf(['POST', path, 200, withId(id)], ['DELETE', `${path}/${id}`, status]),
      ).to.deep.equal([]);
    expect(
      await leftoversOf(['POST', path, 200, withId(id)], ['DELETE', `${path}/${id}`, 500]),
    ).to.have.length(1);
  });

  it('deletes nothing by an id that would lead to another resource', async () => {
    for (const id of [
      '..',
      '.',
      '../../s2/assignments/x',
      'x/y',
      'x?y',
      'x#y',
      '',
      'x y',
      '%2e%2e',
      'a'.repeat(300),
      5,
      null,
    ])
      expect(await leftoversOf(['POST', path, 200, withId(id)]), String(id)).to.deep.equal([]);
  });
});
