import type { Exchange } from '../../src/exchange.ts';
import type { ScenarioObservation } from '../../src/observation.ts';

/** A leaf or member name, for choosing the raw or the redacted one. */
export interface Switched {
  readonly name: string;
  /** A member name that the redaction changed. */
  readonly isUnknownName: boolean;
}

/** The redacted value, with the raw one where `wanted`. Both have the same shape. */
export function merged(
  raw: unknown,
  redacted: unknown,
  wanted: (place: Switched) => boolean,
  name = '',
): unknown {
  if (Array.isArray(raw))
    return raw.map((one, at) => merged(one, (redacted as readonly unknown[])[at], wanted, name));
  if (typeof raw !== 'object' || raw === null) return wanted({ name, isUnknownName: false }) ? raw : redacted;
  const after = Object.entries(redacted as object);
  return Object.fromEntries(
    Object.entries(raw).map(([member, value], at) => {
      const [newName = member, newValue] = after[at] ?? [];
      const isUnknownName = newName !== member && wanted({ name: '', isUnknownName: true });
      return [isUnknownName ? member : newName, merged(value, newValue, wanted, member)];
    }),
  );
}

const origin = 'https://api.example.test';

/** A sample of responses with personal data: a page, an assignment with files, errors, a redirect. */
export function trafficOf(seed: number): Exchange[] {
  const draw = drawer(seed);
  const word = () => {
    const syllables = ['bra', 'quo', 'zel', 'min', 'vor', 'tay', 'gul', 'hep', 'nix', 'sow'];
    const text = Array.from({ length: 3 }, () => syllables[draw(10)]).join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const digits = (length: number) => Array.from({ length }, () => 1 + draw(9)).join('');
  const id = () => Array.from({ length: 24 }, () => draw(16).toString(16)).join('');
  const instant = () =>
    new Date(Date.UTC(2020 + draw(4), draw(12), 1 + draw(28), draw(24), draw(60), draw(60), draw(1000)));
  const token = `secret-${word()}-${digits(6)}`;
  let seq = 0;
  const exchange = (
    path: string,
    body: unknown,
    extra: Partial<{ status: number; headers: Record<string, string> }> = {},
  ): Exchange => ({
    seq,
    request: {
      method: 'GET',
      origin,
      path,
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
      sentAtMs: Date.UTC(2026, 0, 5) + seq++,
    },
    response: {
      status: extra.status ?? 200,
      headers: {
        'content-type': 'application/json',
        'x-ratelimit-limit': '1200',
        'x-ratelimit-bucket': `${word()}:${digits(4)}`,
        'x-request-id': `${digits(8)}-${word()}`,
        'set-cookie': `session=${word()}${digits(8)}; Path=/; HttpOnly`,
        ...extra.headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      receivedAtMs: Date.UTC(2026, 0, 5) + seq,
    },
  });
  const students = Array.from({ length: 8 }, () => {
    const [first, last] = [word(), word()];
    return {
      id: id(),
      created: instant().toISOString(),
      district: id(),
      dob: `${1 + draw(12)}/${1 + draw(28)}/${2005 + draw(14)}`,
      email: `${first}.${last}@students.example.org`.toLowerCase(),
      gender: draw(2) ? 'F' : 'M',
      grade: String(1 + draw(12)),
      graduation_year: String(2027 + draw(900)),
      last_modified: instant().toISOString(),
      location: { address: `${digits(3)} ${word()} Lane`, city: word(), state: 'VT', zip: digits(5) },
      name: { first, last, middle: 'MFNY'.charAt(draw(4)) },
      credentials: { district_username: `${last}${digits(2)}`.toLowerCase() },
      school: id(),
      schools: [id()],
      sis_id: digits(6),
      student_number: digits(4),
      favourite_pet: `${word()} the ${word()}`,
      [`${word().toLowerCase()}_allergy`]: 'Y',
    };
  });
  const last = students.at(-1)?.id ?? '';
  const file = () => ({
    type: 'file',
    title: `${word()} ${word()}`,
    url: `https://files.example.test/${word()}/${digits(8)}.pdf`,
    thumbnail_url: `https://files.example.test/${word()}.png`,
    size: Number(digits(6)),
  });
  const [section, assignment] = [id(), id()];
  return [
    exchange('/v2.0/students?limit=8', {
      data: students.map((data) => ({ data, uri: `/v2.0/students/${data.id}` })),
      links: [
        { rel: 'self', uri: '/v2.0/students?limit=8' },
        { rel: 'next', uri: `/v2.0/students?limit=8&starting_after=${last}` },
      ],
    }),
    exchange(`/v2.0/students?limit=8&starting_after=${last}`, { data: [], links: [] }),
    exchange(`/v3.1/sections/${section}/assignments/${assignment}`, {
      data: { id: assignment, title: `${word()} ${word()}`, attachments: Array.from({ length: 6 }, file) },
    }),
    exchange(
      `/v2.0/students/${last}`,
      { error: `Student ${word()} ${word()} is hidden`, code: 7, data: { zoq: `${word()} ${word()}` } },
      { status: 404 },
    ),
    exchange(
      `/v3.1/sections/${section}/assignments`,
      { message: `${word()} has no class with ${word()}` },
      { status: 400 },
    ),
    exchange('/v2.0/nowhere', `<html><h1>Sorry, ${word()} ${word()}</h1></html>`, {
      status: 404,
      headers: { 'content-type': 'text/html' },
    }),
    exchange('/v2.0/terms', '', {
      status: 302,
      headers: { location: `https://login.example.test/${word()}/${digits(8)}?for=${word()}` },
    }),
  ];
}

/** A client that sends and prints personal data. */
export function observationOf(seed: number): ScenarioObservation {
  const [exchange] = trafficOf(seed);
  const { name, sis_id } = (JSON.parse(exchange?.response?.body ?? '') as StudentPage).data[0].data;
  const request = {
    method: 'POST',
    origin: 'http://127.0.0.1:4000',
    path: `/v2.0/students/${name.last}${sis_id}?for=${name.first}`,
    headers: { authorization: 'Bearer a-district-token', 'user-agent': `${name.last}-sync/${sis_id}` },
    body: JSON.stringify({ title: `For ${name.first} ${name.last}` }),
    sentAtMs: 1,
  };
  const said = `Traceback (most recent call last):\n  File "/home/${name.last}${sis_id}/sync.py", line 3\nKeyError: '${name.first} ${name.last}'`;
  return {
    scenario: 'lms/sample',
    provokes: ['lms/client-shows-message'],
    job: 'sync:students',
    timing: 'real',
    exchanges: [
      {
        seq: 0,
        request,
        response: { status: 400, headers: {}, body: '{"message":"INVALID_ID"}', receivedAtMs: 2 },
      },
    ],
    runs: [
      {
        startedAtMs: 0,
        endedAtMs: 3,
        claim: { says: 'incomplete', ids: [`${name.first}-${sis_id}`], said, endedBy: 'itself' },
      },
    ],
    truth: [],
    account: {},
    origin: 'http://127.0.0.1:4000',
    lagMs: 0,
  };
}

interface StudentPage {
  readonly data: readonly [
    {
      readonly data: {
        readonly sis_id: string;
        readonly name: { readonly first: string; readonly last: string };
      };
    },
  ];
}

/** mulberry32: deterministic per seed. */
export function drawer(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * Values and member names that `shown` has and `redacted` does not, and that are still in `after`. All have the same shape, except
 * that `redacted` may lack the last members of an object.
 */
export function leftovers(shown: unknown, redacted: unknown, after: unknown): readonly unknown[] {
  const [one, other, left] = [shown, redacted, after].map(opened);
  if (typeof one !== 'object' || one === null) return one !== other && one === left ? [one] : [];
  const [others, lefts] = [other, left].map((value) => Object.entries((value ?? {}) as object));
  return Object.entries(one).flatMap(([name, value], at) => [
    ...(others?.[at] && name !== others[at][0] && name === lefts?.[at]?.[0] ? [name] : []),
    ...leftovers(value, others?.[at]?.[1], lefts?.[at]?.[1]),
  ]);
}

function opened(value: unknown): unknown {
  try {
    return typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value;
  } catch {
    return value;
  }
}
