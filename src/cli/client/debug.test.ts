import { expect } from 'chai';
import type { Exchange } from '../../exchange.ts';
import { createConversationPrinter, debugEnvironment } from './debug.ts';
import { readClientFlags } from './flags.ts';

describe('client --debug', () => {
  it('prints each exchange with its time, its response and the step that made it', () => {
    let printed = '';
    const { onStart, onExchange: print } = createConversationPrinter((text) => {
      printed += text;
    });
    const request = {
      method: 'GET',
      origin: 'http://a.test',
      path: '/v2.0/students',
      headers: {},
      sentAtMs: 10_000,
    };
    const headers = { 'x-ratelimit-reset': '12' };
    const refused: Exchange = {
      seq: 0,
      request,
      response: { status: 429, headers, body: '', receivedAtMs: 10_001 },
      step: { claim: 'a/b', case: 'c', role: 'page 1 is refused' },
    };
    onStart(9500);
    print(refused);
    print({
      seq: 1,
      request: { ...request, path: '/x\x1b[2J', sentAtMs: 12_500 },
      failure: { kind: 'closed', message: 'the client closed it' },
    });
    expect(printed).to.equal(
      't=0.000  the client is started\n' +
        't=0.500  GET /v2.0/students  429 (Reset in 2 s)  [page 1 is refused]\n' +
        't=3.000  GET /x\\x1b[2J  no response: the client closed it\n',
    );
  });

  it('gives the variables of the protocol as a command for a shell', () => {
    const given = {
      baseUrl: 'http://127.0.0.1:4000',
      token: 'token',
      dataVersion: 'v2.0',
      job: 'update-submission',
      input: { body: { grade: "it's" } },
      stateDir: '/tmp/a b',
      scenario: 'lms/x',
    } as const;
    expect(debugEnvironment(given)).to.equal(
      'export CLEVER_BASE_URL=http://127.0.0.1:4000 CLEVER_TOKEN=token CLEVER_DATA_VERSION=v2.0 CLEVER_JOB=update-submission ' +
        `CLEVER_JOB_INPUT='{"body":{"grade":"it'\\''s"}}' CLEVER_STATE_DIR='/tmp/a b' CLEVER_SCENARIO=lms/x\n`,
    );
  });

  it('chooses one scenario without any time limit, for a command or for a client that is started by hand', () => {
    const debug = 'backoff/503-three-times-on-the-first-page';
    const common = { seed: '1', color: false, debug };
    const started = readClientFlags(['node', 'x.js'], common, {});
    expect(started).to.deep.include({ pattern: debug, wholeTime: true });
    expect(started.source).to.deep.include({ kind: 'command', timeoutMs: Number.POSITIVE_INFINITY });
    const byHand = readClientFlags([], common, {});
    expect(byHand.source).to.deep.equal({ kind: 'listen', idleMs: Number.POSITIVE_INFINITY });
    expect(() => readClientFlags(['x'], { ...common, debug: `${debug}s` }, {})).to.throw(
      'There is no scenario',
    );
    for (const more of [{ scenario: 'x' }, { timeout: '5' }, { jobs: '2' }, { module: 'x.js' }])
      expect(() => readClientFlags(more.module ? [] : ['x'], { ...common, ...more }, {})).to.throw(
        'cannot be combined',
      );
  });
});
