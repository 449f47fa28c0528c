import { ResumeTokenError } from './errors.ts';
import { type LinkBase, resolveLink } from './links.ts';

/** The position of a walk. */
export interface Position {
  /** Absolute. */
  readonly url: string;
  /** Greatest id so far, or `''`. */
  readonly afterId: string;
  /** The page at `url` was already returned; only its next link is needed. */
  readonly given: boolean;
}

/** The position as opaque text, for a later run. Contains path and query, never the token. */
export function resumeTokenOf({ url, afterId, given }: Position): string {
  const { pathname, search } = new URL(url);
  return Buffer.from(JSON.stringify({ uri: pathname + search, afterId, given })).toString('base64url');
}

/** Parses a resume token; throws `ResumeTokenError` unless it has the same origin and collection. */
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
      'Pass the path for which the token was issued.',
    );
  return { url: link.url, afterId, given };
}
