import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runCli, runMain, withFolder, withServer } from '../../src/cli/testing.ts';
import { exitCodes } from '../../src/errors.ts';

interface Row {
  readonly what: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly says: RegExp;
  readonly code?: number;
}

const url = 'http://127.0.0.1:9';
const env = { CLEVER_TOKEN: 'test-token' };

/** Each is one clear line: what is wrong, where, and how to fix it. */
const rows: readonly Row[] = [
  {
    what: 'an unknown verb',
    args: ['sever'],
    says: /^error: unknown command 'sever' \(Did you mean server\?\)$/,
  },
  {
    what: 'an unknown flag',
    args: ['server', '--tagret', url],
    says: /'--tagret' \(Did you mean --target\?\)$/,
  },
  {
    what: 'an unknown requirement',
    args: ['server', '--requirement', 'pagination/next-while-mor'],
    says: /no requirement "pagination\/next-while-mor"\. Did you mean pagination\/next-while-more/,
  },
  {
    what: 'a client requirement',
    args: ['server', '--requirement', 'backoff/client-waits-double'],
    says: /"backoff\/client-waits-double".*applies to clients/,
  },
  {
    what: 'an unknown requirement to explain',
    args: ['explain', 'nothing/such'],
    says: /no requirement "nothing\/such"/,
  },
  {
    what: 'a selection that matches nothing',
    args: ['server', '--grep', 'zebra'],
    says: /matches no requirement/,
    code: exitCodes.nothingJudged,
  },
  {
    what: 'an unknown level',
    args: ['list', '--level', 'must'],
    says: /--level "must" is not one of required, /,
  },
  { what: 'an unknown API', args: ['server', '--api', 'data-v2'], says: /Did you mean data-v2\.0\?/ },
  {
    what: 'a missing token',
    args: ['server', '--target', url],
    says: /CLEVER_TOKEN is not set.*export CLEVER_TOKEN=/,
  },
  {
    what: 'a missing token in a named variable',
    args: ['server', '--target', url, '--token-env', 'MY_TOKEN'],
    env,
    says: /MY_TOKEN is not set/,
  },
  {
    what: 'a missing token file',
    args: ['server', '--target', url, '--token-file', 'no-such-file'],
    says: /no-such-file cannot be read: there is no such file/,
  },
  {
    what: 'a token with a line break in it',
    args: ['server', '--target', url],
    env: { CLEVER_TOKEN: 'two\nlines' },
    says: /does not contain a valid bearer token/,
  },
  {
    what: 'not a URL',
    args: ['server', '--target', 'api.clever'],
    env,
    says: /--target "api\.clever" is not a URL/,
  },
  {
    what: 'a URL of another kind',
    args: ['server', '--target', 'ftp://x'],
    env,
    says: /neither http nor https/,
  },
  {
    what: 'a URL with a path',
    args: ['server', '--target', `${url}/v2.0`],
    env,
    says: /has a path or a query\. The suite adds \/v2\.0/,
  },
  {
    what: 'a URL with a password, which is not repeated',
    args: ['server', '--target', 'http://user:secret@127.0.0.1'],
    env,
    says: /^error: --target contains a user name or password\. Set CLEVER_TOKEN instead\.$/,
  },
  {
    what: 'a live flag without a target',
    args: ['server', '--allow-writes'],
    says: /--allow-writes requires --target/,
  },
  {
    what: 'flags that cannot be combined',
    args: ['server', '--target', url, '--allow-writes', '--read-only'],
    env,
    says: /cannot be combined/,
  },
  {
    what: 'an invalid seed',
    args: ['server', '--seed', '1e3'],
    says: /--seed "1e3" is not an integer/,
  },
  { what: 'a budget of 0', args: ['server', '--budget', '0%'], says: /--budget "0%" is not a share/ },
  { what: 'an unknown reporter', args: ['server', '--reporter', 'junt'], says: /Did you mean junit\?/ },
  {
    what: 'an unknown --fail-on',
    args: ['server', '--fail-on', 'warnings'],
    says: /--fail-on "warnings" is not one of/,
  },
  {
    what: 'a missing baseline',
    args: ['server', '--baseline', 'none.yaml'],
    says: /none\.yaml cannot be read: there is no such file/,
  },
  {
    what: 'an invalid port',
    args: ['sandbox', '--port', '70000'],
    says: /--port "70000" is not an integer/,
  },
  { what: 'a negative port', args: ['sandbox', '--port', '-1'], says: /--port "-1" is not an integer/ },
  {
    what: 'a file that is not a database',
    args: ['sandbox', '--port', '0', '--db', 'other.db'],
    says: /other\.db/,
  },
];

describe('bad input', () => {
  for (const { what, args, env: given = {}, says, code = exitCodes.usage } of rows)
    it(`${what} is answered with one line and exit code ${code}`, () =>
      withFolder(async (cwd) => {
        writeFileSync(join(cwd, 'other.db'), 'this is no database, whatever its name says');
        const ended = await runCli(args, { cwd, env: given });
        expect(ended.stdout).to.equal('');
        expect(ended.stderr.trimEnd().split('\n'), ended.stderr).to.have.length(1);
        expect(ended.stderr.trimEnd()).to.match(says);
        expect(ended.stderr).to.not.include('secret');
        expect(ended.code).to.equal(code);
        expect(readdirSync(cwd), 'nothing half-written').to.deep.equal(['other.db']);
      }));

  it('a port in use is answered with one line and exit code 2', () =>
    withFolder((cwd) =>
      withServer(
        (_request, response) => response.end(),
        async (origin) => {
          const { code, stderr } = await runCli(['sandbox', '--port', new URL(origin).port], { cwd });
          expect(code).to.equal(exitCodes.usage);
          expect(stderr.trimEnd()).to.match(/^error: .*port.*in use/i);
        },
      ),
    ));

  it('an unreadable baseline is reported with file and reason', () =>
    withFolder(async (cwd) => {
      const broken = {
        'not-yaml': '- id: [',
        'no-list': 'id: x',
        'unknown-member': '- {id: a, reason: b, expires: "2026-01-01", owners: c}',
        'no-reason': '- {id: a, expires: "2026-01-01"}',
        'not-text': '- {id: 5, reason: b, expires: "2026-01-01"}',
      };
      for (const [name, text] of Object.entries(broken)) {
        writeFileSync(join(cwd, name), text);
        const { code, stderr } = await runMain('server', '--baseline', join(cwd, name));
        expect(code, name).to.equal(exitCodes.usage);
        expect(stderr, name).to.include(`The baseline ${join(cwd, name)} `);
      }
    }));

  it('a `latest` that is a real directory is left alone, and the reports are written', () =>
    withFolder(async (cwd) => {
      mkdirSync(join(cwd, 'reports/latest'), { recursive: true });
      const { code, stderr } = await runCli(['server', '--requirement', 'access/bearer-token', '--quiet'], {
        cwd,
      });
      expect(code).to.equal(exitCodes.suiteFault);
      expect(stderr).to.include('latest');
      const runs = readdirSync(join(cwd, 'reports')).filter((name) => name !== 'latest');
      expect(runs).to.have.length(1);
      expect(existsSync(join(cwd, 'reports', runs[0] ?? '', 'report.json'))).to.equal(true);
    }));
});
