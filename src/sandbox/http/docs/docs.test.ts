import { expect } from 'chai';
import { type Bench, createBench } from '../../testing.ts';

describe('the reference page of the sandbox', () => {
  let bench: Bench;
  before(() => {
    bench = createBench({ students: 3 });
  });
  after(() => bench.sandbox.close());

  it('loads nothing from other origins', async () => {
    const page = await bench.ask('/docs', { token: null });
    expect(page.status).to.equal(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).to.contain("default-src 'none'");
    expect(policy).to.not.match(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
    const sources = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(sources).to.have.length.above(4);
    for (const source of sources) {
      expect(source).to.match(/^\/docs\/[a-z0-9.-]+$/i);
      expect((await bench.ask(source, { token: null })).status, source).to.equal(200);
    }
    const start = (await bench.ask('/docs/start.js')).body;
    expect(start).to.not.match(/https?:\/\//);
    expect(start).to.contain('"TEST_TOKEN"');
    expect((await bench.ask('/docs/swagger-ui.css')).body).to.not.match(/url\(["']?https?:/);
  });

  for (const [name, prefix, paths] of [
    ['data-v2.0', '/v2.0', 53],
    ['data-v3.0', '/v3.0', 45],
    ['data-v3.1', '/v3.1', 47],
    ['lms-connect-v3.1', '/v3.1', 4],
  ] as const) {
    it(`${name} is served whole, with this origin as its only server`, async () => {
      const { json } = await bench.ask(`/docs/${name}.json`);
      expect(json.servers.map((one: { url: string }) => one.url)).to.deep.equal([
        `http://sandbox.localhost${prefix}`,
      ]);
      expect(Object.keys(json.paths)).to.have.length(paths);
    });
  }

  it('path ids belong to existing records, and optional parameters are empty', async () => {
    for (const version of ['v2.0', 'v3.0', 'v3.1']) {
      const data = (await bench.ask(`/docs/data-${version}.json`)).json;
      for (const [path, item] of Object.entries<{ parameters?: { example: string }[] }>(data.paths)) {
        if (path === '/me') continue;
        const id = item.parameters?.[0]?.example ?? '';
        const answer = await bench.ask(`/${version}${path.replace(/\{\w+\}/, id)}`);
        expect(answer.status, path).to.equal(200);
      }
      for (const one of Object.values<{ in: string }>(data.components.parameters)) {
        if (one.in === 'query') expect(one).to.not.have.property('example');
      }
    }
    const lms = (await bench.ask('/docs/lms-connect-v3.1.json')).json;
    const [section] = lms.paths['/sections/{section_id}/assignments'].parameters;
    expect((await bench.ask(`/v2.0/sections/${section.example}`)).status).to.equal(200);
  });

  for (const name of ['..%2f..%2fpackage.json', 'package.json', '__proto__', 'constructor', 'index.html']) {
    it(`/docs/${name} is not served`, async () => {
      expect((await bench.ask(`/docs/${name}`)).status).to.equal(404);
    });
  }

  it('the greeting shows the base URL, the tokens and the reference', async () => {
    const { body } = await bench.ask('/', { token: null });
    for (const part of ['http://sandbox.localhost', '/docs', '/_states', 'TEST_TOKEN', bench.sandbox.token]) {
      expect(body).to.contain(part);
    }
  });
});
