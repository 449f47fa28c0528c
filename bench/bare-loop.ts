/** What a hand-written test does: `node bare-loop.ts ORIGIN < requests.json` sends each request, and asserts four things of it. */
import { json } from 'node:stream/consumers';
import { expect } from 'chai';

const [origin] = process.argv.slice(2);
for (const { path, headers, status } of (await json(process.stdin)) as readonly {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
}[]) {
  const { authorization } = headers;
  const response = await fetch(
    `${origin}${path}`,
    authorization === undefined ? {} : { headers: { authorization } },
  );
  const text = await response.text();
  expect(response.status).to.be.a('number');
  expect(response.headers.get('content-type')).to.satisfy((one: string | null) => one !== '');
  expect(text).to.be.a('string');
  if (response.status === 200 && status === 200) expect(JSON.parse(text)).to.be.an('object');
}
