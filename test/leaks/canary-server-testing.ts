import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { systemClock } from '../../src/clock.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { type Canary, markedResponse } from './canary-testing.ts';

/** A marked sandbox server: half of its responses gzipped, all chunked, some failing, one never finished. */
export function createCanaryServer(canary: Canary): {
  readonly listener: RequestListener;
  readonly token: string;
} {
  const sandbox = createSandbox({ seed: 3, students: 16, clock: systemClock });
  let requests = 0;
  return {
    token: sandbox.token,
    listener: async (incoming, outgoing) => {
      const at = ++requests;
      const request = new Request(`http://127.0.0.1${incoming.url}`, {
        method: incoming.method ?? 'GET',
        headers: { authorization: incoming.headers.authorization ?? '' },
      });
      const answer = await sandbox.fetch(request);
      const marked = markedResponse(answer, await answer.text(), canary);
      const path = incoming.url ?? '';
      if (path.startsWith('/v2.0/terms')) {
        // Half a response, then silence.
        outgoing.writeHead(200, { 'content-type': 'application/json' });
        outgoing.write(`{"data":[{"data":{"name":"${canary.mark('half an answer')}"`);
        return;
      }
      const fails = path.startsWith('/v2.0/courses');
      const body = fails ? `{"error":"panic: ${canary.mark('panic')}` : await marked.text();
      const inGzip = at % 2 === 0;
      for (const [name, value] of marked.headers)
        if (name !== 'content-length') outgoing.setHeader(name, value);
      if (inGzip) outgoing.setHeader('content-encoding', 'gzip');
      outgoing.statusCode = fails ? 500 : marked.status;
      const bytes = inGzip ? gzipSync(body) : Buffer.from(body);
      // Without a length it is chunked; chunks split characters.
      outgoing.write(bytes.subarray(0, bytes.length >> 1));
      outgoing.end(bytes.subarray(bytes.length >> 1));
    },
  };
}

/** Source of a client that prints and sends marks, for `node`. */
export function clientSource(mark: (field: string) => string): string {
  const printed = Array.from({ length: 24 }, () => mark('client stdout'));
  const cried = Array.from({ length: 24 }, () => mark('client stderr'));
  return `
const base = process.env.CLEVER_BASE_URL;
const token = process.env.CLEVER_TOKEN;
const marks = ${JSON.stringify(Array.from({ length: 24 }, () => mark('client request')))};
for (const one of ${JSON.stringify(printed)}) console.log(one);
console.log(JSON.stringify({ id: marks[0] }));
for (const one of ${JSON.stringify(cried)}) console.error('Error: no ' + one);
for (const one of marks.slice(0, 8)) {
  const safe = encodeURIComponent(one);
  const headers = { authorization: 'Bearer ' + token, 'user-agent': safe, cookie: 'who=' + safe, ['x-' + safe.replace(/[^a-z0-9]/gi, '')]: safe };
  await fetch(base + '/v2.0/students/' + safe + '?starting_after=' + safe + '&' + safe + '=1', { headers }).catch(() => {});
  await fetch(base + '/v2.0/students', { method: 'POST', headers: { ...headers, authorization: 'Basic ' + safe }, body: JSON.stringify({ title: one, [one]: one }) }).catch(() => {});
  await fetch(base + '/v2.0/students?limit=2', { method: 'POST', headers, body: 'name=' + one }).catch(() => {});
}
const page = await (await fetch(base + '/v2.0/students', { headers: { authorization: 'Bearer ' + token } })).text();
console.log(page);
throw new Error('crashed over ' + marks[1]);
`;
}

/** A HAR 1.2 file with a few entries and marks in every text. */
export function harOf(mark: (field: string) => string): string {
  const entry = (path: string, status: number, body: unknown, at: number) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 5, 12, 0, at)).toISOString(),
    time: 12,
    comment: mark('HAR comment'),
    request: {
      method: 'GET',
      url: `https://api.example.test${path}`,
      httpVersion: 'HTTP/1.1',
      cookies: [{ name: mark('HAR cookie'), value: mark('HAR cookie') }],
      headers: [
        { name: 'Authorization', value: `Bearer ${encodeURIComponent(mark('HAR token'))}` },
        { name: 'User-Agent', value: encodeURIComponent(mark('HAR header')) },
      ],
      queryString: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: mark('HAR status text'),
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [
        { name: 'Content-Type', value: 'application/json' },
        { name: 'Set-Cookie', value: encodeURIComponent(mark('HAR header')) },
      ],
      content:
        at % 2 === 0
          ? { size: 1, mimeType: 'application/json', text: JSON.stringify(body) }
          : {
              size: 1,
              mimeType: 'application/json',
              encoding: 'base64',
              text: Buffer.from(JSON.stringify(body)).toString('base64'),
            },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 12, receive: 0 },
    serverIPAddress: '192.0.2.1',
    connection: mark('HAR connection'),
  });
  const id = (at: number) => `5f${at.toString(16).padStart(22, '7')}`;
  const page = (from: number) => ({
    data: Array.from({ length: 4 }, (_, at) => ({
      data: {
        id: id(from + at),
        name: { first: mark('HAR body'), last: mark('HAR body') },
        email: mark('HAR body'),
        pet: mark('HAR body'),
      },
      uri: `/v2.0/students/${id(from + at)}`,
    })),
    links: [
      { rel: 'self', uri: `/v2.0/students?limit=4&q=${encodeURIComponent(mark('HAR link'))}` },
      { rel: 'next', uri: `/v2.0/students?limit=4&starting_after=${id(from + 3)}` },
    ],
  });
  const entries = [
    entry('/v2.0/students?limit=4', 200, page(0), 0),
    entry(`/v2.0/students?limit=4&starting_after=${id(3)}`, 200, page(4), 1),
    entry(`/v2.0/students?limit=4&starting_after=${id(7)}`, 200, { data: [], links: [] }, 2),
    entry(`/v2.0/students/${encodeURIComponent(mark('HAR path'))}`, 404, { error: mark('HAR error') }, 3),
    entry(`/${encodeURIComponent(mark('HAR foreign path'))}`, 200, { any: mark('HAR foreign body') }, 4),
  ];
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'a proxy', version: '1' }, entries } });
}
