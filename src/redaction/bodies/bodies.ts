import { isObject } from '../../text/json.ts';

/** A parsed body. A byte order mark and trailing white space are stored separately. */
export interface Parsed {
  readonly json: { readonly value: unknown } | undefined;
  readonly mark: string;
  readonly end: string;
}

const nothing: Parsed = { json: undefined, mark: '', end: '' };

/** Parses a body. Never throws. */
export function parse(body = ''): Parsed {
  if (body === '') return nothing;
  const mark = body.startsWith('\ufeff') ? '\ufeff' : '';
  const text = mark === '' ? body : body.slice(1);
  try {
    return { json: { value: JSON.parse(text) }, mark, end: endOf(text) };
  } catch {
    return { ...nothing, mark };
  }
}

/** The white space at the end of a text. */
export function endOf(text: string): string {
  return /[\s]{0,8}$/.exec(text.slice(-8))?.[0] ?? '';
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
