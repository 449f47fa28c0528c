import { expect } from 'chai';
import type { Io } from '../io.ts';
import { readServerFlags, type ServerFlags } from './flags.ts';

describe('the flags of server', () => {
  it('divide the share of the rate limit among the shards of a live server, not of embedded sandboxes', () => {
    const io = { env: { CLEVER_TOKEN: 'test-token' } } as unknown as Io;
    const share = (target: string, flags: Partial<ServerFlags>) =>
      readServerFlags({ target, api: 'data-v2.0', seed: '1', color: false, ...flags }, io).budgetShare;
    const live = 'https://api.example.test';
    expect(share(live, {})).to.equal(0.2);
    expect(share(live, { shard: '3/4' })).to.equal(0.05);
    expect(share(live, { shard: '1/2', budget: '50%' })).to.equal(0.25);
    expect(share('sandbox', { shard: '3/4' })).to.equal(1);
  });
});
