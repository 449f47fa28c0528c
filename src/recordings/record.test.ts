import { expect } from 'chai';
import { virtualEpochMs } from '../clock.ts';
import { NothingJudgedError, SafetyStop, SuiteFault, UsageError } from '../errors.ts';
import { createLeakScanner } from '../leaks/scanner.ts';
import { publishedTexts } from '../published.ts';
import { responseOf } from '../targets/received.ts';
import { openSandboxTarget } from '../targets/sandbox.ts';
import type { Target } from '../targets/target.ts';
import { indexFile } from './file.ts';
import { quietScanner, recordingOf, recordSandbox } from './recordings-testing.ts';
import { rulesDigest } from './rules.ts';

/** A sandbox that looks like a live server, with overrides. */
function asLive(
  changes: Partial<Target> & { readonly tamper?: (answer: Response) => Promise<Response> },
): Target {
  const { tamper = async (answer) => answer, ...rest } = changes;
  const sandbox = openSandboxTarget({ seed: 4, students: 40 });
  return {
    ...sandbox,
    kind: 'live',
    origin: 'https://api.vendor-of-ours.test',
    fetch: async (request) => tamper(responseOf(await sandbox.fetch(request))),
    ...rest,
  };
}

const onlyStudents = new Set(['access/test-token', 'errors/missing-token-is-401'] as const);

describe('a recording', function () {
  this.timeout(60_000);

  it('of a server contains neither its address nor its token', async () => {
    const target = asLive({
      // Absolute links, which contain the server's address, and a header that repeats the token.
      tamper: async (answer) => {
        const text = await answer.text();
        const headers = new Headers(answer.headers);
        headers.set('x-debug', 'sandbox-district-token');
        headers.set('set-cookie', 'session=5e55104c0ffee');
        const absolute = text.replaceAll('"uri":"/', '"uri":"https://api.vendor-of-ours.test/');
        return new Response(absolute === '' ? null : absolute, { status: answer.status, headers });
      },
    });
    const { files } = await recordingOf(target, {
      ids: onlyStudents,
      scanner: createLeakScanner({ nowMs: virtualEpochMs, published: publishedTexts() }),
    });
    const all = [...files.values()].join('\n');
    for (const secret of [
      'vendor-of-ours',
      'sandbox-district-token',
      '5e55104c0ffee',
      'set-cookie',
      'x-debug',
    ])
      expect(all, secret).to.not.include(secret);
    expect(all).to.include('https://recorded.localhost/v2.0/students');
    expect(all).to.include('"x-repeats-a-token-1","replay-token-1"');
    const index = JSON.parse(files.get(indexFile) ?? '');
    expect(index).to.include({ subject: 'live', recordedAt: '2026-01-05T12:00:00.000Z' });
    expect(index.expires).to.equal('2026-07-04T12:00:00.000Z');
    expect(index.redactor).to.deep.equal({ version: 2, rules: rulesDigest() });
    await target.close();
  });

  it('of a server has new pseudonyms every time, and those of the sandbox are stable', async () => {
    const idOf = async (target: Target) => {
      const { recordings } = await recordingOf(target, { ids: new Set(['access/test-token']) });
      await target.close();
      return recordings[0]?.definitions[1]?.path;
    };
    expect(await idOf(asLive({}))).to.not.equal(await idOf(asLive({})));
    const sandbox = () => openSandboxTarget({ seed: 4, students: 40 });
    expect(await idOf(sandbox())).to.equal(await idOf(sandbox()));
  });

  it('is not created if the scanner finds a leak', async () => {
    let files = 0;
    const target = openSandboxTarget({ seed: 1, students: 5 });
    const fault = await recordingOf(target, {
      ids: onlyStudents,
      scanner: {
        ...quietScanner,
        scan: (file) =>
          file === indexFile ? [] : [{ file, kind: 'plain', at: ++files, from: 'exchange 3' }],
      },
    }).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(SafetyStop);
    expect((fault as Error).message).to.match(
      /plain in line 1 of errors\/refusals\.json \(from exchange 3\); plain in line 2 of/,
    );
    await target.close();
  });

  it('is not created from an incomplete run, from nothing, or from another recording', async () => {
    const aborted = AbortSignal.abort();
    const target = openSandboxTarget({ seed: 1, students: 5 });
    const faultOf = (other: Target, changes: Parameters<typeof recordingOf>[1]) =>
      recordingOf(other, changes).catch((error: unknown) => error);
    expect(await faultOf(target, { signal: aborted })).to.have.property('code', 'CC_INTERRUPTED');
    const readOnly = { ...target, allows: new Set<never>() };
    expect(await faultOf(readOnly, { ids: new Set(['lms/grade-passback']) })).to.be.instanceOf(
      NothingJudgedError,
    );
    expect(await faultOf({ ...target, kind: 'replay' }, {})).to.be.instanceOf(UsageError);
    await target.close();
  });

  it('is not created if a replay would be judged differently', async () => {
    const target = openSandboxTarget({ seed: 1, students: 5 });
    const allows = new Set(target.allows);
    const fault = await recordingOf(
      { ...target, allows },
      // What was allowed at first is not any more when the recording is rehearsed.
      { ids: onlyStudents, onProbe: (_, index, total) => index === total - 1 && allows.delete('test-token') },
    ).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(SuiteFault);
    expect((fault as Error).message).to.match(/judged differently from the server: access\/test-token\.$/);
    await target.close();
  });

  it('holds what a district without a class refuses, of a probe that then sends nothing', async () => {
    const ids = new Set(['lms/requires-agreement'] as const);
    const { files } = await recordSandbox({ seed: 8, students: 0 }, { ids });
    const { probes } = JSON.parse(files.get(indexFile) ?? '');
    expect(files.size).to.equal(1);
    expect(probes[0]).to.include({ name: 'lms/agreement' }).and.to.not.have.property('file');
    const names = probes[0].states.map((one: { name: string; refused?: true }) => [one.name, one.refused]);
    expect(names).to.deep.include(['an assignment exists', true]);
  });
});
