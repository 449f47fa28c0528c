import { rewriting, type ServerMutant } from '../../mutant.ts';

// biome-ignore lint/suspicious/noExplicitAny: a mutant reaches into records of any shape
export type Changeable = any;

/** The collection that a path of the Data API serves: `terms` for `/v2.0/sections/{id}/term`. */
export function collectionAt(url: URL): string {
  const [, version, first = '', , relation] = url.pathname.split('/');
  if (version !== 'v2.0') return '';
  const word = relation ?? first;
  return word.endsWith('s') ? word : `${word}s`;
}

/** Changes every record of a collection consistently in all responses. */
export function inRecords(collection: string, change: (record: Changeable) => void): ServerMutant['tamper'] {
  return rewriting(
    (_, url, response) => response.status === 200 && collectionAt(url) === collection,
    (body) => {
      for (const record of recordsOf(body)) change(record);
      return body;
    },
  );
}

/** Changes the JSON of 200 responses at matching paths: `/terms/{id}` is written as `terms/ID`. */
export function at(pattern: string, change: (body: Changeable, url: URL) => unknown): ServerMutant['tamper'] {
  return rewriting(
    (_, url, response) => response.status === 200 && isAt(url, pattern),
    (body, _, url) => change(body, url),
  );
}

/** Whether a path below `/v2.0` matches a pattern such as `terms/ID/sections`. */
export function isAt(url: URL, pattern: string): boolean {
  return url.pathname.replace(/\/[0-9a-f]{24}(?=\/|$)/g, '/ID') === `/v2.0/${pattern}`;
}

/** The records in an envelope of one or many. */
export function recordsOf(body: Changeable): Changeable[] {
  return Array.isArray(body.data) ? body.data.map((item: Changeable) => item.data) : [body.data];
}

/** An id that no record has. */
export const strayId = 'fffffffffffffffffffffffe';
