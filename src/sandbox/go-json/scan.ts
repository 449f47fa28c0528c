import { quoteGoByte } from './quote.ts';
import { goByteAt } from './utf8.ts';

/** A JSON value as written: members in order, including duplicates; numbers as literal text. */
export type GoNode =
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'number'; readonly literal: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'array'; readonly items: GoNode[] }
  | { readonly kind: 'object'; readonly members: (readonly [string, GoNode])[] };

/** `restIgnored`: something other than white space followed the value; Go's decoder leaves it unread. */
export type GoScan = { readonly node: GoNode; readonly restIgnored: boolean } | { readonly error: string };

/** Go's limit, which protects its recursive decoder from stack overflow. */
const maxDepth = 10_000;

const nullNode: GoNode = { kind: 'null' };
const literals: Readonly<Record<string, readonly [string, GoNode]>> = {
  t: ['true', { kind: 'bool', value: true }],
  f: ['false', { kind: 'bool', value: false }],
  n: ['null', nullNode],
};

const isSpace = (char: string): boolean => char === ' ' || char === '\t' || char === '\r' || char === '\n';
const isDigit = (char: string): boolean => char >= '0' && char <= '9' && char.length === 1;

/** Unexpected end of input; not a syntax error, because the decoder words it differently. */
const ended = Symbol('ended');
type Fault = { readonly error: string } | typeof ended;
type Token = { readonly node: GoNode; readonly end: number } | Fault;

function unexpected(text: string, at: number, where: string): Fault {
  if (at >= text.length) return ended;
  return { error: `invalid character ${quoteGoByte(goByteAt(text, at))} ${where}` };
}

const isFault = (token: Token): token is Fault => token === ended || 'error' in token;

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function scanString(text: string, start: number): Token {
  let escaped = false;
  let at = start + 1;
  for (; ; at++) {
    const char = text[at];
    if (char === undefined) return ended;
    if (char === '"') break;
    if (char < ' ') return unexpected(text, at, 'in string literal');
    if (char !== '\\') continue;
    escaped = true;
    at++;
    const code = text[at];
    if (code !== 'u') {
      if (code === undefined || !'bfnrt\\/"'.includes(code))
        return unexpected(text, at, 'in string escape code');
      continue;
    }
    for (let digit = 0; digit < 4; digit++) {
      at++;
      if (!/^[0-9a-f]$/i.test(text[at] ?? ''))
        return unexpected(text, at, 'in \\u hexadecimal character escape');
    }
  }
  // Before unescaping: an invalid byte must not pair with an escaped surrogate.
  const raw = text.slice(start + 1, at).toWellFormed();
  const plain = escaped
    ? raw.replace(/\\(?:u(....)|(.))/g, (_, hex: string | undefined, char: string) =>
        hex === undefined ? (escapes[char] ?? char) : String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : raw;
  return { node: { kind: 'string', text: plain.toWellFormed() }, end: at + 1 };
}

function scanNumber(text: string, start: number): Token {
  let at = start;
  const digits = (): boolean => {
    const from = at;
    while (isDigit(text[at] ?? '')) at++;
    return at > from;
  };
  if (text[at] === '-') at++;
  if (text[at] === '0') at++;
  else if (!digits()) return unexpected(text, at, 'in numeric literal');
  if (text[at] === '.') {
    at++;
    if (!digits()) return unexpected(text, at, 'after decimal point in numeric literal');
  }
  if (text[at] === 'e' || text[at] === 'E') {
    at++;
    if (text[at] === '+' || text[at] === '-') at++;
    if (!digits()) return unexpected(text, at, 'in exponent of numeric literal');
  }
  return { node: { kind: 'number', literal: text.slice(start, at) }, end: at };
}

function scanLeaf(text: string, at: number): Token {
  const char = text[at] ?? '';
  if (char === '"') return scanString(text, at);
  if (char === '-' || isDigit(char)) return scanNumber(text, at);
  const literal = literals[char];
  if (literal === undefined) return unexpected(text, at, 'looking for beginning of value');
  const [word, node] = literal;
  for (let index = 1; index < word.length; index++) {
    if (text[at + index] !== word[index])
      return unexpected(text, at + index, `in literal ${word} (expecting '${word[index]}')`);
  }
  return { node, end: at + word.length };
}

/**
 * Reads the first JSON value of a text as Go's `json.NewDecoder(…).Decode` scans it: same errors, same order, trailing
 * text ignored. Never recurses and never throws. Lone surrogates in strings become U+FFFD, as invalid UTF-8 does in Go;
 * decode bytes with `decodeGoUtf8` first.
 */
export function scanGoJson(text: string): GoScan {
  const stack: Extract<GoNode, { kind: 'array' | 'object' }>[] = [];
  let key = '';
  const keys: string[] = [];
  let at = 0;
  let expect: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'separator' = 'value';

  const finish = (fault: Fault): GoScan =>
    fault === ended ? { error: /[^ \t\r\n]/.test(text) ? 'unexpected EOF' : 'EOF' } : fault;

  for (;;) {
    while (isSpace(text[at] ?? '')) at++;
    const char = text[at];
    if (char === undefined) return finish(ended);
    const top = stack.at(-1);
    let done: GoNode | undefined;

    if (expect === 'key' || expect === 'key-or-end') {
      if (char === '}' && expect === 'key-or-end') {
        done = stack.pop();
        at++;
      } else if (char !== '"')
        return finish(unexpected(text, at, 'looking for beginning of object key string'));
      else {
        const token = scanString(text, at);
        if (isFault(token)) return finish(token);
        key = token.node.kind === 'string' ? token.node.text : '';
        at = token.end;
        expect = 'colon';
        continue;
      }
    } else if (expect === 'colon') {
      if (char !== ':') return finish(unexpected(text, at, 'after object key'));
      at++;
      expect = 'value';
      continue;
    } else if (expect === 'separator') {
      if (char === ',') expect = top?.kind === 'object' ? 'key' : 'value';
      else if (char === (top?.kind === 'object' ? '}' : ']')) done = stack.pop();
      else {
        const where = top?.kind === 'object' ? 'after object key:value pair' : 'after array element';
        return finish(unexpected(text, at, where));
      }
      at++;
      if (done === undefined) continue;
    } else if (char === ']' && expect === 'value-or-end') {
      done = stack.pop();
      at++;
    } else if (char === '{' || char === '[') {
      const node: GoNode = char === '{' ? { kind: 'object', members: [] } : { kind: 'array', items: [] };
      stack.push(node);
      keys.push(key);
      if (stack.length > maxDepth) return finish(unexpected(text, at, 'exceeded max depth'));
      at++;
      expect = char === '{' ? 'key-or-end' : 'value-or-end';
      continue;
    } else {
      const token = scanLeaf(text, at);
      if (isFault(token)) return finish(token);
      done = token.node;
      at = token.end;
    }

    if (done === undefined) return finish(ended);
    if (done.kind === 'array' || done.kind === 'object') key = keys.pop() ?? '';
    const parent = stack.at(-1);
    if (parent === undefined) return { node: done, restIgnored: /[^ \t\r\n]/.test(text.slice(at)) };
    if (parent.kind === 'object') parent.members.push([key, done]);
    else parent.items.push(done);
    expect = 'separator';
  }
}
