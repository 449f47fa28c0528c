import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { zipSync } from 'fflate';
import { UsageError } from '../../errors.ts';
import { withFolder } from '../../testing.ts';
import { createTrafficCollector } from './captured.ts';
import { kindOfFile } from './kind.ts';
import { type CaptureKind, readCapture } from './read-capture.ts';

const hex = (text: string) => Buffer.from(text, 'hex');
const archive = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array([1])])));

/** Formats that are not read, how they begin, what they are called, and a word of the way to a HAR file. */
const table: readonly (readonly [string | Uint8Array, RegExp, RegExp])[] = [
  [hex('d4c3b2a1020004000000000000000000'), /packet capture/, /mitmproxy/],
  [hex('0a0d0d0ab40000004d3c2b1a01000000'), /packet capture/, /mitmproxy/],
  ['1234:9:websocket;0:~8:response,400:6:reason;2:OK,', /flow file of mitmproxy/, /hardump/],
  [
    '{"info":{"_postman_id":"0b1f6b1e-7a55-4b6e-9d3a-000000000001","name":"x"},"item":[]}',
    /Postman collection/,
    /newman/,
  ],
  [
    '{"info":{"name":"x","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}}',
    /Postman collection/,
    /newman/,
  ],
  ['*   Trying 127.0.0.1:443...\n* Connected to localhost\n> GET / HTTP/1.1\n', /curl --verbose/, /proxy/],
  ['> GET /v2.0/students HTTP/1.1\n> Host: a\n', /curl --verbose/, /proxy/],
  ['GET /v2.0/students HTTP/1.1\r\nHost: a\r\n', /raw HTTP/, /proxy/],
  [hex('aced00057372'), /Charles session/, /Export Session/],
  ['[{"status":"COMPLETE","method":"GET","host":"api.clever.com"}]', /Charles session/, /Export Session/],
  ["<?xml version='1.0' encoding='UTF-8' ?><charles-session></charles-session>", /Charles/, /Export Session/],
  [archive('raw/1_c.txt', 'raw/1_s.txt', '_index.htm'), /Fiddler/, /HTTPArchive/],
  [archive('trace.trace', 'trace.network', 'resources/5f'), /Playwright trace/, /recordHar/],
  [archive('notes.txt'), /archive without a HAR/, /HAR/],
  [archive('a.har').subarray(0, 40), /damaged archive/, /HAR/],
  ['{"_type":"export","__export_format":4,"resources":[]}', /Insomnia/, /HAR/],
  ['{"constants":{"logEventTypes":{}},"events":[]}', /NetLog/, /Export HAR/],
  ['<?xml version="1.0"?>\n<items burpVersion="2024.1" exportTime="x"></items>', /Burp/, /HAR/],
  ['{"consumer":{"name":"a"},"provider":{"name":"b"},"interactions":[]}', /a pact/, /pact compare/],
  ['{"openapi":"3.1.0","info":{}}', /OpenAPI/, /captured/],
  ['WARC/1.0\r\nWARC-Type: warcinfo\r\n', /web archive/, /proxy/],
  ['127.0.0.1 - - [05/Jan/2026:12:00:00 +0000] "GET /v2.0/students HTTP/1.1" 200 5', /access log/, /proxy/],
  ["nock('https://api.clever.com:443')\n  .get('/v2.0/students')", /code that nock writes/, /output_objects/],
  [hex('28b52ffd24000000'), /compressed/, /Unpack/],
  ['{"collection":{"info":{},"item":[]}}', /not a recording of Newman/, /newman run/],
  ['[{"scope":"https://api.clever.com"}]', /not a recording of nock/, /output_objects/],
  ['interactions:\n- a\n', /not a recording of VCR/, /cassette/],
  ['interactions: [\n', /not YAML/, /again/],
  [
    'version: 1\na: &a [1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n',
    /too much/,
    /again/,
  ],
];

describe('a format that cannot be judged', () => {
  for (const [content, what, how] of table)
    it(`is named, with the way to one that can: ${what.source}`, () =>
      withFolder(async (folder) => {
        const file = join(folder, 'capture');
        writeFileSync(file, content);
        const read = async () =>
          await readCapture(file, (await kindOfFile(file)) as CaptureKind, createTrafficCollector());
        const fault = await read().then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(fault).to.be.instanceOf(UsageError);
        const { message, remedy } = fault as UsageError;
        expect(message).to.match(what);
        expect(message).to.not.match(/[\n\r]/);
        expect(remedy).to.match(how);
      }));
});
