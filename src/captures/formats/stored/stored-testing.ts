import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import type { Caught } from '../har-testing.ts';

/** How tools that record for replays write the same traffic. Only for tests. */
export const storedDialects: Readonly<Record<string, (caught: readonly Caught[]) => string>> = {
  nock: (caught) => JSON.stringify(caught.map((one) => nockOf(one))),
  'nock, compressed': (caught) => JSON.stringify(caught.map((one) => nockOf(one, true))),
  VCR: (caught) =>
    stringify({
      http_interactions: caught.map((one) => ({
        request: { ...requestOf(one), method: one.method.toLowerCase(), body: encoded(one.body ?? '') },
        response: { ...responseOf(one), body: encoded(one.answer) },
        recorded_at: new Date(one.atMs).toUTCString(),
      })),
      recorded_with: 'VCR 6.1.0',
    }),
  vcrpy: (caught) =>
    stringify({
      interactions: caught.map((one) => ({
        request: { ...requestOf(one), body: one.body ?? null },
        response: { ...responseOf(one), body: { string: one.answer } },
      })),
      version: 1,
    }),
  'vcrpy, compressed': (caught) =>
    `interactions:\n${caught
      .map(
        (one) => `- request:
    body: null
    headers: {Authorization: ['${header(one.headers, 'authorization')}']}
    method: ${one.method}
    uri: ${one.url}
  response:
    body:
      string: !!binary |
        ${gzipSync(one.answer).toString('base64')}
    headers: ${JSON.stringify({ ...mapOf(one.answerHeaders), 'Content-Encoding': ['gzip'] })}
    status: {code: ${one.status}, message: OK}
`,
      )
      .join('')}version: 1\n`,
  'go-vcr': (caught) =>
    `---\n${stringify({
      version: 2,
      interactions: caught.map((one, id) => ({
        id,
        request: { ...requestOf(one), url: one.url, uri: undefined, body: one.body ?? '' },
        response: { headers: mapOf(one.answerHeaders), body: one.answer, status: '200 OK', code: one.status },
      })),
    })}`,
  Newman: (caught) =>
    JSON.stringify({
      collection: { item: [] },
      run: {
        executions: caught.map((one) => ({
          request: {
            url: newmanUrl(one.url),
            method: one.method,
            header: one.headers.map(([key, value]) => ({ key, value })),
            ...(one.body === undefined ? {} : { body: { mode: 'raw', raw: one.body } }),
          },
          response: {
            code: one.status,
            header: one.answerHeaders.map(([key, value]) => ({ key, value })),
            stream: { type: 'Buffer', data: [...Buffer.from(one.answer)] },
          },
        })),
      },
    }),
};

function nockOf(one: Caught, isCompressed = false) {
  const { origin, pathname, search } = new URL(one.url);
  return {
    scope: `${origin}:443`,
    method: one.method,
    path: pathname + search,
    body: one.body ?? '',
    status: one.status,
    response: isCompressed ? [gzipSync(one.answer).toString('hex')] : json(one.answer),
    rawHeaders: [...one.answerHeaders.flat(), ...(isCompressed ? ['Content-Encoding', 'gzip'] : [])],
    reqheaders: { authorization: header(one.headers, 'authorization') },
    responseIsBinary: false,
  };
}

function json(text: string): unknown {
  return /^[[{]/.test(text) ? JSON.parse(text) : text;
}

function requestOf(one: Caught) {
  return { method: one.method, uri: one.url as string | undefined, headers: mapOf(one.headers) };
}

function responseOf(one: Caught) {
  return { status: { code: one.status, message: 'OK' }, headers: mapOf(one.answerHeaders) };
}

function encoded(string: string) {
  return { encoding: 'UTF-8', string };
}

function mapOf(headers: Caught['headers']): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(headers.map(([name, value]) => [name, [value]]));
}

function header(headers: Caught['headers'], name: string): string {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? '';
}

function newmanUrl(text: string) {
  const { protocol, hostname, pathname, searchParams } = new URL(text);
  return {
    protocol: protocol.replace(':', ''),
    host: hostname.split('.'),
    path: pathname.slice(1).split('/'),
    query: [...searchParams].map(([key, value]) => ({ key, value })),
  };
}
