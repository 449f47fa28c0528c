import type { SandboxTargetOptions } from '../../src/targets/sandbox.ts';

type Tamper = NonNullable<SandboxTargetOptions['tamper']>;

/** Puts hostile texts into every place of an answer that holds text: names, values, links, messages, headers. */
export function spreading(payloads: readonly string[]): Tamper {
  let at = 0;
  const next = () => payloads[at++ % payloads.length] ?? '';
  const spread = (value: unknown, depth: number): unknown => {
    // Ids and the envelope stay as they are now and then, so that the probes find their way.
    if (typeof value === 'string') return at % 3 === 0 ? next() : at++ % 2 === 0 ? value : value + next();
    if (Array.isArray(value)) return value.map((one) => spread(one, depth + 1));
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([name, one]) => [
      name,
      name === 'id' ? one : spread(one, depth + 1),
    ]);
    if (depth > 2) members.push([next(), next()]);
    return Object.fromEntries(members);
  };
  return changingJson(
    (body) => spread(body, 0),
    (headers) => {
      // What a header can carry at all: visible bytes, and those above 0x7f.
      const value = next()
        .replace(/[^\u0020-\u007e\u0080-\u00ff]/g, '')
        .slice(0, 4000);
      for (const name of ['x-ratelimit-bucket', 'x-request-id', 'server', 'location'])
        headers.set(name, value);
    },
  );
}

/** Changes answers at random places into something of another shape; the same seed changes the same. */
export function mutating(seed: number): Tamper {
  let state = seed;
  const random = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const shapes: readonly unknown[] = [
    null,
    true,
    0,
    -0,
    -1,
    1e308,
    2 ** 53,
    '',
    'x',
    '0',
    [],
    {},
    [null],
    [[]],
    { data: null },
    { id: 5 },
    { data: [] },
    [{ data: { id: null } }],
    { rel: 'next', uri: 5 },
    ['next'],
    { toString: 1, hasOwnProperty: 1 },
    '\ud800',
  ];
  const rate = 0.02;
  const mutate = (value: unknown): unknown => {
    if (random() < rate) return shapes[Math.floor(random() * shapes.length)];
    if (Array.isArray(value)) return value.map(mutate);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]) => (random() < rate / 4 ? [] : [[name, mutate(one)]])),
    );
  };
  return changingJson(mutate, (headers) => {
    const names = [...headers.keys()].filter((name) => name !== 'content-type');
    const name = names[Math.floor(random() * names.length)];
    if (name !== undefined && random() < 0.1)
      headers.set(name, ['', '-1', 'NaN', '1e9', '5, 0', 'abc'][Math.floor(random() * 6)] ?? '');
  });
}

function changingJson(change: (body: unknown) => unknown, changeHeaders: (headers: Headers) => void): Tamper {
  return (sandbox) => async (request) => {
    const answer = await sandbox.fetch(request);
    const text = await answer.text();
    const headers = new Headers(answer.headers);
    changeHeaders(headers);
    let body = text;
    try {
      body = JSON.stringify(change(JSON.parse(text)));
    } catch {
      // Not JSON: it stays as it is.
    }
    const { status } = answer;
    return new Response(status === 204 || status === 304 ? null : body, { status, headers });
  };
}
