import { expect } from 'chai';
import type { Caught } from './formats/har-testing.ts';
import { judgeCaught } from './testing.ts';

describe('a capture of a client that writes', () => {
  const create = (atMs: number, status: number): Caught => ({
    method: 'POST',
    url: 'https://api.clever.com/v3.1/sections/5f00000000000000000000aa/assignments',
    headers: [
      ['authorization', 'Bearer some-secret-token'],
      ['content-type', 'application/json'],
    ],
    body: JSON.stringify({ title: 'Essay', description: 'Two pages', due_date: '2099-01-01T00:00:00Z' }),
    atMs,
    tookMs: 20,
    status,
    answerHeaders: [['content-type', 'application/json']],
    answer: status === 200 ? '{"data":{"id":"5f00000000000000000000bb"}}' : '',
  });
  const startMs = Date.UTC(2026, 0, 5, 12);
  const outcome = (...caught: readonly Caught[]) =>
    judgeCaught(caught).client.outcomeOf('lms/client-creates-once').outcome;

  it('holds the claim with one create, breaks it with a blind second one, and is let off where a person may have looked', () => {
    expect(outcome(create(startMs, 200))).to.equal('passed');
    expect(outcome(create(startMs, 503), create(startMs + 1500, 200))).to.equal('failed');
    expect(outcome(create(startMs, 0), create(startMs + 1500, 200))).to.equal('failed');
    expect(outcome(create(startMs, 503), create(startMs + 600_000, 200))).to.equal('cantTell');
    expect(outcome(create(startMs, 200), create(startMs + 1500, 200))).to.equal('cantTell');
  });

  it('may create two different assignments', () => {
    const other = {
      ...create(startMs + 1500, 200),
      body: '{"title":"Quiz","description":"Ten questions","due_date":"2099-01-01T00:00:00Z"}',
    };
    expect(outcome(create(startMs, 200), other)).to.equal('passed');
  });
});
