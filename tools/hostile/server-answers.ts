import type { ServerResponse } from 'node:http';
import type { Answer } from './hostile-server.ts';

/** What hostile servers answer with. */

export const json = { 'content-type': 'application/json' };
export const id = (n: number) => n.toString(16).padStart(24, '0');
const teacher = (n: number) => ({
  data: {
    id: id(n),
    name: { first: 'Ann', last: 'Lee' },
    created: '2024-01-01T00:00:00.000Z',
    last_modified: '2024-01-01T00:00:00.000Z',
    district: id(7),
    school: id(8),
    schools: [id(8)],
    email: `ann${n}@example.com`,
    sis_id: String(n),
  },
  uri: `/v2.0/teachers/${id(n)}`,
});
export const page = (count: number, next?: string) =>
  JSON.stringify({
    data: Array.from({ length: count }, (_, n) => teacher(n)),
    links: [
      { rel: 'self', uri: '/v2.0/teachers' },
      ...(next === undefined ? [] : [{ rel: 'next', uri: next }]),
    ],
  });
export const says =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = json, status = 200) =>
  (): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);
export const leadsTo =
  (next: (trap: string) => string) =>
  (trap: string): Answer =>
  (_request, response) =>
    response.writeHead(200, json).end(page(3, next(trap)));
export const flood = (response: ServerResponse, piece: Buffer) => {
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
};
export const drip =
  (head: string, piece: string): (() => Answer) =>
  () =>
  (request) => {
    request.socket.write(head);
    const timer = setInterval(() => request.socket.write(piece), 200);
    request.socket.on('close', () => clearInterval(timer)).on('error', () => {});
  };
export const members = (count: number) =>
  `{"data":[${JSON.stringify({
    data: { id: id(1), ...Object.fromEntries(Array.from({ length: count }, (_, n) => [`m${n}`, `v${n}`])) },
  })}],"links":[]}`;
