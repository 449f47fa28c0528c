import { hash } from 'node:crypto';
import type { OperationModel } from '../../openapi/model-types.ts';
import { isObject } from '../json.ts';
import { readText, type StoredText } from '../packed-text.ts';

/** A parsed body. A byte order mark and trailing white space are stored separately. */
export interface Parsed {
  /** Of a body that is not kept parsed anew each time: read it once, and let go of it. */
  readonly json: { readonly value: unknown } | undefined;
  /** Whether the parsed value stays in memory, and what is made of its items with it. */
  readonly isKept: boolean;
  readonly mark: string;
  readonly end: string;
}

const nothing: Parsed = { json: undefined, isKept: true, mark: '', end: '' };

/** Parses a body. Never throws. */
export function parse(body = ''): Parsed {
  if (body === '') return nothing;
  const { mark, end } = edgesOf(body);
  const text = mark === '' ? body : body.slice(1);
  try {
    return { json: { value: JSON.parse(text) }, isKept: true, mark, end };
  } catch {
    return { ...nothing, mark };
  }
}

function edgesOf(body: string): Pick<Parsed, 'mark' | 'end'> {
  const mark = body.startsWith('\ufeff') ? '\ufeff' : '';
  return { mark, end: /[\s]{0,8}$/.exec(body.slice(mark.length).slice(-8))?.[0] ?? '' };
}

/** From this many characters on a body is large: parsed, it takes ten times as much, and a run of a broken server may have a hundred. */
export const largeLength: number = 256 * 1024;
/** Characters of smaller bodies that are kept parsed. A run of the suite has less; a capture may have fifty million. */
const keptLength = 16 * 1024 * 1024;

/** As `parse`, without keeping the result. */
function parseLater(body: StoredText): Parsed {
  return {
    isKept: false,
    ...edgesOf(readText(body)),
    get json() {
      return parse(readText(body)).json;
    },
  };
}

/**
 * Parses responses. Equal bodies of one operation and record, and equal list items of one operation, share one object: a run sees most records several
 * times, so that each is walked, stored and judged once.
 */
export function answerParser(): (
  body: StoredText | undefined,
  operation: OperationModel | undefined,
  addressed?: string,
) => Parsed {
  const items = new Map<string, unknown>();
  let left = keptLength;
  const bodies = new Map<OperationModel | undefined, Map<string, Map<StoredText, Parsed>>>();
  return (body = '', operation, addressed = '') => {
    const ofOperation = bodies.get(operation) ?? new Map<string, Map<StoredText, Parsed>>();
    bodies.set(operation, ofOperation);
    const known = ofOperation.get(addressed) ?? new Map<StoredText, Parsed>();
    ofOperation.set(addressed, known);
    const found = known.get(body);
    if (found) return found;
    const isKept = body.length <= Math.min(largeLength, left);
    if (isKept) left -= body.length;
    const parsed = isKept ? parse(readText(body)) : parseLater(body);
    if (isKept && parsed.json) shareItems(parsed.json.value, operation?.record ?? '', items);
    known.set(body, parsed);
    return parsed;
  };
}

function shareItems(value: unknown, record: string, known: Map<string, unknown>): void {
  const list = isObject(value) ? value.data : undefined;
  if (!Array.isArray(list)) return;
  for (const [at, item] of list.entries()) {
    const key = digestOf(item, record);
    if (key === undefined) continue;
    if (!known.has(key)) known.set(key, item);
    list[at] = known.get(key);
  }
}

/** Equal for equal items of one schema; `undefined` if an item nests too deeply to serialize. */
function digestOf(item: unknown, record: string): string | undefined {
  try {
    return hash('sha1', `${record} ${JSON.stringify(item)}`, 'base64');
  } catch {
    return undefined;
  }
}

/** `JSON.stringify` for bodies with shared list items: each item of a body that is kept is serialized once. */
export function bodyRenderer(): (value: unknown, isKept?: boolean) => string {
  const texts = new Map<object, string>();
  const textOf = (item: unknown) => {
    if (typeof item !== 'object' || item === null) return JSON.stringify(item);
    const text = texts.get(item) ?? JSON.stringify(item);
    texts.set(item, text);
    return text;
  };
  return (value, isKept = true) => {
    const list = isObject(value) ? value.data : undefined;
    if (!isKept || !isObject(value) || !Array.isArray(list)) return JSON.stringify(value);
    const members = Object.entries(value).map(
      ([name, member]) =>
        `${JSON.stringify(name)}:${member === list ? `[${list.map(textOf).join()}]` : JSON.stringify(member)}`,
    );
    return `{${members.join()}}`;
  };
}

/** When the events of a list were created, in its order. */
export function createdIn(body: unknown): string[] {
  const list = isObject(body) ? body.data : body;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const event = isObject(item) && isObject(item.data) && !Object.hasOwn(item, 'id') ? item.data : item;
    return isObject(event) && typeof event.created === 'string' ? event.created : [];
  });
}
