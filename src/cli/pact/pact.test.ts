import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { PactReport } from '../../pacts/pact-result.ts';
import { runCli, withFolder } from '../testing.ts';
import { cli, interaction, withSandbox, writePactFile } from './testing.ts';

/** A HAR entry. */
async function harEntry(url: string, token: string) {
  const authorization = `Bearer ${token}`;
  const answer = await fetch(url, { headers: { authorization } });
  const text = await answer.text();
  const listed = (headers: Iterable<readonly [string, string]>) =>
    [...headers].map(([name, value]) => ({ name, value }));
  return {
    startedDateTime: new Date().toISOString(),
    time: 5,
    request: {
      method: 'GET',
      url,
      httpVersion: 'HTTP/1.1',
      headers: listed([['authorization', authorization]]),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: answer.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: listed(answer.headers),
      cookies: [],
      content: { size: text.length, mimeType: answer.headers.get('content-type') ?? '', text },
      redirectURL: '',
      headersSize: -1,
      bodySize: text.length,
    },
    cache: {},
    timings: { send: 0, wait: 5, receive: 0 },
  };
}

describe('the verb pact', function () {
  this.timeout(60_000);

  const misused: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
    'nothing to verify': [['verify'], /No pacts given/],
    'files and a broker': [['verify', 'x.json', '--broker', 'http://127.0.0.1:9'], /cannot be combined/],
    'states without a target': [
      ['verify', 'x.json', '--states', 'http://127.0.0.1:9/'],
      /--states requires --target/,
    ],
    'a broker without a provider': [
      ['verify', '--broker', 'http://127.0.0.1:9'],
      /requires the name of the provider/,
    ],
    'a password in the address of a broker': [
      ['verify', '--broker', 'http://a:b@127.0.0.1:9', '--provider', 'p'],
      /contains a user name/,
    ],
    'selectors that are not JSON': [
      ['verify', '--broker', 'http://127.0.0.1:9', '--provider', 'p', '--consumer-version-selectors', 'main'],
      /--consumer-version-selectors is not JSON/,
    ],
    'publishing without a version': [
      ['verify', '--broker', 'http://127.0.0.1:9', '--provider', 'p', '--publish'],
      /requires a provider version/,
    ],
    'publishing responses of a real server': [
      [
        'verify',
        '--broker',
        'http://127.0.0.1:9',
        '--provider',
        'p',
        '--publish',
        '--provider-version',
        '1',
        '--target',
        'http://127.0.0.1:9',
      ],
      /not allowed for a server that may contain real data/,
    ],
    'an API that does not exist': [['verify', 'x.json', '--api', 'data-v3'], /Did you mean data-v3/],
    'a broker with an API': [
      ['verify', '--broker', 'http://127.0.0.1:9', '--provider', 'p', '--api', 'data-v3.1'],
      /--api and --broker cannot be combined/,
    ],
    'a flag of the broker alone': [['verify', 'x.json', '--publish'], /--publish requires --broker/],
    'a missing file': [
      ['compare', 'missing.json'],
      /missing\.json cannot be used as a pact: there is no such file/,
    ],
    'an export without a name': [['export', 'x', '--consumer', ' '], /--consumer is not a valid name/],
    'an export of nothing': [['export', 'missing', '--consumer', 'a'], /missing cannot be read \(ENOENT\)/],
  };

  for (const [what, [args, says]] of Object.entries(misused))
    it(`rejects ${what} as a usage error`, async () => {
      const { code, stdout, stderr } = await cli(args, { CLEVER_TOKEN: 't' });
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.match(says);
      expect(stderr.trim().split('\n')).to.have.length(1);
    });

  it('compares with the documents: exit 1 with both locations, and a report on request', () =>
    withFolder(async (folder) => {
      const query = { query: { limit: ['20000'] } };
      const file = writePactFile(
        folder,
        interaction('greedy', { request: { ...interaction('').request, ...query } }),
      );
      const { code, stdout } = await cli(['compare', file, '--out', folder]);
      expect(code).to.equal(1);
      expect(stdout).to.contain('request interactions[0].request.query.limit: ');
      expect(stdout).to.contain('document: data-v2.0 paths./terms.get.parameters[0].schema.maximum');
      const report = JSON.parse(readFileSync(join(folder, 'pact-report.json'), 'utf8')) as PactReport;
      expect(report).to.include({ verb: 'compare', verdict: 'non-conforming' });
      writePactFile(folder, interaction('modest'));
      expect((await cli(['compare', file])).code).to.equal(0);
    }));

  it('judges only interactions of the chosen APIs, of two that share a prefix too', () =>
    withFolder(async (folder) => {
      const get = (path: string) =>
        interaction(path, { request: { ...interaction('').request, path }, response: { status: 404 } });
      const section = '/v3.1/sections/x';
      const file = writePactFile(folder, get(section), get(`${section}/assignments/x`), get('/v2.0/terms/x'));
      for (const verb of ['verify', 'compare']) {
        const { stdout } = await cli([verb, file, '--api', 'data-v3.1', '--out', folder, '--json']);
        const { pacts } = JSON.parse(stdout) as PactReport;
        expect(pacts[0]?.interactions.map(({ outcome, why }) => [outcome, why])).to.deep.equal([
          ['passed', undefined],
          ['untested', 'it is of lms-v3.1, and --api chooses data-v3.1'],
          ['untested', 'it is of data-v2.0, and --api chooses data-v3.1'],
        ]);
      }
    }));

  it('exports a redacted pact that verifies from a HAR', () =>
    withFolder(async (folder) => {
      const har = join(folder, 'traffic.har');
      const out = join(folder, 'pact.json');
      const paths = ['/v2.0/students?limit=2', '/v2.0/terms', '/v2.0/students?limit=10001'];
      const entries = await withSandbox((origin, token) =>
        Promise.all(paths.map((path) => harEntry(origin + path, token))),
      );
      writeFileSync(
        har,
        JSON.stringify({ log: { version: '1.2', creator: { name: 'a test', version: '1' }, entries } }),
      );
      const exported = await cli(['export', har, '--consumer', 'Roster Sync', '--out', out]);
      expect([exported.code, exported.stdout]).to.deep.equal([0, '']);
      expect(exported.stderr).to.contain('3 interactions from 3 exchanges');
      const [student] = (
        JSON.parse(entries[0]?.response.content.text ?? '{}') as {
          data: { data: { id: string; sis_id: string } }[];
        }
      ).data;
      const text = readFileSync(out, 'utf8');
      expect(text).to.not.contain(student?.data.id).and.to.not.contain(student?.data.sis_id);
      const { code, stdout } = await cli(['verify', out, '--out', folder]);
      expect(stdout).to.contain('Roster Sync → clever  3 of 3 interactions passed');
      expect(code).to.equal(0);
    }));

  it('exits with 3 and one line if the native core is missing, and every other verb still works', () =>
    withFolder(async (folder) => {
      const env = { PACT_PREBUILD_PACKAGE_LOCATION: join(folder, 'nowhere') };
      const run = (...args: readonly string[]) => runCli(args, { cwd: folder, env });
      const file = writePactFile(folder, interaction('x'));
      const verify = await run('pact', 'verify', file);
      expect([verify.code, verify.stdout]).to.deep.equal([3, '']);
      expect(verify.stderr).to.match(/^error: Pact's native core could not be loaded: .*npm install/);
      expect(verify.stderr.trim().split('\n')).to.have.length(1);
      expect((await run('pact', 'compare', file)).code).to.equal(0);
      expect((await run('list')).code).to.equal(0);
    }));
});
