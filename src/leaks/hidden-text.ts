/** Text decoded from base64 or hex digits. */
export interface HiddenText {
  readonly text: string;
  readonly kind: 'base64' | 'hex';
}

/** Eight characters are eleven in base64; MIME allows line breaks within. */
const base64Run = /[A-Za-z0-9+/_-]{11,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*/g;
/** Of any number of digits: what precedes the value may end with a digit. */
const hexRun = /[0-9a-fA-F](?:[ :]?[0-9a-fA-F]){15,}/g;
const onlyHex = /^[0-9a-fA-F-]*$/;
/** Shorter decoded text is ignored. */
const shortest = 8;
const minRunLength = 11;

const none = Buffer.alloc(0);
const sextets = new Int8Array(128).fill(-1);
for (const [at, char] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  sextets[char.charCodeAt(0)] = at;
sextets['-'.charCodeAt(0)] = 62;
sextets['_'.charCodeAt(0)] = 63;

/** All text encoded in base64 (both alphabets, any alignment) or hex digits. */
export function* hiddenTexts(text: string): Generator<HiddenText> {
  if (text.length < minRunLength) return;
  for (const [run] of text.matchAll(base64Run)) {
    if (onlyHex.test(run)) continue;
    const digits = sextetsOf(run);
    for (let start = 0; start < 4; start++)
      for (const found of legible(bytesOf(digits, start))) yield { text: found, kind: 'base64' };
  }
  for (const [run] of text.matchAll(hexRun)) {
    const digits = run.replace(/[ :]/g, '');
    for (let start = 0; start < 2; start++)
      for (const found of legible(Buffer.from(digits.slice(start), 'hex')))
        yield { text: found, kind: 'hex' };
  }
}

function sextetsOf(run: string): Uint8Array {
  const digits = new Uint8Array(run.length);
  let length = 0;
  for (let at = 0; at < run.length; at++) {
    const digit = sextets[run.charCodeAt(at)] ?? -1;
    if (digit >= 0) digits[length++] = digit;
  }
  return digits.subarray(0, length);
}

function bytesOf(digits: Uint8Array, start: number): Buffer {
  const count = Math.floor(((digits.length - start) * 3) / 4);
  if (count < shortest) return none;
  const bytes = Buffer.allocUnsafe(count);
  let into = 0;
  for (let at = start; into < count; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [digits[at], digits[at + 1], digits[at + 2], digits[at + 3]];
    bytes[into++] = (a << 2) | (b >> 4);
    if (into < count) bytes[into++] = ((b & 15) << 4) | (c >> 2);
    if (into < count) bytes[into++] = ((c & 3) << 6) | d;
  }
  return bytes;
}

/** Byte ranges that may be text. A NUL between letters indicates UTF-16. */
function* legible(bytes: Buffer): Generator<string> {
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 1;
    const isText = (byte >= 0x20 && byte !== 0x7f) || byte === 9 || byte === 10 || byte === 13 || byte === 0;
    if (isText) continue;
    if (at - start >= shortest) yield bytes.toString('utf8', start, at);
    start = at + 1;
  }
}
