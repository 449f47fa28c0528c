import { expect } from 'chai';
import { createVirtualClock } from '../clock.ts';
import { maxBodyBytes, type Served } from './served.ts';
import { createWire } from './wire.ts';

const response = (status: number, ...headers: (readonly [string, string])[]): Served => ({
  status,
  headers,
  body: '',
  delayMs: 0,
  endless: false,
});

/** A wire to a server that gives these responses, and the bodies that it got. */
function wireTo(...responses: Served[]) {
  const bodies: (string | undefined)[] = [];
  const wire = createWire(async ({ method, path, body }) => {
    bodies.push(`${method} ${path} ${await body}`);
    return { served: responses.shift() ?? response(204), markSent: () => {}, fail: () => {} };
  }, createVirtualClock());
  return { wire, bodies };
}

describe('the wire of a client in process', () => {
  it('keeps the start of a body, however large or slow the rest of it is', async () => {
    const { wire, bodies } = wireTo();
    const piece = new Uint8Array(600_000).fill(0x78);
    let left = 5;
    const body = new ReadableStream({
      pull: (stream) => (left-- > 0 ? stream.enqueue(piece) : stream.close()),
    });
    await wire(new Request('http://a.test/x', { method: 'POST', body, duplex: 'half' } as RequestInit));
    expect(bodies).to.deep.equal([`POST /x ${'x'.repeat(maxBodyBytes)}`]);
    expect(left).to.equal(-1);
  });

  it('sends a body again where a redirect keeps the method, and no body with a GET', async () => {
    const { wire, bodies } = wireTo(response(307, ['location', '/b']), response(302, ['location', '/c']));
    const { status } = await wire(new Request('http://a.test/a', { method: 'POST', body: 'text' }));
    expect(status).to.equal(204);
    expect(bodies).to.deep.equal(['POST /a text', 'POST /b text', 'GET /c undefined']);
  });
});
