import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { SaxesParser } from 'saxes';
import type { PactReport } from '../../pacts/pact-result.ts';
import { committedFolder } from '../../pacts/testing.ts';
import { withFolder, withServer } from '../testing.ts';
import { cli, interaction, withSandbox, writePactFile } from './testing.ts';

describe('pact verify on the command line', function () {
  this.timeout(60_000);

  it('verifies the committed pacts against a server with provider states, and writes report and JUnit', () =>
    withFolder((folder) =>
      withSandbox(async (origin, token) => {
        const args = [
          'verify',
          committedFolder,
          '--target',
          origin,
          '--states',
          `${origin}/_states`,
          '--json',
          '--out',
          folder,
        ];
        const { code, stdout, stderr } = await cli(args, { CLEVER_TOKEN: token });
        const report = JSON.parse(stdout) as PactReport;
        expect(
          report.pacts.flatMap((one) => one.interactions.filter((each) => each.outcome !== 'passed')),
        ).to.deep.equal([]);
        expect(report.counts).to.include({ failed: 0, untested: 0 });
        expect(report.counts.passed).to.be.above(100);
        expect([code, stderr]).to.deep.equal([0, '']);
        expect(readFileSync(join(folder, 'pact-report.json'), 'utf8')).to.equal(stdout);
        const junit = readFileSync(join(folder, 'junit.xml'), 'utf8');
        new SaxesParser().write(junit).close();
        expect(junit).to.contain(`tests="${report.counts.passed}" failures="0"`);
      }),
    ));

  it('shows what failed and where, without terminal or CI control sequences', () =>
    withFolder(async (folder) => {
      const file = writePactFile(
        folder,
        interaction('good'),
        interaction('::error::\u001b[2J bad', {
          response: { status: 200, headers: { 'X-Evil': '\u001b]0;x\u0007' }, body: { data: 'no list' } },
        }),
      );
      const { code, stdout } = await cli(['verify', file, '--out', folder]);
      expect(code).to.equal(1);
      expect(stdout).to.contain('1 of 2 interactions passed').and.to.contain('header X-Evil: ');
      expect(stdout).to.contain('body $.data: ').and.to.contain('non-conforming: ');
      expect(stdout).to.not.match(/[\u0000-\u0009\u000b-\u001f]/);
      expect(stdout).to.not.match(/^\s*::/m);
      const junit = readFileSync(join(folder, 'junit.xml'), 'utf8');
      new SaxesParser().write(junit).close();
      expect(junit).to.contain('failures="1"');
    }));

  it('shows no values of a server that may contain real data', () =>
    withFolder((folder) =>
      withServer(
        (request, response) => {
          response.setHeader('content-type', 'application/json');
          response.setHeader('x-person', 'Adalbert');
          response.end(request.url === '/v2.0/districts' ? '{}' : '{"data":[{"data":{"name":"Adalbert"}}]}');
        },
        async (origin) => {
          const body = { data: [{ data: { name: 5, age: 7 } }] };
          const file = writePactFile(
            folder,
            interaction('x', { response: { status: 200, headers: { 'X-Person': 'Robin' }, body } }),
          );
          const { code, stdout } = await cli(['verify', file, '--target', origin, '--out', folder], {
            CLEVER_TOKEN: 't',
          });
          expect(code).to.equal(1);
          expect(stdout)
            .to.contain('body $.data[0].data.name: ')
            .and.to.contain('got a string of 8 characters');
          for (const text of [
            stdout,
            readFileSync(join(folder, 'pact-report.json'), 'utf8'),
            readFileSync(join(folder, 'junit.xml'), 'utf8'),
          ])
            expect(text).to.not.contain('Adalbert');
        },
      ),
    ));

  it('only reads a server without a state endpoint, and reports what stays untested', () =>
    withFolder((folder) =>
      withServer(
        (request, response) => {
          expect(request.method).to.equal('GET');
          response.end('{}');
        },
        async (origin) => {
          const post = { request: { method: 'POST', path: '/v3.1/sections/x/assignments' } };
          const state = { providerStates: [{ name: 'an assignment exists' }] };
          const verify = (...more: readonly string[]) =>
            cli(['verify', join(folder, 'pact.json'), '--target', origin, '--out', folder, ...more], {
              CLEVER_TOKEN: 't',
            });
          writePactFile(
            folder,
            interaction('good'),
            interaction('write', post),
            interaction('arranged', state),
          );
          const { code, stdout } = await verify();
          expect(code).to.equal(0);
          expect(stdout).to.contain(
            'POST writes, and only reads are sent to a server without a state endpoint',
          );
          expect(stdout)
            .to.contain('it needs the provider state "an assignment exists"')
            .and.to.contain('2 untested');
          expect((await verify('--fail-on', 'untested')).code).to.equal(1);
          writePactFile(folder, interaction('write', post));
          const nothing = await verify();
          expect([nothing.code, nothing.stdout]).to.satisfy(
            ([one, text]: [number, string]) => one === 5 && text.includes('no interaction was verified'),
          );
        },
      ),
    ));

  it('gives no verdict on a server that is unreachable or rejects the token', () =>
    withFolder(async (folder) => {
      const file = writePactFile(folder, interaction('x'));
      const verify = (origin: string) =>
        cli(['verify', file, '--target', origin, '--out', folder], { CLEVER_TOKEN: 't' });
      const refused = await withServer((_, response) => response.writeHead(401).end(), verify);
      expect([refused.code, refused.stderr]).to.deep.equal([4, refused.stderr]);
      expect(refused.stderr).to.contain('rejected the token (401)');
      const gone = await withServer(
        () => {},
        async (origin) => origin,
      ).then(verify);
      expect(gone.code).to.equal(4);
      expect(gone.stderr).to.contain('is unreachable');
    }));

  it('stops after a 429 and exits with a safety stop', () =>
    withFolder(async (folder) => {
      const file = writePactFile(folder, interaction('one'), interaction('two'), interaction('three'));
      let requests = 0;
      const { code, stderr } = await withServer(
        (_, response) => response.writeHead(++requests > 1 ? 429 : 200).end('{}'),
        (origin) => cli(['verify', file, '--target', origin, '--out', folder], { CLEVER_TOKEN: 't' }),
      );
      expect([code, requests]).to.deep.equal([6, 2]);
      expect(stderr).to.contain('returned 429');
    }));

  it('does not follow redirects and limits the body size', () =>
    withFolder(async (folder) => {
      const file = writePactFile(
        folder,
        interaction('moved'),
        interaction('endless', { request: { method: 'GET', path: '/v2.0/schools' } }),
      );
      const seen: string[] = [];
      const { code, stdout } = await withServer(
        (request, response) => {
          seen.push(request.url ?? '');
          if (request.url === '/v2.0/terms') response.writeHead(302, { location: '/elsewhere' }).end();
          else if (request.url !== '/v2.0/schools') response.end('{}');
          else {
            const pour = () => {
              while (!response.destroyed && response.write('x'.repeat(1024 * 1024)));
            };
            response.on('drain', pour).on('error', () => {});
            pour();
          }
        },
        (origin) => cli(['verify', file, '--target', origin, '--out', folder], { CLEVER_TOKEN: 't' }),
      );
      expect(code).to.equal(1);
      expect(seen).to.deep.equal(['/v2.0/districts', '/v2.0/terms', '/v2.0/schools']);
      expect(stdout).to.contain('larger than 32 MiB').and.to.contain('was 302');
    }));

  it('reports an unknown state before running, with the nearest and all known states', () =>
    withFolder(async (folder) => {
      const file = writePactFile(
        folder,
        interaction('x', { providerStates: [{ name: 'a distrct with 5 students' }] }),
      );
      const { code, stdout, stderr } = await cli(['verify', file, '--out', join(folder, 'out')]);
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr)
        .to.contain('did you mean "a district with {students} students"?')
        .and.to.contain('"the clock moves {seconds}"');
      expect(stderr.trim().split('\n')).to.have.length(1);
      expect(existsSync(join(folder, 'out'))).to.equal(false);
    }));
});
