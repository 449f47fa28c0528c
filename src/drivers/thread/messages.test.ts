import { expect } from 'chai';
import { isFromThread } from './messages.ts';

const arrival = { method: 'GET', origin: 'http://a.test', path: '/', headers: { accept: '*/*' } };
const claim = { says: 'complete', ids: ['1'], said: '', endedBy: 'itself' };

describe('a message from the thread of a module', () => {
  const good: readonly unknown[] = [
    { kind: 'loaded' },
    { kind: 'no-run' },
    { kind: 'flooded' },
    { kind: 'not-loaded', message: 'why' },
    { kind: 'printed', text: 'a' },
    { kind: 'request', request: 0, nowMs: 1, arrival, hasBody: false },
    { kind: 'body', request: 0, body: undefined },
    { kind: 'body', request: 0, body: null },
    { kind: 'sent', request: 0, nowMs: 1 },
    { kind: 'failed', request: 0, nowMs: 1, message: 'why' },
    { kind: 'result', claim, isIdle: true },
  ];
  it('has one of these forms', () => {
    for (const one of good) expect(isFromThread(one), JSON.stringify(one)).to.equal(true);
  });

  const bad: readonly unknown[] = [
    undefined,
    null,
    'loaded',
    [],
    {},
    { kind: 'stop' },
    { kind: 'toString' },
    { kind: 'request', request: 0, nowMs: 1 },
    { kind: 'request', request: 0, nowMs: 'x', arrival },
    { kind: 'request', request: 0, nowMs: 1, arrival: { ...arrival, headers: { a: 1 } } },
    { kind: 'request', request: 0, nowMs: 1, arrival: { ...arrival, path: undefined } },
    { kind: 'body', request: 0, body: {} },
    { kind: 'printed', text: 5 },
    { kind: 'result', claim: { ...claim, ids: [5] } },
    { kind: 'result', claim: { ...claim, said: undefined } },
    { kind: 'result' },
  ];
  it('is from the module itself if it has any other', () => {
    for (const one of bad) expect(isFromThread(one), JSON.stringify(one)).to.equal(false);
  });
});
