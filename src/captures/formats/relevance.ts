import { unjudgedPaths } from '../../../contracts/versions.ts';
import { documents } from '../../../generated/documents.ts';

/** A version before a path: `/v2.0` of `/v2.0/students`. */
const version = /^\/{1,2}v\d{1,2}\.\d{1,2}(?=\/|$)/;

/** Every documented path without its version, as segments. */
const templates = [
  ...new Set([
    ...[...documents.values()].flatMap(({ model }) => model.operations.map((one) => one.path)),
    ...unjudgedPaths,
  ]),
].map((path) => path.slice(1).split('/'));

/** Whether a path shows that its host is one of Clever's APIs, or a copy of one. */
export type PathKind =
  /** A version and a documented path: the host is an API. */
  | 'api'
  /** A version and any path, or a documented path without a version: relevant if the host is an API. */
  | 'maybe'
  | 'other';

export function kindOfPath(pathname: string): PathKind {
  const start = version.exec(pathname)?.[0] ?? '';
  const isDocumented = isTemplate(pathname.slice(start.length));
  if (start !== '') return isDocumented ? 'api' : 'maybe';
  return isDocumented ? 'maybe' : 'other';
}

function isTemplate(path: string): boolean {
  const pieces = path.replace(/^\/+/, '').replace(/\/$/, '').split('/');
  return templates.some(
    (parts) =>
      parts.length === pieces.length &&
      parts.every((part, at) =>
        part.startsWith('{') ? pieces[at] !== '' : part === pieces[at]?.toLowerCase(),
      ),
  );
}

/**
 * Whether a token of one origin may be sent to the other: the same origin, or both are Clever's. Plain HTTP is never a
 * trusted origin.
 */
export function shareTokens(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [new URL(one), new URL(other)];
  const isClever = ({ protocol, hostname }: URL) =>
    protocol === 'https:' && /(?:^|\.)clever\.com$/.test(hostname);
  return isClever(a) && isClever(b);
}
