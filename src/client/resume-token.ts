import { ResumeTokenError } from './errors.ts';
import { type LinkBase, resolveLink } from './links.ts';

/** Where a walk is. */
export interface Position {
  /** Absolute. */
  readonly url: string;
  /** Highest id that was given out so far; `''` for none. */
  readonly afterId: string;
  /** The page at `url` was given out already; only its next is wanted. */
  readonly given: boolean;
}

/** The position as opaque text, to be kept until a later run. It holds path and query, never the token. */
export function resumeTokenOf({ url, afterId, given }: Position): string {
  const { pathname, search } = new URL(url);
  return Buffer.from(JSON.stringify({ uri: pathname + search, afterId, given })).toString('base64url');
}

/** Reads a resume token back; throws `ResumeTokenError` unless it leads to the same origin and collection. */
export function positionOf(token: string, base: LinkBase): Position {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    value = undefined;
  }
  const { uri, afterId, given } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof uri !== 'string' || typeof afterId !== 'string' || typeof given !== 'boolean')
    throw new ResumeTokenError('The resume token is damaged.', 'Start the list from its first page.');
  const link = resolveLink(uri, base);
  if (!link.ok)
    throw new ResumeTokenError(
      `The resume token does not belong to ${base.collectionPath} (${link.reason}).`,
      'Pass the path that the token was given out for.',
    );
  return { url: link.url, afterId, given };
}
