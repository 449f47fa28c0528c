import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { readPact } from './pact.ts';
import { readPacts } from './pact-files.ts';

const http = {
  description: 'x',
  request: { method: 'get', path: '/v2.0/students' },
  response: { status: 200 },
};
const whole = {
  consumer: { name: 'c' },
  provider: { name: 'p' },
  interactions: [http] as readonly object[],
  metadata: { pactSpecification: { version: '3.0.0' } } as object | undefined,
};
const text = (changes: Partial<typeof whole> & Record<string, unknown> = {}) =>
  JSON.stringify({ ...whole, ...changes });
const versioned = (version: unknown) => text({ metadata: { pactSpecification: { version } } });

describe('a pact file', () => {
  let folder = '';
  const path = (name: string) => join(folder, name);
  const faultOf = (...names: readonly string[]) =>
    readPacts(names.map(path)).then(
      () => undefined,
      (error: unknown) => error as Error,
    );
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const bad: Readonly<Record<string, readonly [string, RegExp]>> = {
    'is empty': ['', /it is empty/],
    'is not JSON': ['hello }', /it is not JSON\./],
    'ends in the middle': [text().slice(0, 80), /is truncated/],
    'is a list': ['[]', /a pact is a JSON object/],
    'is something else': ['{"openapi":"3.1.0"}', /does not name a consumer and a provider/],
    'has no interactions': [text({ interactions: undefined as never }), /has no list of interactions/],
    'is V1': [versioned('1.0.0'), /it is a V1 pact/],
    'has a future version': [versioned('9.0'), /version "9.0" is not supported/],
    'is a V3 message pact': [text({ interactions: undefined as never, messages: [{}] }), /contains messages/],
    'contains only V4 messages': [
      text({ interactions: [{ ...http, type: 'Asynchronous/Messages' }] }),
      /contains messages/,
    ],
    'contains an interaction without a path': [
      text({ interactions: [http, { ...http, request: { method: 'GET' } }] }),
      /interactions\[1\]\.request has no method or path/,
    ],
    'contains an interaction without a response': [
      text({ interactions: [{ ...http, response: undefined }] }),
      /interactions\[0\]\.response has no status/,
    ],
    'needs a plugin': [
      text({ metadata: { pactSpecification: { version: '4.0' }, plugins: [{ name: 'protobuf' }] } }),
      /needs a Pact plugin/,
    ],
    'is very deep': [
      text({ deep: undefined }).replace('{', `{"deep":${'['.repeat(200_000)}${']'.repeat(200_000)},`),
      /nested more than 100 levels deep/,
    ],
  };
  for (const [what, [content, says]] of Object.entries(bad))
    it(`that ${what} is a usage error in one line`, async () => {
      writeFileSync(path('pact.json'), content);
      const fault = await faultOf('pact.json');
      expect(fault).to.be.instanceOf(UsageError);
      expect(fault?.message).to.match(says).and.to.contain('pact.json').and.to.not.contain('\n');
    });

  it('that is missing, a link, a pipe or too large is rejected without reading', async () => {
    writeFileSync(path('good.json'), text());
    symlinkSync(path('good.json'), path('link.json'));
    execFileSync('mkfifo', [path('pipe.json')]);
    writeFileSync(path('large.json'), '');
    truncateSync(path('large.json'), 200 * 1024 * 1024);
    for (const [name, says] of [
      ['missing.json', /missing\.json cannot be used as a pact: there is no such file/],
      ['link.json', /it is a symbolic link/],
      ['pipe.json', /it is a pipe/],
      ['large.json', /it has 200 MiB, and at most 32 MiB are read/],
    ] as const) {
      const fault = await faultOf(name);
      expect(fault, name).to.be.instanceOf(UsageError);
      expect(fault?.message).to.match(says);
    }
  });

  it('may be in a directory, whose *.json are read in order; an empty one is a usage error', async () => {
    mkdirSync(path('many'));
    mkdirSync(path('none'));
    for (const name of ['b.json', 'a.json', 'c.txt']) writeFileSync(path(`many/${name}`), text());
    const pacts = await readPacts([path('many'), path('many/a.json')]);
    expect(pacts.map((one) => one.source)).to.deep.equal([path('many/a.json'), path('many/b.json')]);
    expect((await faultOf('none'))?.message).to.match(/contains no \*\.json/);
  });

  it('of specification 2, 3 or 4, or of none, is read with its states', () => {
    const states = (version: string | undefined, rest: object) => {
      const pact = readPact(
        'x',
        text({
          interactions: [{ ...http, ...rest }],
          metadata: version === undefined ? undefined : { pactSpecification: { version } },
        }),
      );
      if (typeof pact === 'string') throw new Error(pact);
      return [pact.specification, pact.interactions[0]?.states];
    };
    const params = { students: 3 };
    expect(states('2.0.0', { providerState: 'a' })).to.deep.equal([2, [{ name: 'a', params: {} }]]);
    expect(states('3.0.0', { providerStates: [{ name: 'b', params }] })).to.deep.equal([
      3,
      [{ name: 'b', params }],
    ]);
    expect(states('4.0', { providerStates: [] })).to.deep.equal([4, []]);
    expect(states(undefined, {})).to.deep.equal([3, []]);
  });
});
