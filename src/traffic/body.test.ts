import { expect } from 'chai';
import { Body, LatestBody, ParsedBodies } from './body.ts';

const listOf = (id: string, length = 0) =>
  JSON.stringify({
    data: [{ data: { id, name: 'x'.repeat(length) } }],
    links: [{ rel: 'next', uri: `/${id}` }],
  });

describe('parsed bodies', () => {
  it('stay parsed up to a number of characters, and beyond it only the latest does', () => {
    const all = new ParsedBodies();
    const [kept, large, latest] = [
      new Body(listOf('a'), all),
      new Body(listOf('b', 34_000_000), all),
      new Body(listOf('c', 34_000_000), all),
    ];
    const before = [kept, large, latest].map(({ json }) => json);
    const isSame = [latest, kept, large].map((one) => before.includes(one.json));
    expect(isSame).to.deep.equal([true, true, false]);
  });

  it('of a run that goes on stay parsed where they are small, and of the large ones the latest', () => {
    const all = new LatestBody();
    const bodies = ['a', 'b', 'c'].map((id, at) => new Body(listOf(id, at === 0 ? 0 : 300_000), all));
    const before = bodies.map(({ json }) => json);
    const isSame = [bodies[2], bodies[0], bodies[1]].map((one) => before.includes(one?.json));
    expect(isSame).to.deep.equal([true, true, false]);
  });

  it('give the same material when they are parsed again', () => {
    const body = new Body(listOf('a'), new ParsedBodies());
    const { items, ids, links, carried } = body;
    body.forget();
    expect(body.items).to.deep.equal(items);
    expect(body.carried).to.deep.equal(carried);
    expect([ids, links, body.isList]).to.deep.equal([['a'], [{ rel: 'next', uri: '/a' }], true]);
  });
});
