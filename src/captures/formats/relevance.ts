import { otherPaths } from '../../../contracts/versions.ts';
import { model } from '../../../generated/model.ts';

/** A version before a path: `/v2.0` of `/v2.0/students`. */
const version = /^\/{1,2}v\d{1,2}\.\d{1,2}(?=\/|$)/;

/** Every documented path, without its version, in pieces. */
const templates = [...new Set([...model.operations.map((one) => one.path), ...otherPaths])].map((path) =>
  path.slice(1).split('/'),
);

/** How a path speaks for its host being one of Clever's APIs, or a copy of one. */
export type PathKind =
  /** A version and a documented path: the host is an API. */
  | 'api'
  /** A version and anything, or a documented path without its version: of interest on a host that is an API. */
  | 'maybe'
  | 'other';

/** Says it of a path without its query. */
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
      parts.every((part, at) => (part.startsWith('{') ? pieces[at] !== '' : part === pieces[at])),
  );
}

/**
 * Whether two origins belong together, so that a token of the one is at home at the other: the same host, or both of them
 * Clever's own. Clear text is nobody's home.
 */
export function areKin(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [new URL(one), new URL(other)];
  const isClever = ({ protocol, hostname }: URL) =>
    protocol === 'https:' && /(?:^|\.)clever\.com$/.test(hostname);
  return isClever(a) && isClever(b);
}
