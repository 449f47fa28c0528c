import type { UsageError } from '../../errors.ts';
import { isObject, type Members } from '../../text/json.ts';
import { type Bodies, bodiesNextTo, withBodies } from './attached.ts';
import type { TrafficCollector } from './captured.ts';
import { readPieces, unusable } from './file.ts';
import { foreignFormat } from './foreign.ts';
import { createListScanner, ScanFault } from './scanner.ts';

/** Bytes of one entry: the largest documented page, escaped. */
const maxEntryBytes = 64 * 1024 * 1024;
/** Bytes around the entries: pages, creator, comments. */
const maxFrameBytes = 16 * 1024 * 1024;

/** Metadata of a HAR file. */
export interface HarHead {
  /** `Firefox 128`; `''` if the file does not name a tool. */
  readonly creator: string;
}

/** Tools that export HAR files, by the start of the name that they give themselves. Reports name no other: a file may say anything. */
const knownTools: readonly string[] = [
  ...[
    'Firefox',
    'Chrome',
    'Safari',
    'Edge',
    'mitmproxy',
    'Charles',
    'Fiddler',
    'Proxyman',
    'HTTP Toolkit',
    'Burp',
    'ZAP',
  ],
  ...[
    'Insomnia',
    'Postman',
    'Bruno',
    'Hoppscotch',
    'RapidAPI',
    'Paw',
    'Playwright',
    'Puppeteer',
    'Selenium',
    'Cypress',
  ],
  ...[
    'BrowserMob',
    'HttpWatch',
    'HttpCanary',
    'Wireshark',
    'Requestly',
    'Polly.JS',
    'k6',
    'WebPageTest',
    'Reqable',
  ],
];

/** Engines that browsers name instead of themselves, with versions that mean nothing to a reader. */
const engines: Readonly<Record<string, string>> = {
  WebInspector: 'Chrome',
  'WebKit Web Inspector': 'Safari',
};

/**
 * Reads a HAR file entry by entry into the collector; at most one entry is in memory besides what is kept. Throws `UsageError`
 * for any other file.
 */
export async function readHar(path: string, into: TrafficCollector): Promise<HarHead> {
  return await readHarPieces(path, readPieces(path), into, bodiesNextTo(path));
}

/** As `readHar`, of bytes from elsewhere. `path` is for messages. */
export async function readHarPieces(
  path: string,
  pieces: Iterable<Buffer> | AsyncIterable<Buffer>,
  into: TrafficCollector,
  bodies: Bodies,
): Promise<HarHead> {
  let entries = 0;
  const scanner = createListScanner({
    path: ['log', 'entries'],
    maxItemBytes: maxEntryBytes,
    maxFrameBytes,
    onItem: (text) => {
      entries++;
      const entry = parseEntry(text, path, entries);
      into.add(text.includes('"_file"') ? withBodies(entry, bodies) : entry, path, entries);
    },
  });
  try {
    let isFirst = true;
    for await (const piece of pieces) {
      scanner.push(isFirst ? startOf(piece, path) : piece);
      isFirst = false;
    }
    return headOf(scanner.end(), path);
  } catch (fault) {
    if (!(fault instanceof ScanFault)) throw fault;
    throw unusable(path, fault.message);
  }
}

/** The first piece without a byte order mark. Rejects at once what cannot be a JSON object. */
function startOf(piece: Buffer, path: string): Buffer {
  const foreign = foreignFormat(piece.subarray(0, 8192));
  if (foreign) throw unusable(path, `it is ${foreign.what}`, foreign.remedy);
  const isMarked = piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
  const body = isMarked ? piece.subarray(3) : piece;
  const start = body.find((byte) => byte > 0x20);
  if (start !== 0x7b) throw notHar(path);
  return body;
}

function parseEntry(text: string, path: string, place: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unusable(path, `entry ${place} is not JSON`, undefined, cause);
  }
}

function headOf(frame: string, path: string): HarHead {
  let value: unknown;
  try {
    value = JSON.parse(frame);
  } catch (cause) {
    throw unusable(path, 'it is not JSON', undefined, cause);
  }
  const { log } = value as { log?: unknown };
  const { entries, creator } = isObject(log) ? log : ({} as Members);
  if (!Array.isArray(entries)) throw notHar(path);
  return { creator: isObject(creator) ? toolIn(creator) : '' };
}

function toolIn({ name, version }: Members): string {
  if (typeof name !== 'string' || name === '') return '';
  if (Object.hasOwn(engines, name)) return engines[name] ?? '';
  const known = knownTools.find((tool) => new RegExp(`^${tool}(?!\\w)`, 'i').test(name));
  if (known === undefined) return 'another tool';
  const [, major = ''] = /^v?(\d{1,3})(?:\.|$)/.exec(typeof version === 'string' ? version : '') ?? [];
  return `${known} ${major}`.trim();
}

function notHar(path: string): UsageError {
  return unusable(
    path,
    'it is not a HAR file',
    "Give a HAR 1.2 file, what nock, VCR or Newman recorded, or the suite's recordings or evidence file.",
  );
}
