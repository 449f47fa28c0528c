import type { Members } from '../exchange.ts';
import { isObject } from '../text/json.ts';
import { ListText } from '../text/list-text.ts';
import { readText, type StoredText } from '../text/packed-text.ts';

export interface Link {
  readonly rel: string;
  readonly uri: string;
}

/** One entry of a list: `{"data": record, "uri": …}`. */
export interface ListItem {
  readonly id: string;
  readonly record: Members;
  readonly uri?: string | undefined;
}

/** What a body is when it is parsed. */
interface ParsedBody {
  /** `undefined` for what is not JSON. */
  readonly json: unknown;
  items?: readonly ListItem[] | undefined;
  carried?: readonly Members[];
}

/** An item of lists; `entry` if it is one as documented. */
interface ParsedItem {
  readonly json: unknown;
  readonly entry: ListItem | undefined;
}

/**
 * Parsed bodies of a run, whose equal items are one object. Parsed, a body takes several times as much memory as its text, so only
 * the first ones stay parsed, up to a number of characters, and of the others the latest: claims go over all bodies in order, again
 * and again.
 */
export class ParsedBodies {
  /** Characters of bodies and items that may still stay parsed. */
  #left: number;
  readonly #items = new Map<string, ParsedItem>();
  #latest: Body | undefined;

  /** @param keptLength default: five runs of the sandbox */
  constructor(keptLength: number = 32 * 1024 * 1024) {
    this.#left = keptLength;
  }

  /** Parses a body, and lets go of another if that is too much. */
  parse(body: Body, source: StoredText): ParsedBody {
    const [parsed, isKept] = source instanceof ListText ? this.#parseList(source) : this.#parseWhole(source);
    if (isKept) return parsed;
    this.#latest?.forget();
    this.#latest = body;
    return parsed;
  }

  #parseWhole(source: StoredText): [ParsedBody, boolean] {
    return [{ json: parseJson(readText(source)) }, this.#takes(source.length)];
  }

  #parseList(list: ListText): [ParsedBody, boolean] {
    const known = list.items.map((text) => this.#items.get(text));
    const fresh = list.items.filter((_, at) => known[at] === undefined);
    const length = fresh.reduce((sum, text) => sum + text.length, list.length * placeShare);
    const isKept = this.#takes(length);
    const items = list.items.map((text, at) => known[at] ?? this.#parseItem(text, isKept));
    const json = list.parseRest();
    json.data = items.map((item) => item.json);
    const entries = items.flatMap(({ entry }) => entry ?? []);
    return [{ json, items: entries.length === items.length ? entries : undefined }, isKept];
  }

  #parseItem(text: string, isKept: boolean): ParsedItem {
    const known = this.#items.get(text);
    if (known) return known;
    const json = parseJson(text);
    const item = { json, entry: readItem(json) };
    if (isKept) this.#items.set(text, item);
    return item;
  }

  #takes(length: number): boolean {
    if (length > this.#left) return false;
    this.#left -= length;
    return true;
  }
}

/** What a list takes whose items are all parsed already: a place for each. */
const placeShare = 0.05;

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A response body, read lazily. Equal bodies of a run share one, so equal records are one object as long as the body stays parsed. A
 * malformed body gives less material, never an exception.
 */
export class Body {
  readonly #source: StoredText;
  readonly #all: ParsedBodies;
  #parsed: ParsedBody | undefined;
  #isList: boolean | undefined;
  #ids: readonly string[] | undefined;
  #links: readonly Link[] | undefined;

  constructor(source: StoredText, all: ParsedBodies) {
    this.#source = source;
    this.#all = all;
  }

  /** Characters of the text. */
  get length(): number {
    return this.#source.length;
  }

  get text(): string {
    return readText(this.#source);
  }

  /** Lets go of what was parsed. It is parsed again when it is next asked for. */
  forget(): void {
    this.#parsed = undefined;
  }

  get #read(): ParsedBody {
    this.#parsed ??= this.#all.parse(this, this.#source);
    return this.#parsed;
  }

  /** `undefined` for what is not JSON. */
  get json(): unknown {
    return this.#read.json;
  }

  /** Whether the body is the documented list envelope. */
  get isList(): boolean {
    this.#isList ??= this.items !== undefined;
    return this.#isList;
  }

  /** Entries of a list, or `undefined` where the body is not the documented list envelope. */
  get items(): readonly ListItem[] | undefined {
    const parsed = this.#read;
    if (!('items' in parsed)) parsed.items = readItems(parsed.json);
    return parsed.items;
  }

  /** Ids of the entries of a list; none where the body is not a list. */
  get ids(): readonly string[] {
    this.#ids ??= this.items?.map((item) => item.id) ?? [];
    return this.#ids;
  }

  /** The well-formed links, in their order. */
  get links(): readonly Link[] {
    this.#links ??= readLinks(this.json);
    return this.#links;
  }

  /** The record of `{"data": {…}}`. */
  get record(): Members | undefined {
    const { json } = this;
    return isObject(json) && isObject(json.data) ? json.data : undefined;
  }

  /** Every record in it, enveloped as a list or as a single one. */
  get carried(): readonly Members[] {
    const parsed = this.#read;
    parsed.carried ??= readCarried(parsed.json);
    return parsed.carried;
  }

  /** `message`, else `error`, else the text itself. */
  get message(): string {
    const { json } = this;
    if (isObject(json)) {
      if (typeof json.message === 'string') return json.message;
      if (typeof json.error === 'string') return json.error;
    }
    return typeof json === 'string' ? json : this.text;
  }
}

function readItems(json: unknown): readonly ListItem[] | undefined {
  if (!isObject(json) || !Array.isArray(json.data)) return undefined;
  const items = json.data.flatMap((item) => readItem(item) ?? []);
  return items.length === json.data.length ? items : undefined;
}

function readItem(item: unknown): ListItem | undefined {
  if (!isObject(item) || !isObject(item.data) || typeof item.data.id !== 'string') return undefined;
  const uri = typeof item.uri === 'string' ? item.uri : undefined;
  return { id: item.data.id, record: item.data, uri };
}

function readLinks(json: unknown): readonly Link[] {
  if (!isObject(json) || !Array.isArray(json.links)) return [];
  // Copies: these are kept when the parsed body is not.
  return json.links.flatMap((link) =>
    isObject(link) && typeof link.rel === 'string' && typeof link.uri === 'string'
      ? [{ rel: link.rel, uri: link.uri }]
      : [],
  );
}

function readCarried(json: unknown): readonly Members[] {
  if (!isObject(json)) return [];
  if (isObject(json.data)) return [json.data];
  if (!Array.isArray(json.data)) return [];
  return json.data.map((item) => (isObject(item) ? item.data : undefined)).filter(isObject);
}
