import { createHmac } from 'node:crypto';

/** Cursors expire after two hours (LMS Connect, core concepts). */
const lifetimeMs = 2 * 60 * 60 * 1000;

/** Opaque cursors over the submissions of one assignment. */
export interface Cursors {
  /** A cursor that continues after this user. */
  make(assignmentId: string, afterUserId: string, nowMs: number): string;
  /** The user to continue after, or the message of a 400. */
  read(
    cursor: string,
    assignmentId: string,
    nowMs: number,
  ): { readonly after: string } | { readonly error: string };
}

/** Cursors contain position and time, signed so that clients cannot rely on their content. */
export function createCursors(seed: number): Cursors {
  const sign = (payload: string): string =>
    createHmac('sha256', `lms cursor ${seed}`).update(payload).digest('base64url').slice(0, 16);
  return {
    make(assignmentId, afterUserId, nowMs) {
      const payload = `${assignmentId} ${afterUserId} ${nowMs}`;
      return Buffer.from(`${sign(payload)} ${payload}`).toString('base64url');
    },
    read(cursor, assignmentId, nowMs) {
      const [signature, ...parts] = Buffer.from(cursor, 'base64url').toString().split(' ');
      const [madeFor, after, madeAt] = parts;
      if (signature !== sign(parts.join(' ')) || madeFor !== assignmentId || after === undefined)
        return { error: 'invalid cursor' };
      return nowMs - Number(madeAt) > lifetimeMs ? { error: 'cursor has expired' } : { after };
    },
  };
}
