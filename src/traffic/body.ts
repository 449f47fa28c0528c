import type { Members } from '../exchange.ts';
import { isObject } from '../json.ts';
import { readText, type StoredText } from '../packed-text.ts';
import { createSharedRecords } from './shared-records.ts';

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

/** Decides which bodies stay parsed: parsed, a body takes several times as much memory as its text. */
export interface Parsing {
  /** Takes note of a body that was just parsed, and may let go of others. */
  add(body: Body, json: unknown): void;
}

/** From this many characters on, of the bodies that probes hold only the latest stays parsed. */
const largeLength = 256 * 1024;

/** Parsed bodies of a run that goes on: probes hold many responses, and go over each soon after it came. */
export class LatestBody implements Parsing {
  #latest: Body | undefined;

  add(body: Body): void {
    if (body.length < largeLength) return;
    this.#latest?.forget();
    this.#latest = body;
  }
}

/** What a body takes of which all records are shared: an object and a link for each. */
const minShare = 0.1;

/**
 * Parsed bodies of a run that is judged, whose equal records are one object. Only the first ones stay parsed, up to a number of
 * characters, and of the others the latest: claims go over all bodies in order, again and again.
 */
export class ParsedBodies implements Parsing {
  /** Characters of bodies that may still stay parsed, without records that are parsed already: five runs of the sandbox. */
  #left = 32 * 1024 * 1024;
  readonly #records = createSharedRecords();
  /** Bodies that do not stay parsed. */
  readonly #large = new WeakSet<Body>();
  #latest: Body | undefined;

  add(body: Body, json: unknown): void {
    if (!this.#large.has(body)) {
      const ownLength = body.length * Math.max(this.#records.share(json), minShare);
      if (ownLength <= this.#left) {
        this.#left -= ownLength;
        this.#records.keep(json);
        return;
      }
      this.#large.add(body);
    }
    this.#latest?.forget();
    this.#latest = body;
  }
}

/**
 * A response body, read lazily. Equal bodies of a run share one, so equal records are one object as long as the body stays parsed. A
 * malformed body gives less material, never an exception.
 */
export class Body {
  readonly #source: StoredText;
  readonly #all: Parsing;
  #parsed: ParsedBody | undefined;
  #isList: boolean | undefined;
  #ids: readonly string[] | undefined;
  #links: readonly Link[] | undefined;

  constructor(source: StoredText, all: Parsing) {
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
    if (!this.#parsed) {
      let json: unknown;
      try {
        json = this.length === 0 ? undefined : JSON.parse(this.text);
      } catch {
        json = undefined;
      }
      this.#parsed = { json };
      this.#all.add(this, json);
    }
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
  const items: ListItem[] = [];
  for (const item of json.data) {
    if (!isObject(item) || !isObject(item.data) || typeof item.data.id !== 'string') return undefined;
    const uri = typeof item.uri === 'string' ? item.uri : undefined;
    items.push({ id: item.data.id, record: item.data, uri });
  }
  return items;
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
