import { expect } from 'chai';
import { SafetyStop } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { createPacer } from './pacer.ts';

/** A pacer in a time of its own; `headers` are those of every answer. */
function pacing(headers: Readonly<Record<string, string>>, share = 1) {
  let nowMs = 0;
  const waits: number[] = [];
  const pacer = createPacer({
    share,
    nowMs: () => nowMs,
    passTime: async (seconds) => {
      waits.push(seconds);
      nowMs += seconds * 1000;
    },
  });
  const exchange: Exchange = {
    seq: 0,
    request: { method: 'GET', origin: 'http://a.test', path: '/', headers: {}, sentAtMs: 0 },
    response: { status: 200, headers, body: '', receivedAtMs: 0 },
  };
  const send = async (count: number) => {
    for (let at = 0; at < count; at++) {
      await pacer.admit();
      pacer.count(exchange, true);
    }
  };
  return { send, waits, pacer, exchange };
}

const thrown = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error);

describe('the pacer', () => {
  it('waits for the next window when the budget of this one is used up', async () => {
    const { send, waits } = pacing({ 'x-ratelimit-limit': '100' }, 0.2);
    await send(41);
    expect(waits).to.deep.equal([60, 60]);
  });

  it('takes its share of the documented limit if the target claims more, and reports no other', async () => {
    for (const claimed of ['1000000', '20140817', '1201']) {
      const { send, waits, pacer } = pacing({ 'x-ratelimit-limit': claimed }, 0.2);
      await send(241);
      expect(waits, claimed).to.deep.equal([60]);
      expect(pacer.budget().advertised).to.equal(1200);
    }
  });

  it('does not wait for hours where every window is over after one request', async () => {
    for (const headers of [
      { 'x-ratelimit-limit': '1' },
      { 'x-ratelimit-limit': '1200', 'x-ratelimit-remaining': '0' },
    ]) {
      const { send, waits } = pacing(headers);
      const error = await thrown(send(100));
      expect(error).to.be.instanceOf(SafetyStop);
      expect(waits).to.have.length(3);
    }
  });

  it('may find a window used up that others used up on purpose', async () => {
    const { send, waits, pacer, exchange } = pacing({
      'x-ratelimit-limit': '9',
      'x-ratelimit-remaining': '0',
    });
    for (let at = 0; at < 10; at++) {
      for (let spent = 0; spent < 5; spent++) pacer.count(exchange, false);
      await send(1);
    }
    expect(waits).to.have.length(10);
  });

  it('waits for an hour at the most', async () => {
    const { send, waits } = pacing({ 'x-ratelimit-limit': '4' });
    expect(await thrown(send(1000))).to.be.instanceOf(SafetyStop);
    expect(waits).to.have.length(60);
  });

  it('keeps its windows, so that those of several shards can be added by time', async () => {
    const { send, pacer } = pacing({}, 0.01);
    expect(pacer.windows()).to.deep.equal([]);
    await send(30);
    expect(pacer.windows()).to.deep.equal([
      { startMs: 0, endMs: 60_000, requests: 12 },
      { startMs: 60_000, endMs: 120_000, requests: 12 },
      { startMs: 120_000, endMs: 180_000, requests: 6 },
    ]);
  });
});
