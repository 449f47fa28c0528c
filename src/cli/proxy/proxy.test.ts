import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { exitCodes, UsageError } from '../../errors.ts';
import { ask } from '../../proxy/testing.ts';
import { main } from '../main.ts';
import { runMain, withFolder } from '../testing.ts';
import { type ProxyFlags, readProxyFlags } from './flags.ts';

const id = (n: number) => n.toString(16).padStart(24, '0');
const path = '/v2.0/students';
const student = (n: number) => ({
  data: {
    id: id(n),
    name: { first: 'Hermione', last: 'Granger' },
    email: 'hermione@hogwarts.example',
    sis_id: '77001234',
  },
  uri: `${path}/${id(n)}`,
});
const page = (n: number) =>
  JSON.stringify({
    data: [student(n)],
    links: [
      { rel: 'self', uri: path },
      { rel: 'next', uri: `${path}?starting_after=${id(n)}` },
    ],
  });

/** Runs the verb in this process in front of a server while `work` talks through it, then ends it like Ctrl-C. */
async function between(
  listener: RequestListener,
  args: readonly string[],
  work: (origin: string, folder: string) => Promise<unknown>,
) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return await withFolder(async (folder) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const end = new AbortController();
    const started = Promise.withResolvers<string>();
    stderr.on('data', (piece: Buffer) => {
      const origin = /base URL (http:\/\/127\.0\.0\.1:\d+)/.exec(piece.toString())?.[1];
      if (origin !== undefined) started.resolve(origin);
    });
    const said = Promise.all([text(stdout), text(stderr)]);
    const out = join(folder, 'out');
    const code = main(['proxy', '--target', target, '--port', '0', '--out', out, ...args], {
      stdout,
      stderr,
      env: { CI: '1' },
      signal: end.signal,
    });
    try {
      await work(await Promise.race([started.promise, code.then(() => '')]), folder);
      end.abort();
      const ended = await code;
      stdout.end();
      stderr.end();
      const files = existsSync(out)
        ? readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))
        : [];
      const read = (name: string) => {
        const bytes = readFileSync(join(out, name));
        return name.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
      };
      return {
        code: ended,
        screen: (await said).join(''),
        files: new Map(files.map((name) => [name, read(name)])),
      };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}

