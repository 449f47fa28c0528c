import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Depth } from '../../contracts/depths.ts';
import type { ServerRequirementId } from '../../contracts/requirements/index.ts';
import { requirementsOf } from '../../src/catalogue.ts';
import { systemClock } from '../../src/clock.ts';
import { runServer, type ServerRun } from '../../src/engine/server-run.ts';
import type { ExitCode } from '../../src/errors.ts';
import { renderConsole } from '../../src/report/console/console.ts';
import { writeReports } from '../../src/report/files/write.ts';
import { exitCodeOf, type Report } from '../../src/report/model/report.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { openLiveTarget } from '../../src/targets/live.ts';
import type { Target } from '../../src/targets/target.ts';

/** Everything that a run leaves to its readers. */
export interface Judged {
  readonly run: ServerRun;
  readonly report: Report;
  readonly exitCode: ExitCode;
  /** Summary of the terminal, without colours. */
  readonly text: string;
  readonly html: string;
  readonly junit: string;
  /** What was found or said against a requirement, as one text. */
  said(id: string): string;
}

/** The requirements of these themes; of all, where `''` is among them. */
export function ofThemes(...themes: readonly string[]): ReadonlySet<ServerRequirementId> {
  const ids = requirementsOf('server').map((one) => one.id as ServerRequirementId);
  return new Set(ids.filter((id) => themes.some((theme) => theme === '' || id.startsWith(`${theme}/`))));
}

/** Judges a target as the `server` verb does, reports included, and closes it. */
export async function judge(
  target: Target,
  ids: ReadonlySet<ServerRequirementId>,
  depth?: Depth,
): Promise<Judged> {
  const folder = mkdtempSync(join(tmpdir(), 'clever-conformance-'));
  try {
    const run = await runServer({
      target,
      apis: ['data-v2.0', 'lms-v3.1'],
      ids,
      seed: 1,
      budgetShare: 1,
      ...(depth && { depth }),
      signal: new AbortController().signal,
      now: Date.now,
    });
    const { report, fault } = await writeReports(folder, run.result, {
      tool: { name: 'clever-conformance', version: '0' },
      environment: {},
      failOn: new Set(),
    });
    if (fault) throw fault;
    return {
      run,
      report,
      exitCode: run.unfinished?.exitCode ?? exitCodeOf(report),
      text: renderConsole(report, run.result, { color: false }),
      html: readFileSync(join(folder, 'report.html'), 'utf8'),
      junit: readFileSync(join(folder, 'junit.xml'), 'utf8'),
      said: (id) => JSON.stringify(report.requirements.find((row) => row.id === id)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await target.close();
  }
}

/** A server at an origin, as the command line would open it. */
export function liveAt(
  origin: string,
  options: { readonly token?: string; readonly timeoutMs?: number; readonly allowWrites?: boolean } = {},
): Target {
  return openLiveTarget({
    url: origin,
    token: options.token ?? 'test-token',
    allowWrites: options.allowWrites ?? false,
    exhaustRateLimit: false,
    timeoutMs: options.timeoutMs ?? 2_000,
    userAgent: 'clever-conformance',
  });
}

/** Serves HTTP on a free port of 127.0.0.1 while `work` runs, whatever state its connections are in afterwards. */
export function withHttp<T>(listener: RequestListener, work: (origin: string) => Promise<T>): Promise<T> {
  return serving(createServer(listener), work);
}

/** A small sandbox on a port, of which one part is bad: `spoil` answers, or says no and leaves it to the sandbox. */
export async function judgeSpoiled(
  spoil: (...args: Parameters<RequestListener>) => boolean | Promise<boolean>,
  options: { readonly timeoutMs?: number; readonly ids?: ReadonlySet<ServerRequirementId> } = {},
): Promise<Judged> {
  const sandbox = createSandbox({ seed: 1, students: 12, clock: systemClock });
  try {
    return await withHttp(
      async (incoming, outgoing) => {
        if (await spoil(incoming, outgoing)) return;
        const request = new Request(`http://127.0.0.1${incoming.url}`, {
          method: incoming.method ?? 'GET',
          headers: { authorization: incoming.headers.authorization ?? '' },
        });
        const answer = await sandbox.fetch(request);
        outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
      },
      (origin) =>
        judge(
          liveAt(origin, { token: sandbox.token, ...options }),
          options.ids ?? ofThemes('data', 'pagination'),
        ),
    );
  } finally {
    sandbox.close();
  }
}

/** A teacher as a list shows it, as little of it as there can be. */
export function teacher(id: string) {
  return { data: { id, name: { first: 'A', last: 'B' } }, uri: `/v2.0/teachers/${id}` };
}

async function serving<T>(server: Server, work: (origin: string) => Promise<T>): Promise<T> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}
