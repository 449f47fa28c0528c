import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { model } from '../../generated/model.ts';
import { validateRequestBody, validateResponse } from '../../generated/validators.js';
import { type Exchange, jsonOf } from '../../src/exchange.ts';
import { createRecorder } from '../../src/recorder/recorder.ts';
import { redactExchanges } from '../../src/redaction/redactor.ts';
import { openSandboxTarget } from '../../src/targets/sandbox.ts';

type Members = Readonly<Record<string, unknown>>;

/** A sample of a run's traffic: each operation, pages, errors of both APIs, an assignment's lifecycle. */
async function observe(): Promise<{ exchanges: readonly Exchange[]; tokens: readonly string[] }> {
  const target = openSandboxTarget({ seed: 3, students: 230 });
  const recorder = createRecorder({ fetch: target.fetch, clock: target.clock, origin: target.origin });
  const tokens = [target.token, target.secondToken ?? '', 'no-such-token-1'];
  const send = (path: string, method = 'GET', body?: unknown, token = target.token) =>
    recorder.send({
      method,
      path,
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const ids = new Map<string, string>();
  for (const { document, path, paginated } of model.operations) {
    if (document !== 'data-v2.0') continue;
    const [collection = ''] = path.slice(1).split('/');
    const exchange = await send(
      `/v2.0${path.replace('{id}', ids.get(collection) ?? '')}${paginated ? '?limit=20' : ''}`,
    );
    const { data } = jsonOf(exchange) as { data: { data?: Members }[] };
    if (path === `/${collection}`) ids.set(collection, String(data[0]?.data?.id));
  }
  let next: string | undefined = '/v2.0/students';
  while (next !== undefined) {
    const { links }: { links: { rel: string; uri: string }[] } = jsonOf(await send(next)) as never;
    next = links.find(({ rel }) => rel === 'next')?.uri;
  }
  for (const path of [
    '/v2.0/students/not-an-id',
    `/v2.0/students/${'f'.repeat(24)}`,
    '/v2.0/students?limit=10001',
    '/v2.0/nowhere',
  ])
    await send(path);
  await send('/v2.0/students', 'GET', undefined, tokens[2]);
  await send('/v2.0/students', 'POST', {});

  const set = (await target.setState?.('an assignment exists')) as Readonly<Record<string, string>>;
  const assignments = `/v3.1/sections/${set.section_id}/assignments`;
  const one = `${assignments}/${set.assignment_id}`;
  const work = {
    title: 'Fractions',
    description: 'Halves',
    due_date: '2027-01-01T10:00:00.000Z',
    points_possible: 12.5,
  };
  await send(assignments, 'POST', work);
  for (const path of [
    one,
    `${one}/submissions?limit=1`,
    `${one}/submissions/${set.user_id}`,
    `${assignments}/not-an-id`,
  ])
    await send(path);
  for (const body of [
    '',
    '{"assignee_mode": ,}',
    { ...work, due_date: '2026-02-30T00:00:00Z' },
    { submission_types: [''] },
    {},
  ])
    await send(assignments, 'POST', body);
  await send(`${one}/submissions/${set.user_id}`, 'PATCH', {
    grade: '90',
    grade_points: 9,
    grader_id: set.grader_id,
  });
  await send(`${one}/submissions/${set.user_id}`, 'PATCH', { grader_id: '5f00000000000000000000aa' });
  await send(one, 'DELETE');
  await send(one);
  await target.close();
  return { exchanges: recorder.exchanges, tokens };
}

describe('the redaction of sandbox traffic', () => {
  let raw: readonly Exchange[] = [];
  let redacted: readonly Exchange[] = [];
  before(async () => {
    const { exchanges, tokens } = await observe();
    raw = exchanges;
    redacted = redactExchanges(exchanges, { profiles, tokens, key: new Uint8Array(32).fill(5) });
  });

  it('preserves the shape and validity of every body', () => {
    let bodies = 0;
    for (const [at, exchange] of raw.entries()) {
      const after = redacted[at]!;
      const { method, path } = exchange.request;
      const name = `${method} ${path}`;
      expect(shapeOf(jsonOf(after)), name).to.deep.equal(shapeOf(jsonOf(exchange)));
      expect(after.response?.body === '', name).to.equal(exchange.response?.body === '');
      const operation = model.operations.find((one) => one.method === method && fits(one.path, path));
      if (!operation) continue;
      const status = exchange.response?.status ?? 0;
      const verdict = validateResponse(operation.id, status, jsonOf(exchange));
      expect(validateResponse(operation.id, status, jsonOf(after)), name).to.deep.equal(verdict);
      if (verdict?.length === 0) bodies++;
      const sent = [exchange, after].map(({ request }) => parse(request.body));
      expect(validateRequestBody(operation.id, sent[1]), name).to.deep.equal(
        validateRequestBody(operation.id, sent[0]),
      );
    }
    expect(bodies).to.be.above(60);
  });

  it('keeps links, cursors and relations consistent with the ids', () => {
    const ids = new Set<string>();
    for (const exchange of redacted)
      visit(jsonOf(exchange), (name, value) => name === 'id' && ids.add(value));
    const rawStudents = pagesOf(raw);
    const students = pagesOf(redacted);
    expect(students.map((page) => page.length)).to.deep.equal(rawStudents.map((page) => page.length));
    expect(students.flat())
      .to.deep.equal([...students.flat()].sort())
      .and.to.have.length(rawStudents.flat().length);
    for (const exchange of redacted) {
      for (const cursor of exchange.request.path.match(/(?<=starting_after=)\w+/g) ?? [])
        expect(ids).to.include(cursor);
      visit(jsonOf(exchange), (name, value) => {
        if (name === 'school') expect(value).to.match(/^[0-9a-f]{24}$/);
        if (name === 'uri' && /^\/v2\.0\/students\/\w{24}/.test(value))
          expect(ids).to.include(value.split(/[/?]/)[3]);
      });
    }
  });

  it('keeps the documented error texts', () => {
    const texts = redacted.map(({ response }) => response?.body ?? '').join('\n');
    const before = raw.map(({ response }) => response?.body ?? '').join('\n');
    for (const text of [
      'INVALID_ID',
      'missing required field(s)',
      'Assignment does not exist',
      'day out of range',
      'Cannot GET',
      'looking for beginning of value',
      'NOT_FOUND: Person with id clever:',
      'submission_types.0 in body should be one of [link file text discussion]',
    ])
      expect(texts.split(text).length, text).to.equal(before.split(text).length).and.to.be.above(1);
  });

  it('lets no personal data and no token through', () => {
    const text = JSON.stringify(redacted);
    const personal =
      /^(?:id|first|last|middle|email|sis_id|\w+_id|\w+_number|district_username|address|city|zip|phone|title|description|name|url)$/;
    let values = 0;
    for (const exchange of raw)
      visit(jsonOf(exchange), (name, value) => {
        // Values equal to a documented word, such as the title "Math", cannot be distinguished.
        if (!personal.test(name) || value.length < 4 || /^[A-Za-z]{4}$/.test(value)) return;
        values++;
        // A short number may occur within a pseudonym, so only whole values are compared.
        const hidden = JSON.stringify(value);
        expect(text, `${name}: ${value}`).not.to.include(
          value.length < 8 ? JSON.stringify(hidden).slice(1, -1) : hidden.slice(1, -1),
        );
      });
    expect(values).to.be.above(1_000);
    expect(text).not.to.match(/sandbox-\w+-token|no-such-token-1/);
  });
});

/** Keys in order, types and lengths; leaf values are omitted except for emptiness. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([name, member]) => [name, shapeOf(member)]);
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return value === '' || value === null || typeof value === 'boolean' ? value : typeof value;
}

function visit(value: unknown, leaf: (name: string, value: string) => void, name = ''): void {
  if (typeof value === 'string') leaf(name, value);
  else if (Array.isArray(value)) for (const item of value) visit(item, leaf, name);
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) visit(member, leaf, key);
}

function pagesOf(exchanges: readonly Exchange[]): string[][] {
  return exchanges
    .filter(({ request }) =>
      /^\/v2\.0\/students(?:\?limit=\d+&starting_after=\w+|\?starting_after=\w+)?$/.test(request.path),
    )
    .filter(({ response, request }) => response?.status === 200 && request.method === 'GET')
    .map((exchange) =>
      (jsonOf(exchange) as { data: { data: { id: string } }[] }).data.map(({ data }) => data.id),
    );
}

function fits(template: string, path: string): boolean {
  const pattern = template.replace(/\{\w+\}/g, '[^/?]+');
  return new RegExp(`^/v[^/]+${pattern}(?:\\?|$)`).test(path);
}

function parse(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : JSON.parse(body);
  } catch {
    return 'unreadable';
  }
}
