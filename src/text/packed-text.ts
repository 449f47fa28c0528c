import { hash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { RecordedResponse } from '../exchange.ts';
import { entryOf } from '../maps.ts';
import { createListCutter, type ListText } from './list-text.ts';

/** Characters. Shorter texts take little, and are read more often. */
const minLength = 16 * 1024;
/** The fastest level: JSON of records shrinks to a sixth at 400 MB a second, and is read again as fast. */
const params = { [constants.ZSTD_c_compressionLevel]: 1 };
/** A buffer that is filled to its end is followed by another one, even if nothing is left. */
const spare = 64;

/** A long text that is kept compressed. */
export class PackedText {
  /** Characters. */
  readonly length: number;
  readonly #bytes: Uint8Array;
  /** Of the text in UTF-8. */
  readonly #byteLength: number;

  constructor(text: string) {
    this.length = text.length;
    const bytes = Buffer.from(text);
    this.#byteLength = bytes.byteLength;
    // A copy, because zlib returns a view of a larger buffer.
    this.#bytes = new Uint8Array(zstdCompressSync(bytes, { params, chunkSize: bytes.byteLength >> 2 }));
  }

  /** The text, decompressed at each call. */
  get text(): string {
    // In one piece: many small ones, put together, take twice the memory and up to three times as long.
    return zstdDecompressSync(this.#bytes, { chunkSize: this.#byteLength + spare }).toString('utf8');
  }
}

/** A text that is cut into items if it is a list, or compressed if it is long. */
export type StoredText = string | ListText | PackedText;

export function readText(stored: StoredText): string {
  return typeof stored === 'string' ? stored : stored.text;
}

/** Stores the texts of a run: equal ones, and equal items of lists, once. */
export interface TextStore {
  store(text: string): StoredText;
  /** The list of these items, each in its place. */
  storeList(list: ListText): StoredText;
  /** An item of lists, kept once. */
  storeItem(text: string): string;
}

export function createTextStore(): TextStore {
  const known = new Map<string, StoredText>();
  const { cut, once } = createListCutter();
  const numbers = new Map<string, number>();
  const numberOf = (item: string) => entryOf(numbers, item, () => numbers.size);
  const storeList = (list: ListText) => {
    const key = `${list.head}\n${list.items.map(numberOf).join()}\n${list.tail}`;
    return entryOf(known, key, () => list);
  };
  return {
    storeItem: once,
    storeList,
    store: (text) => {
      const list = cut(text);
      if (list) return storeList(list);
      if (text.length < minLength) return text;
      const key = hash('sha1', text, 'base64');
      return entryOf(known, key, () => pack(text));
    },
  };
}

/** UTF-8 cannot store half a surrogate pair, so such a text stays as it is. */
function pack(text: string): StoredText {
  return text.isWellFormed() ? new PackedText(text) : text;
}

const storedBody = Symbol('stored body');

/** One getter for all responses: with one of its own, each would take twice the memory. */
const readStoredBody = {
  enumerable: true,
  get(this: { readonly [storedBody]: StoredText }): string {
    return readText(this[storedBody]);
  },
};

/** A response whose `body` is read from the stored text at each call. A copy of its members has the whole text. */
export function responseWith(
  { status, headers, ...rest }: Omit<RecordedResponse, 'body'>,
  stored: StoredText,
): RecordedResponse {
  if (typeof stored === 'string') return { status, headers, body: stored, ...rest };
  const response = Object.defineProperty({ status, headers }, 'body', readStoredBody);
  // Not enumerable: a copy may get another body.
  Object.defineProperty(response, storedBody, { value: stored });
  return Object.assign(response, rest) as RecordedResponse;
}

/** A response that came at another time; its body stays stored as it is. */
export function receivedAt(response: RecordedResponse, receivedAtMs: number): RecordedResponse {
  const { status, headers, notKept, isNotUtf8 } = response;
  const parts = {
    status,
    headers,
    ...(notKept === undefined ? {} : { notKept }),
    ...(isNotUtf8 === undefined ? {} : { isNotUtf8 }),
    receivedAtMs,
  };
  return responseWith(parts, storedBodyOf(response));
}

/** The body as it is stored: compared and measured without decompressing it. */
export function storedBodyOf(
  response: RecordedResponse & { readonly [storedBody]?: StoredText },
): StoredText {
  return response[storedBody] ?? response.body;
}
