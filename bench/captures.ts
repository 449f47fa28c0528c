/**
 * `npm run build && node bench/captures.ts [megabytes of the largest, default 40]`: what `judge` takes for a capture of a whole walk over different
 * records, how that grows from a quarter of it, and its peak.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVirtualClock } from '../src/clock.ts';
import { createSandbox } from '../src/library/sandbox.ts';
import { runBuilt } from './built.ts';

const [megabytes = 40] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'clever-bench-'));
try {
  const taken = [];
  for (const size of [megabytes / 4, megabytes / 2, megabytes]) {
    const file = join(folder, `${size}.har`);
    const entries = await writeCapture(file, size * 1e6);
    const { cpuMs, peakMb } = runBuilt(['judge', file, '--quiet']);
    taken.push(cpuMs);
    process.stdout.write(
      `${size} MB, ${entries} requests: ${(cpuMs / 1000).toFixed(1)} s of processor, ${(cpuMs / 1000 / size).toFixed(2)} s per MB, peak ${peakMb.toFixed(0)} MiB\n`,
    );
  }
  const [first = 1, , last = 1] = taken;
  process.stdout.write(`growth exponent ${(Math.log(last / first) / Math.log(4)).toFixed(2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A HAR of walks over the lists of districts, each with another seed, until its bodies have so many characters. */
async function writeCapture(file: string, characters: number): Promise<number> {
  const out = openSync(file, 'w');
  let [left, entries] = [characters, 0];
  writeSync(out, '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[');
  for (let seed = 1; left > 0; seed++) {
    const clock = createVirtualClock();
    await using sandbox = createSandbox({ seed, students: 5000, clock });
    for (const list of ['students', 'contacts', 'sections', 'teachers'])
      for (let next: string | undefined = `/v2.0/${list}?limit=100`; next !== undefined && left > 0; ) {
        const url: string = `https://api.example.test${next}`;
        const response = await sandbox.fetch(url, { headers: { authorization: `Bearer ${sandbox.token}` } });
        const text = await response.text();
        left -= text.length;
        writeSync(
          out,
          `${entries++ === 0 ? '' : ','}${JSON.stringify(entryOf(url, sandbox.token, response, text, clock.now()))}`,
        );
        clock.advance(100);
        next = (JSON.parse(text) as { links: { rel: string; uri: string }[] }).links.find(
          ({ rel }) => rel === 'next',
        )?.uri;
      }
  }
  writeSync(out, ']}}');
  closeSync(out);
  return entries;
}

function entryOf(url: string, token: string, response: Response, text: string, atMs: number): object {
  const headers = [...response.headers].map(([name, value]) => ({ name, value }));
  return {
    startedDateTime: new Date(atMs).toISOString(),
    time: 50,
    request: {
      method: 'GET',
      url,
      httpVersion: 'HTTP/1.1',
      headers: [{ name: 'authorization', value: `Bearer ${token}` }],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: response.status,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      headers,
      cookies: [],
      content: { size: text.length, mimeType: 'application/json', text },
      redirectURL: '',
      headersSize: -1,
      bodySize: text.length,
    },
    cache: {},
    timings: { send: 0, wait: 50, receive: 0 },
  };
}
