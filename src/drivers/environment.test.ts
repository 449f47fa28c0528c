import { expect } from 'chai';
import { createVirtualClock } from '../clock.ts';
import type { Assignment } from './driver.ts';
import { environmentFor } from './environment.ts';

const assignment: Assignment = {
  scenario: 'pagination/sample',
  baseUrl: 'http://127.0.0.1:1',
  token: 'given',
  job: 'sync:students',
  input: { section_id: 's' },
  stateDir: '/tmp/state',
  fetch: () => Promise.reject(new Error('not used')),
  clock: createVirtualClock(),
};

describe('the environment of a client', () => {
  it('is the environment of the user plus the protocol', () => {
    expect(
      environmentFor(assignment, { PATH: '/bin', CLEVER_JOB: 'old', CLEVER_SECOND_TOKEN: 'x' }),
    ).to.deep.equal({
      PATH: '/bin',
      CLEVER_BASE_URL: 'http://127.0.0.1:1',
      CLEVER_TOKEN: 'given',
      CLEVER_JOB: 'sync:students',
      CLEVER_JOB_INPUT: '{"section_id":"s"}',
      CLEVER_STATE_DIR: '/tmp/state',
      CLEVER_SCENARIO: 'pagination/sample',
    });
  });

  it('contains no secrets of the user, and no proxy', () => {
    const names = [
      'GITHUB_TOKEN',
      'AWS_SECRET_ACCESS_KEY',
      'DB_PASSWORD',
      'STRIPE_API_KEY',
      'https_proxy',
      'ALL_PROXY',
    ];
    const own = Object.fromEntries(names.map((name) => [name, 'x']));
    expect(Object.keys(environmentFor(assignment, own)).filter((name) => names.includes(name))).to.deep.equal(
      [],
    );
  });

  it('keeps what language runtimes need', () => {
    const own = {
      HOME: '/h',
      LANG: 'C',
      JAVA_HOME: '/j',
      VIRTUAL_ENV: '/v',
      GEM_HOME: '/g',
      PYTHONPATH: '/p',
    };
    expect(environmentFor(assignment, own)).to.include(own);
  });
});
