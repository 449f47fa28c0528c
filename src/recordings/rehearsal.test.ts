import { expect } from 'chai';
import { SuiteFault } from '../errors.ts';
import type { Exchange } from '../exchange.ts';
import { type Received, responseOf } from '../targets/received.ts';
import type { Target } from '../targets/target.ts';
import { rehearse } from './rehearsal.ts';
import type { Transcript } from './transcript.ts';

const origin = 'http://sandbox.localhost';

/** One redacted exchange. */
function transcriptOf(path: string, changes: Partial<Exchange> = {}): Transcript {
  const exchange: Exchange = {
    seq: 0,
    request: { method: 'GET', origin, path, headers: {}, sentAtMs: 1000 },
    response: { status: 200, headers: {}, body: '{"data":[]}', receivedAtMs: 1250 },
    ...changes,
  };
  return {
    origin,
    tokens: { own: 'replay-token-1' },
    exchanges: [exchange],
    parts: [{ probe: 'a/b', exchanges: [exchange], states: [] }],
  };
}

const recorded = { kind: 'sandbox', allows: new Set() } as unknown as Target;

async function ask(transcript: Transcript, path: string, method = 'GET'): Promise<Received | Error> {
  const { target } = rehearse(transcript, recorded);
  target.startProbe?.('a/b');
  return await target.fetch(new Request(origin + path, { method })).catch((error: unknown) => error as Error);
}

describe('a rehearsal', () => {
  it('responds as recorded, at the recorded time', async () => {
    const { target, partOf } = rehearse(transcriptOf('/v2.0/students?limit=2'), recorded);
    target.startProbe?.('a/b');
    expect(target.clock.now()).to.equal(1000);
    const request = new Request(`${origin}/v2.0/students?limit=2`, {
      headers: { authorization: 'Bearer x' },
    });
    expect(await responseOf(await target.fetch(request)).text()).to.equal('{"data":[]}');
    expect(target.clock.now()).to.equal(1250);
    expect(partOf('a/b').requests).to.deep.equal([
      { method: 'GET', path: '/v2.0/students?limit=2', authorization: 'Bearer x', body: '' },
    ]);
  });

  it('treats another id or limit as the same request', async () => {
    const known = transcriptOf('/v2.0/students/000000000000000000000001?limit=2');
    const answer = await ask(known, '/v2.0/students/000000000000000000000002?limit=3');
    expect(answer).to.be.instanceOf(Response);
  });

  for (const [what, path, method] of [
    ['of another collection', '/v2.0/teachers?limit=2', 'GET'],
    ['with another query', '/v2.0/students?starting_after=2', 'GET'],
    ['with another method', '/v2.0/students?limit=2', 'DELETE'],
    ['that leads deeper', '/v2.0/students/1?limit=2', 'GET'],
  ] as const)
    it(`detects that a request ${what} would not replay`, async () => {
      const fault = await ask(transcriptOf('/v2.0/students?limit=2'), path, method);
      expect(fault).to.be.instanceOf(SuiteFault);
      expect((fault as Error).message).to.match(/^The recording would not replay: a\/b requested /);
    });

  it('returns a response with a status that fetch would reject', async () => {
    const response = { status: 999, headers: {}, body: 'x', receivedAtMs: 1250 };
    const answer = await ask(transcriptOf('/v2.0/students', { response }), '/v2.0/students');
    expect(answer).to.have.property('status', 999);
  });
});
