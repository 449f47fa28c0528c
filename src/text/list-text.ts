/**
 * The text of a list, cut into its items: most records of a run are served many times, and equal items are one text, which is parsed,
 * redacted and stored once. It is JSON.
 */
export class ListText {
  /** Up to the first item. */
  readonly head: string;
  /** Each from behind a comma up to the next one, white space included. */
  readonly items: readonly string[];
  /** From behind the last item. */
  readonly tail: string;
  /** Characters. */
  readonly length: number;

  constructor(head: string, items: readonly string[], tail: string) {
    this.head = head;
    this.items = items;
    this.tail = tail;
    this.length = items.reduce((sum, item) => sum + item.length + 1, head.length + tail.length - 1);
  }

  /** The text, joined at each call. */
  get text(): string {
    return `${this.head}${this.items.join()}${this.tail}`;
  }

  /** The body without its items. */
  parseRest(): ListRest {
    return JSON.parse(this.head + this.tail) as ListRest;
  }

  /** What `JSON.parse` makes of the text, with items that `itemOf` parses. */
  parse(itemOf: (text: string) => unknown): ListRest {
    const value = this.parseRest();
    value.data = this.items.map(itemOf);
    return value;
  }
}

/** A list envelope whose items are elsewhere. */
export interface ListRest {
  data: unknown[];
  readonly [name: string]: unknown;
}

/** Cuts the texts of a run, and keeps each different item once. */
export interface ListCutter {
  /** `undefined` if the text is not JSON, no object whose `data` is a list of objects, or if the different items of the run are too long. */
  cut(text: string): ListText | undefined;
  /** A text that is kept once. */
  once(item: string): string;
}

/** Characters of different items: two hundred runs of the sandbox, or fifty thousand students. Longer runs are compressed. */
const maxLength = 32 * 1024 * 1024;

export function createListCutter(): ListCutter {
  const known = new Map<string, string>();
  let length = 0;
  const once = (item: string) => {
    const found = known.get(item);
    if (found !== undefined) return found;
    const copy = copyOf(item);
    length += copy.length;
    known.set(copy, copy);
    return copy;
  };
  const itemsOf = (text: string, { from, cuts }: Parts) =>
    cuts.map((to, at) => {
      const item = text.slice(at === 0 ? from : (cuts[at - 1] as number) + 1, to);
      if (!known.has(item)) JSON.parse(item);
      return once(item);
    });
  return {
    once,
    cut: (text) => {
      const parts = length > maxLength ? undefined : partsOf(text);
      if (!parts) return undefined;
      try {
        const list = new ListText(
          copyOf(text.slice(0, parts.from)),
          itemsOf(text, parts),
          copyOf(text.slice(parts.cuts.at(-1))),
        );
        list.parseRest();
        return list;
      } catch (error) {
        if (error instanceof SyntaxError) return undefined;
        throw error;
      }
    },
  };
}

/** A text of its own: a part of a string keeps the whole in memory. */
function copyOf(part: string): string {
  return JSON.parse(JSON.stringify(part)) as string;
}

/** Where the first item begins, and where each ends. */
interface Parts {
  readonly from: number;
  readonly cuts: readonly number[];
}

/** A text that is no JSON may have parts, too: one of them is no JSON either. */
function partsOf(text: string): Parts | undefined {
  let at = skipSpace(text, 0);
  if (text[at] !== '{') return undefined;
  let parts: Parts | undefined;
  do {
    const name = skipSpace(text, at + 1);
    const afterName = text[name] === '"' ? skipString(text, name) : -1;
    const colon = afterName < 0 ? -1 : skipSpace(text, afterName);
    if (text[colon] !== ':') return undefined;
    const value = skipSpace(text, colon + 1);
    const written = text.slice(name + 1, afterName - 1);
    // An escape may spell `data`, too, and of two members the last counts.
    if (written.includes('\\') || (written === 'data' && parts)) return undefined;
    if (written === 'data') {
      parts = text[value] === '[' ? itemsFrom(text, value + 1) : undefined;
      if (!parts) return undefined;
      at = (parts.cuts.at(-1) as number) + 1;
    } else at = skipValue(text, value);
    at = at < 0 ? -1 : skipSpace(text, at);
  } while (text[at] === ',');
  return text[at] === '}' ? parts : undefined;
}

function itemsFrom(text: string, from: number): Parts | undefined {
  const cuts: number[] = [];
  for (let at = from; ; at++) {
    const item = skipSpace(text, at);
    const end = text[item] === '{' ? skipValue(text, item) : -1;
    if (end < 0) return undefined;
    at = skipSpace(text, end);
    cuts.push(at);
    if (text[at] === ']') return { from, cuts };
    if (text[at] !== ',') return undefined;
  }
}

/** Behind a value; -1 if the text ends before. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = skipString(text, at);
      if (at < 0) return -1;
      continue;
    }
    if (code === openBrace || code === openBracket) depth++;
    else if (code === closeBrace || code === closeBracket) depth--;
    else if (depth === 0) return skipWord(text, at);
    else if (Number.isNaN(code)) return -1;
    at++;
  } while (depth > 0);
  return at;
}

const [quote, openBrace, openBracket, closeBrace, closeBracket] = [0x22, 0x7b, 0x5b, 0x7d, 0x5d];

/** Behind a string that begins here; -1 if it does not end. */
function skipString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return end + 1;
  }
  return -1;
}

/** Behind a number, `true`, `false` or `null`. */
function skipWord(text: string, from: number): number {
  let at = from;
  while (/[\w+.-]/.test(text[at] ?? '')) at++;
  return at > from ? at : -1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09; )
    code = text.charCodeAt(++at);
  return at;
}
