import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { UsageError } from '../errors.ts';
import { withFolder } from '../testing.ts';
import { createTrafficCollector } from './formats/captured.ts';
import { readHar } from './formats/har.ts';
import { entryOf, harOf } from './formats/har-testing.ts';
import { kindOfFile } from './formats/kind.ts';
import { inVirtualTime } from './testing.ts';

/** What is said of a file that cannot be judged; fails where it is read. */
async function refusalOf(file: string): Promise<string> {
  try {
    if ((await kindOfFile(file)) === 'har') await readHar(file, createTrafficCollector());
  } catch (fault) {
    expect(fault).to.be.instanceOf(UsageError);
    const { message, remedy } = fault as UsageError;
    expect(message).to.not.match(/[\n\r]/);
    expect(message).to.include(file);
    expect(remedy).to.match(/\w/);
    return message;
  }
  throw new Error(`${file} was read`);
}

const har = (entries: string) =>
  `{"log":{"version":"1.2","creator":{"name":"t","version":"1"},"entries":[${entries}]}}`;
const api = (more: object = {}) =>
  JSON.stringify({
    startedDateTime: '2026-01-05T12:00:00.000Z',
    time: 1,
    request: { method: 'GET', url: 'https://api.clever.com/v2.0/students', headers: [] },
    response: { status: 200, headers: [{ name: 'Date', value: 'x' }], content: { size: 2, text: '{}' } },
    ...more,
  });

const contents: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['nothing', '', /it is empty/],
  ['blanks', '  \n', /not a HAR file/],
  ['a truncated file', har(api()).slice(0, -40), /is truncated/],
  ['a file cut within an entry', har(api()).slice(0, 150), /is truncated/],
  ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), /not a HAR file/],
  ['gzip', gzipSync(har(api())), /compressed/],
  ['UTF-16', Buffer.from(`\ufeff${har(api())}`, 'utf16le'), /UTF-16/],
  ['deep nesting', har(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), /nests deeper than 200 levels/],
  ['deep nesting around the entries', `{"x":${'['.repeat(5000)}`, /nests deeper/],
  ['JSON of something else', '{"name":"package","version":"1.0.0"}', /not a HAR file/],
  ['a list', '[1,2,3]', /not a HAR file/],
  ['entries that are no list', '{"log":{"entries":{}}}', /not a HAR file/],
  ['entries in the wrong place', '{"entries":[],"log":{}}', /not a HAR file/],
  ['an entry that is not JSON', har(`${api()},{nope}`), /entry 2 is not JSON/],
  ['a frame that is not JSON', `${har(api()).slice(0, -1)},}`, /not JSON/],
  ['two documents', har(api()) + har(api()), /continues after its end/],
  [
    'an entry without an instant',
    har(api({ startedDateTime: 'yesterday' })),
    /entry 1 has no valid startedDateTime/,
  ],
  [
    'an entry without a method',
    har(api({ request: { url: 'https://api.clever.com/v2.0/students' } })),
    /entry 1 has no method/,
  ],
  ["the suite's report", '{"format":"clever-conformance/report","formatVersion":1}', /it is a report/],
  ["the suite's index", '{ "format": "clever-conformance/recordings" }', /index of a recording/],
];

describe('a file that cannot be judged', () => {
  for (const [what, content, said] of contents)
    it(`is refused in one line: ${what}`, () =>
      withFolder(async (folder) => {
        const file = join(folder, 'a.har');
        writeFileSync(file, content);
        expect(await refusalOf(file)).to.match(said);
      }));

  it('is refused where it is a link, a pipe, a folder, missing, or 2 GB, without being read', () =>
    withFolder(async (folder) => {
      const at = (name: string) => join(folder, name);
      writeFileSync(at('good.har'), har(api()));
      symlinkSync(at('good.har'), at('link.har'));
      execFileSync('mkfifo', [at('pipe.har')]);
      mkdirSync(at('folder.har'));
      const sparse = openSync(at('huge.har'), 'w');
      ftruncateSync(sparse, 2 * 1024 ** 3);
      closeSync(sparse);
      const startedMs = performance.now();
      expect(await refusalOf(at('link.har'))).to.include('a symbolic link');
      expect(await refusalOf(at('pipe.har'))).to.include('a pipe');
      expect(await refusalOf(at('folder.har'))).to.include('a directory');
      expect(await refusalOf(at('none.har'))).to.include('there is no such file');
      expect(await refusalOf(at('huge.har'))).to.include('2048 MiB, and at most 200 MiB are read');
      expect(performance.now() - startedMs).to.be.below(2000);
    }));

  it('is accepted if only irrelevant entries are malformed', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'a.har');
      const odd = [
        'null',
        '{"request":{"url":"data:text/plain,x"}}',
        '{"request":{"url":"https://cdn.example/x.js","method":"GET"}}',
        '{"startedDateTime":"2026-01-05T12:00:00Z","request":{"url":"https://cdn.example/x.js","method":"GET","headers":{}}}',
        '{"__proto__":{"polluted":true},"request":{"url":"https://api.clever.com/v2.0/__proto__","method":"GET"}}',
        api({
          request: {
            method: 'GET',
            url: 'https://api.clever.com/v2.0/students',
            headers: [{ name: '__proto__', value: 'x' }, null, { name: 1 }],
          },
        }),
      ];
      writeFileSync(file, `\ufeff ${har(odd.join(' , '))}\n`);
      const collector = createTrafficCollector();
      await readHar(file, collector);
      const { exchanges, tally } = collector.finish(1);
      expect([tally.entries, exchanges.length]).to.deep.equal([6, 1]);
      expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
    }));
});

describe('a HAR file', () => {
  it('is read alike, however its bytes are cut into pieces', async () => {
    const caught = await inVirtualTime(async ({ fetch, sandbox }) => {
      const headers = { authorization: `Bearer ${sandbox.token}` };
      await fetch(new Request('https://api.clever.com/v2.0/students?limit=3', { headers }));
    });
    const { createListScanner } = await import('./formats/scanner.ts');
    const bytes = Buffer.from(harOf(caught));
    const whole = JSON.stringify(entryOf(caught[0]!));
    for (const size of [1, 2, 3, 7, 64, bytes.length]) {
      const items: string[] = [];
      const scanner = createListScanner({
        path: ['log', 'entries'],
        maxItemBytes: 1e6,
        maxFrameBytes: 1e6,
        onItem: (text) => items.push(text),
      });
      for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
      expect(JSON.parse(scanner.end()).log.entries).to.deep.equal([]);
      expect(items).to.deep.equal([whole]);
    }
  });
});
