import { expect } from 'chai';
import { openServerSide } from '../claims/server-side.ts';
import { ListText } from '../text/list-text.ts';
import { storedBodyOf } from '../text/packed-text.ts';
import { attributeSteps } from './attribution/index.ts';
import { copyOfCaught, inVirtualTime, judgeCaught, walk } from './testing.ts';

/** Twice the same walk, by a client whose clock is ten seconds slow. */
async function twoWalks() {
  const caught = await inVirtualTime(async ({ fetch, sandbox }) => {
    const headers = { authorization: `Bearer ${sandbox.token}` };
    const get = async (path: string) =>
      await (await fetch(new Request(`https://api.example.test${path}`, { headers }))).json();
    for (let nth = 0; nth < 2; nth++) await walk(get, '/v2.0/students?limit=10');
  });
  const late = copyOfCaught(caught);
  for (const one of late) one.atMs -= 10_000;
  return late;
}

describe('what is kept of a capture while it is judged', () => {
  it('has the records of equal responses once, on both sides', async () => {
    const caught = await twoWalks();
    const { server, client } = judgeCaught(caught);
    for (const { result } of [server, client]) {
      const bodies = result.evidence.exchanges.flatMap((one) =>
        one.response ? [storedBodyOf(one.response)] : [],
      );
      expect(bodies.length).to.equal(caught.length);
      for (const body of bodies) expect(body, result.side).to.be.instanceOf(ListText);
      expect(new Set(bodies).size, result.side).to.equal(bodies.length / 2);
    }
    expect(client.result.evidence.exchanges[0]?.request.sentAtMs).to.not.equal(
      server.result.evidence.exchanges[0]?.request.sentAtMs,
    );
  });

  it('has its steps found once, however often all else is let go of', async () => {
    const { evidence } = judgeCaught(await twoWalks()).server.result;
    let times = 0;
    const side = openServerSide(evidence, (traffic) => {
      times++;
      return attributeSteps(traffic);
    });
    for (let round = 0; round < 2; round++) {
      const { outcome } = side.assert('rate-limit/remaining-counts-down');
      expect(outcome.outcome).to.equal('passed');
      side.forget();
    }
    expect(times).to.equal(1);
  });
});