describe('the verb proxy', function () {
  this.timeout(20_000);

  it('judges both sides on Ctrl-C, and shows and keeps no data of students', async () => {
    const token = 'token-of-hogwarts-4711';
    const { code, screen, files } = await between(
      (request, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json', 'x-who': 'Hermione' })
          .end(page(request.url === path ? 1 : 2)),
      [],
      async (origin) => {
        const headers = { authorization: `Bearer ${token}` };
        for (const one of [
          path,
          `${path}?starting_after=${id(1)}`,
          '/hermione',
          `${path}/77001234`,
          '/v2.0/hermione\u001b',
        ])
          await ask(origin, encodeURI(one), { headers }).catch(() => {});
        await ask(origin, '/v2.0/students', { method: 'HERMIONE' }).catch(() => {});
      },
    );
    expect(code).to.equal(exitCodes.nonConforming);
    expect(screen)
      .to.match(/GET \/v2\.0\/students {2}200/)
      .and.match(/a further page/);
    expect(screen)
      .to.match(/GET \/v2\.0\/students\/\{id\} {2}200/)
      .and.match(/a path that is not documented/);
    for (const side of ['server', 'client']) expect([...files.keys()]).to.include(join(side, 'report.json'));
    expect([...files.keys()]).to.include.members([
      join('recording', 'index.json'),
      join('recording', 'traffic', 'of-a-client.json'),
    ]);
    for (const [name, content] of [['the screen', screen], ...files])
      expect(content, name)
        .to.not.match(/hermione|granger|hogwarts|77001234/i)
        .and.not.include(token)
        .and.not.include('\u001b');
  });

  it('says what it injected, in the report of the client, and leaves the server out of it', async () => {
    const { screen, files } = await between(
      (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(page(1)),
      ['--inject', '503@students', '--json', '--side', 'client'],
      async (origin) => {
        expect((await ask(origin, path)).status).to.equal(503);
        expect((await ask(origin, path)).status).to.equal(200);
      },
    );
    expect(screen).to.include('injected: 503@students');
    const report = JSON.parse(files.get('report.json') ?? '{}');
    expect(report.environment.injected).to.equal('503@students once');
    const evidence = files.get('evidence.json.gz') ?? '';
    expect(evidence).to.include('503@students');
    // It did not wait.
    expect(files.get('report.html')).to.match(/503 \(injected\)/);
    const ofServer = files.get(join('recording', 'traffic', 'of-a-client.json')) ?? '';
    expect(ofServer).to.include('"status":200').and.not.include('"status":503');
  });

  it('is inconclusive about a server that answers nothing, after the reports', async () => {
    const { code, screen, files } = await between(
      (request) => request.socket.destroy(),
      [],
      (origin) => ask(origin, path).catch(() => {}),
    );
    expect(code).to.equal(exitCodes.inconclusive);
    expect(screen).to.match(/error: http:\S+ answered no request, so it could not be judged\./);
    expect([...files.keys()]).to.include('server/report.json');
  });

  it('5: nothing came through', async () => {
    const { code, screen } = await between(
      (_request, response) => response.end(),
      [],
      (origin) => ask(origin, '/other'),
    );
    expect([code, screen.includes('only 1 request to other paths')]).to.deep.equal([
      exitCodes.nothingJudged,
      true,
    ]);
  });

  it('2: a port that is taken', () =>
    between(
      (_request, response) => response.end(),
      [],
      async (origin) => {
        const { port } = new URL(origin);
        const { code, stderr } = await runMain('proxy', '--target', 'http://127.0.0.1:9', '--port', port);
        expect([code, stderr.includes('EADDRINUSE')]).to.deep.equal([exitCodes.usage, true]);
      },
    ));
});

describe('the flags of proxy', () => {
  const io = {
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    env: { CLEVER_TOKEN: 'given' },
    signal: new AbortController().signal,
  };
  const read = (flags: Partial<ProxyFlags>, command: readonly string[] = []) =>
    readProxyFlags(
      command,
      { target: 'https://api.example.test', side: 'both', seed: '1', color: false, ...flags },
      io,
    );

  it('watch by default: any free choice of the client, no token, no writes, no budget', () => {
    const { run, scenarios, budgetShare, allowWrites } = read({});
    expect(run).to.deep.equal({ kind: 'watch', port: 4020, idleMs: 300_000 });
    expect([scenarios.length, budgetShare, allowWrites]).to.deep.equal([0, undefined, false]);
    expect(read({ addToken: true }).run).to.deep.include({ token: 'given' });
  });

  it('with a command start it in every scenario, within a fifth of the rate limit', () => {
    const { run, scenarios, budgetShare } = read({}, ['sync', '--now']);
    expect(run).to.deep.include({ kind: 'start', command: ['sync', '--now'], token: 'given' });
    expect([scenarios.length > 100, budgetShare]).to.deep.equal([true, 0.2]);
    expect(
      read({ inject: ['backoff/503*', '429@page:2', 'explored:3'] }, ['sync']).scenarios.length,
    ).to.be.above(5);
  });

  for (const [what, flags, command] of [
    ['a path in the target', { target: 'https://api.example.test/v2.0' }, []],
    ['a user in the target', { target: 'https://me@api.example.test' }, []],
    ['several scenarios in one conversation', { inject: ['backoff/*'] }, []],
    ['a scenario that does not exist', { inject: ['backoff/nonsense'] }, []],
    ['a port for a client that is started', { port: '1' }, ['sync']],
    ['jobs for a client that is not', { jobs: '1' }, []],
    ['a page before the first', { inject: ['429@page:0'] }, []],
    ['a fault that never happens', { inject: ['503x0@students'] }, []],
    ['a token that is not added', { tokenEnv: 'OTHER' }, []],
    ['a port out of range', { port: '65536' }, []],
  ] as const)
    it(`refuse ${what}`, () => expect(() => read(flags, command)).to.throw(UsageError));
});
