import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import type { Seen } from '../../proxy/proxy.ts';
import { createView } from './view.ts';

const startMs = 1_800_000_000_000;
const seen = (atMs: number, more: Partial<Seen> = {}): Seen => ({
  method: 'GET',
  path: '/v2.0/students?limit=2',
  headers: {},
  status: 200,
  arrivedAtMs: startMs + atMs,
  endedAtMs: startMs + atMs + 5,
  ...more,
});

function linesOf(all: readonly Seen[], quiet = false): readonly string[] {
  const stderr = new PassThrough();
  const view = createView({ stderr }, { quiet });
  for (const one of all) view.passed(one);
  view.say('the end');
  return String(stderr.read()).trimEnd().split('\n');
}

describe('the live view of a conversation', () => {
  it('names waits of a second and more, what was injected, and what was not passed on', () => {
    const [first, second, third] = linesOf([
      seen(0, { status: undefined, injected: 'reset@body' }),
      seen(2105, { remaining: 7 }),
      seen(2500, { method: 'POST', status: 403, refused: 'writes are not allowed' }),
    ]);
    expect(first).to.include('no response · injected: reset@body');
    expect(second).to.include('200  5 ms · after a wait of 2.1 s · 7 remaining');
    expect(third)
      .to.include('403')
      .and.include('not passed on: writes are not allowed')
      .and.not.include('wait');
  });

  it('counts what a client that hammers sends beyond twenty requests in a second', () => {
    const lines = linesOf(Array.from({ length: 1000 }, (_, at) => seen(at / 2)));
    expect(lines).to.have.length(22);
    expect(lines.at(-2)).to.include('… and 980 more requests');
  });

  it('shows nothing that a client or a server made up', () => {
    const odd = '\u001b[2J<b>::error::';
    const [line] = linesOf([
      seen(0, { method: odd, path: `/v2.0/${odd}?limit=${odd}`, headers: { x: odd } }),
    ]);
    expect(line).to.match(/ \? a path that is not documented {2}200 {2}5 ms$/);
  });

  it('is silent with --quiet, but for what it has to say', () => {
    expect(linesOf([seen(0), seen(10)], true)).to.deep.equal(['the end']);
  });
});
