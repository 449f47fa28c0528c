import type { Members } from '../exchange.ts';
import { isObject } from '../json.ts';

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

/**
 * A response body, read lazily and once. Equal bodies of a run share one, so equal records are one object. A malformed body
 * gives less material, never an exception.
 */
export class Body {
  readonly text: string;
  #json: { readonly value: unknown } | undefined;
  #items: readonly ListItem[] | undefined | null = null;
  #ids: readonly string[] | undefined;
  #links: readonly Link[] | undefined;
  #carried: readonly Members[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** `undefined` for what is not JSON. */
  get json(): unknown {
    if (!this.#json) {
      let value: unknown;
      try {
        value = this.text === '' ? undefined : JSON.parse(this.text);
      } catch {
        value = undefined;
      }
      this.#json = { value };
    }
    return this.#json.value;
  }

  /** Entries of a list, or `undefined` where the body is not the documented list envelope. */
  get items(): readonly ListItem[] | undefined {
    if (this.#items === null) this.#items = readItems(this.json);
    return this.#items;
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
    this.#carried ??= readCarried(this.json);
    return this.#carried;
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
  return json.links.filter(
    (link): link is Link => isObject(link) && typeof link.rel === 'string' && typeof link.uri === 'string',
  );
}

function readCarried(json: unknown): readonly Members[] {
  if (!isObject(json)) return [];
  if (isObject(json.data)) return [json.data];
  if (!Array.isArray(json.data)) return [];
  return json.data.map((item) => (isObject(item) ? item.data : undefined)).filter(isObject);
}
