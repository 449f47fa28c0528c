import { expect } from 'chai';
import { SafetyStop } from '../../errors.ts';
import { type ClientOptions, createCleverClient } from '../index.ts';
import { failureOf, messageOf } from './answer.ts';
import { idOf, json, type Scripted, scriptWire } from './wire-testing.ts';

const get = (answer: () => Scripted, caps = {}) => {
  const wire = scriptWire(answer, { caps });
  const result = createCleverClient(wire.options).data.GET('/students/{id}', {
    params: { path: { id: idOf(1) } },
  });
  return { wire, result };
};

/** A body in chunks; `Infinity` never ends. */
function stream(
  pieces: number,
  piece = 'x'.repeat(1024),
  end: 'close' | 'hang' | 'break' = 'close',
): ReadableStream {
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (sent++ < pieces) return controller.enqueue(new TextEncoder().encode(piece));
      if (end === 'close') controller.close();
      if (end === 'break') controller.error(new TypeError('terminated'));
      return end === 'hang' ? new Promise<void>(() => {}) : undefined;
    },
  });
}

describe('client responses', () => {
  it('a record is data, requested with the token under the prefix', async () => {
    const { wire, result } = get(() => json({ data: { id: idOf(1), unknown: 1 } }));
    const { data, error, response } = await result;
    expect(data).to.deep.equal({ data: { id: idOf(1), unknown: 1 } });
    expect([error, response.status, response.ok, failureOf(response)]).to.deep.equal([
      undefined,
      200,
      true,
      undefined,
    ]);
    expect(wire.asked[0]).to.include({ path: `/v2.0/students/${idOf(1)}`, authorization: 'Bearer T0KEN' });
  });

  const errors: readonly [
    title: string,
    answer: () => Scripted,
    status: number,
    message: string,
    kind: string | undefined,
  ][] = [
    ['an API error', () => json({ error: 'Resource not found' }, 404), 404, 'Resource not found', undefined],
    [
      'an empty 405',
      () => new Response('', { status: 405, headers: { 'content-length': '0' } }),
      405,
      '',
      undefined,
    ],
    ['an empty 429', () => new Response(null, { status: 429 }), 429, '', 'retries-exhausted'],
    [
      'an HTML 404',
      () => new Response('<pre>Cannot GET</pre>', { status: 404 }),
      404,
      '<pre>Cannot GET</pre>',
      undefined,
    ],
    [
      'an HTML 200',
      () => new Response('<p>'),
      200,
      'status 200 with a body that is not JSON',
      'malformed-body',
    ],
    [
      'half a 200',
      () => new Response('{"data":'),
      200,
      'status 200 with a body that is not JSON',
      'malformed-body',
    ],
    [
      'an empty 200',
      () => new Response(''),
      200,
      'status 200 with a body that is not JSON',
      'malformed-body',
    ],
    [
      'a redirect',
      () => Response.redirect('https://evil.example/', 307),
      307,
      'status 307: redirects are not followed',
      'redirected',
    ],
    ['a lost connection', () => 'lost', 0, 'the connection failed (ECONNRESET)', 'unreachable'],
    [
      'an error whose body breaks',
      () => new Response(stream(1, 'x', 'break'), { status: 404 }),
      404,
      '',
      undefined,
    ],
    [
      'an error whose body hangs',
      () => new Response(stream(1, 'x', 'hang'), { status: 404 }),
      404,
      '',
      undefined,
    ],
    ['an endless error', () => new Response(stream(1e9), { status: 400 }), 400, 'x'.repeat(2000), undefined],
  ];
  for (const [title, answer, status, message, kind] of errors)
    it(`${title} is an error as data`, async () => {
      const { data, error, response } = await get(answer).result;
      expect(data).to.equal(undefined);
      expect(error, 'never falsy').to.be.ok;
      expect([response.status, response.ok, messageOf(error)]).to.deep.equal([status, false, message]);
      expect(failureOf(response)?.kind).to.equal(kind);
    });

  it('a body over the limit is cut off and not requested again', async () => {
    const { wire, result } = get(() => new Response(stream(1e9)), { bodyBytes: 10_000 });
    const { response } = await result;
    expect([response.status, failureOf(response)?.kind, wire.asked.length]).to.deep.equal([
      0,
      'too-large',
      1,
    ]);
    const fits = await get(() => new Response(`"${'x'.repeat(9998)}"`), { bodyBytes: 10_000 }).result;
    expect(fits.response.ok).to.equal(true);
  });

  it('a stalled or dripping body times out; a partial body is never accepted', async () => {
    const stalls = get(() => new Response(stream(1, '{}', 'hang')), { idleMs: 5000 });
    expect(failureOf((await stalls.result).response)?.kind).to.equal('timeout');
    expect(stalls.wire.instantsS()).to.deep.equal([0, 6, 13, 22, 35, 56]);
    const drips = get(
      () =>
        new Response(
          new ReadableStream({
            pull: async (controller) => {
              await drips.wire.clock.sleep(1000);
              controller.enqueue(new Uint8Array([32]));
            },
          }),
        ),
      { idleMs: 5000, answerMs: 9000 },
    );
    expect(failureOf((await drips.result).response)?.kind).to.equal('timeout');
    expect(drips.wire.instantsS().slice(0, 2)).to.deep.equal([0, 10]);
    const breaks = get(() => new Response(stream(1, '{}', 'break')));
    expect(failureOf((await breaks.result).response)?.kind).to.equal('unreachable');
    expect(breaks.wire.asked).to.have.length(6);
  });

  it('deep nesting and __proto__ in a body are harmless', async () => {
    const deep = await get(() => new Response('['.repeat(200_000) + ']'.repeat(200_000))).result;
    expect(deep.response.ok).to.equal(true);
    const proto = await get(() => new Response('{"__proto__":{"polluted":1},"data":{"id":"x"}}')).result;
    expect(proto.response.ok).to.equal(true);
    expect({}).not.to.have.property('polluted');
  });

  it('another origin is rejected without a request', async () => {
    const wire = scriptWire(() => json({}));
    const elsewhere = createCleverClient(wire.options).data.GET('/students', {
      baseUrl: 'https://evil.example',
    });
    const { error, response } = await elsewhere;
    expect([failureOf(response)?.kind, wire.asked.length]).to.deep.equal(['refused', 0]);
    expect(messageOf(error)).to.match(/another origin/);
  });

  it('a safety stop of fetch is thrown, not treated as a lost connection', async () => {
    const wire = scriptWire(() => {
      throw new SafetyStop('budget', 'stop');
    });
    const fault = await createCleverClient(wire.options)
      .data.GET('/students')
      .catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(SafetyStop);
    expect(wire.asked).to.have.length(1);
  });

  it('messageOf finds the message in every documented format', () => {
    const forms: readonly [unknown, string][] = [
      [{ message: 'a' }, 'a'],
      [{ error: 'b' }, 'b'],
      [{ error: { message: 'c' } }, 'c'],
      [{ message: 'd', error: 'e' }, 'd'],
      ['{"message":"f"}', 'f'],
      ["Invalid character ' ' in string escape code\n", "Invalid character ' ' in string escape code"],
      ['"g"', 'g'],
      ['', ''],
      [undefined, ''],
      [null, ''],
      [7, ''],
      [{ message: 7 }, ''],
    ];
    for (const [body, message] of forms) expect(messageOf(body)).to.equal(message);
  });

  it('invalid options are rejected without repeating the token', () => {
    const bad: readonly ClientOptions[] = [
      { token: '' },
      { token: 'SECRET\r\nx: y' },
      { token: 'Bearer SECRET' },
      { token: 'SECRET', baseUrl: 'https://api.clever.com/v2.0' },
      { token: 'SECRET', baseUrl: 'https://u:p@api.clever.com' },
      { token: 'SECRET', baseUrl: 'ftp://api.clever.com' },
      { token: 'SECRET', baseUrl: 'api.clever.com' },
      { token: 'SECRET', caps: { pages: Number.NaN } },
    ];
    for (const options of bad)
      expect(() => createCleverClient(options))
        .to.throw(/^(?!.*SECRET)/)
        .with.property('code', 'CLEVER_CLIENT_OPTION');
  });
});
