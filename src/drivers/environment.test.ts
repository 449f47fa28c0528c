import { expect } from 'chai';
import { createVirtualClock } from '../clock.ts';
import { UsageError } from '../errors.ts';
import type { Assignment } from './driver.ts';
import { environmentFor, readVariableNames } from './environment.ts';

const assignment: Assignment = {
  scenario: 'pagination/sample',
  baseUrl: 'http://127.0.0.1:1',
  token: 'given',
  dataVersion: 'v2.0',
  job: 'sync:students',
  input: { section_id: 's' },
  stateDir: '/tmp/state',
  fetch: () => Promise.reject(new Error('not used')),
  clock: createVirtualClock(),
};

const protocol = {
  CLEVER_BASE_URL: 'http://127.0.0.1:1',
  CLEVER_TOKEN: 'given',
  CLEVER_DATA_VERSION: 'v2.0',
  CLEVER_JOB: 'sync:students',
  CLEVER_JOB_INPUT: '{"section_id":"s"}',
  CLEVER_STATE_DIR: '/tmp/state',
  CLEVER_SCENARIO: 'pagination/sample',
};

describe('the environment of a client', () => {
  it('has the protocol, and nothing of the user that is not needed to run', () => {
    const names = [
      ...[
        'GITHUB_TOKEN',
        'AWS_SECRET_ACCESS_KEY',
        'DB_PASSWORD',
        'DB_PASS',
        'STRIPE_API_KEY',
        'STRIPE_KEY',
        'JWT',
      ],
      ...[
        'REDIS_URL',
        'DATABASE_URL',
        'MONGO_URI',
        'SENTRY_DSN',
        'PGPASSFILE',
        'SLACK_WEBHOOK',
        'OUR_CERT',
        'X',
      ],
      ...[
        'https_proxy',
        'ALL_PROXY',
        'NODE_OPTIONS',
        'JAVA_TOOL_OPTIONS',
        'NPM_CONFIG__AUTH',
        'SSH_AUTH_SOCK',
      ],
      ...['CLEVER_JOB', 'CLEVER_SECOND_TOKEN', 'PATHS', 'XPATH', 'LC', 'constructor', '__proto__'],
    ];
    const own = Object.fromEntries(names.map((name) => [name, 'x']));
    expect(environmentFor(assignment, { ...own, PATH: '/bin' })).to.deep.equal({ PATH: '/bin', ...protocol });
  });

  it('keeps what programs and language runtimes need, on any system', () => {
    const own = {
      ...{ HOME: '/h', LANG: 'C', LC_ALL: 'C', LC_CTYPE: 'UTF-8', TZ: 'UTC', TMPDIR: '/t' },
      ...{
        JAVA_HOME: '/j',
        VIRTUAL_ENV: '/v',
        GEM_HOME: '/g',
        PYTHONPATH: '/p',
        GOPATH: '/go',
        DOTNET_ROOT: '/d',
      },
      ...{ Path: 'C:', SystemRoot: 'C:', ComSpec: 'cmd', 'ProgramFiles(x86)': 'C:' },
    };
    expect(environmentFor(assignment, own)).to.deep.equal({ ...own, ...protocol });
  });

  it('has the variables that the user names, and the protocol wins', () => {
    const own = { DB_URL: 'postgres://', OTHER: 'x', CLEVER_TOKEN: 'mine' };
    expect(environmentFor(assignment, own, ['DB_URL', 'CLEVER_TOKEN'])).to.deep.equal({
      DB_URL: 'postgres://',
      ...protocol,
    });
  });

  it('names of variables are checked, and a value is never repeated', () => {
    const own = { DB_URL: 'x', HTTPS_PROXY: 'x' };
    expect(readVariableNames(['DB_URL'], own)).to.deep.equal(['DB_URL']);
    const bad: Readonly<Record<string, RegExp>> = {
      'DB_URL=hunter2': /--env DB_URL=… has a value/,
      'not a name hunter2': /not the name of a variable/,
      CLEVER_TOKEN: /cannot be passed/,
      HTTPS_PROXY: /cannot be passed/,
      MISSING: /--env MISSING is not set/,
    };
    for (const [name, says] of Object.entries(bad))
      expect(() => readVariableNames([name], own), name)
        .to.throw(UsageError, says)
        .with.property('message')
        .that.does.not.include('hunter2');
  });
});
