import { isObject, type Members, textOf } from '../../../text/json.ts';

/** A request and its response as a recording tool stored them, without the time of the request. */
export interface StoredExchange {
  readonly method: unknown;
  readonly url: unknown;
  readonly headers: unknown;
  readonly body: StoredText | undefined;
  /** 0 if no response came. */
  readonly status: unknown;
  readonly responseHeaders: unknown;
  /** Absent: not kept. */
  readonly responseBody: StoredText | undefined;
  /** When the response was recorded, if the tool says so. */
  readonly recordedAt?: unknown;
}

export interface StoredText {
  readonly text: string;
  readonly encoding?: 'base64';
}

/** Entries as in a HAR file, and whether the instants in them mean anything. */
export interface StoredEntries {
  readonly entries: readonly Members[];
  readonly isTimed: boolean;
}

/**
 * Stored exchanges as HAR entries. Their instants are those of the recording or of the server's `Date`, in whole seconds; if one has
 * neither, only the order of the requests is known.
 */
export function entriesOf(stored: readonly StoredExchange[]): StoredEntries {
  const instants = stored.map((one) => instantOf(one));
  const isTimed = instants.every((one) => one !== undefined);
  return {
    isTimed,
    entries: stored.map((one, at) => entryOf(one, (isTimed ? instants[at] : undefined) ?? at)),
  };
}

function entryOf(one: StoredExchange, atMs: number): Members {
  const { body, responseBody } = one;
  return {
    startedDateTime: new Date(atMs).toISOString(),
    time: 0,
    request: {
      method: one.method,
      url: one.url,
      headers: headerList(one.headers),
      ...(body === undefined ? {} : { postData: body }),
      bodySize: body === undefined ? 0 : body.text.length,
    },
    response: {
      status: Number(one.status),
      headers: headerList(one.responseHeaders),
      content: responseBody ?? {},
    },
  };
}

function instantOf({ recordedAt, responseHeaders }: StoredExchange): number | undefined {
  const date = headerList(responseHeaders).find(({ name }) => name.toLowerCase() === 'date')?.value;
  const ms = [date, recordedAt instanceof Date ? recordedAt.toISOString() : recordedAt]
    .map((one) => (typeof one === 'string' ? Date.parse(one) : Number.NaN))
    .find((one) => !Number.isNaN(one));
  return ms === undefined ? undefined : Math.floor(ms / 1000) * 1000;
}

/** Headers from a map of values or lists, from names and values in turn, or from a list of `{key, value}`. */
export function headerList(headers: unknown): readonly { readonly name: string; readonly value: string }[] {
  if (Array.isArray(headers)) {
    if (headers.every((one) => typeof one === 'string'))
      return headers.flatMap((name, at) => (at % 2 === 0 ? [{ name, value: headers[at + 1] ?? '' }] : []));
    return headers.filter(isObject).flatMap((one) => {
      const name = one.key ?? one.name;
      return typeof name === 'string' ? [{ name, value: textOf(one.value ?? '') }] : [];
    });
  }
  if (!isObject(headers)) return [];
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one: unknown) => ({ name, value: textOf(one ?? '') })),
  );
}

/** Bytes, a text, or a JSON value as stored text; `undefined` for nothing. */
export function storedOf(value: unknown): StoredText | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof Uint8Array) return { text: Buffer.from(value).toString('base64'), encoding: 'base64' };
  return { text: typeof value === 'string' ? value : JSON.stringify(value) };
}
