/** Faults of the caller, and walks that could not be finished: the only things that the client throws. */
export abstract class CleverClientError extends Error {
  /** Stable, for programs. */
  abstract readonly code: string;
  /** How to mend it. */
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = new.target.name;
    this.remedy = remedy;
  }
}

/** An option or argument cannot be used. The message never repeats a token. */
export class ClientOptionError extends CleverClientError {
  readonly code = 'CLEVER_CLIENT_OPTION';
}

/** The resume token is damaged, or belongs to another list. */
export class ResumeTokenError extends CleverClientError {
  readonly code = 'CLEVER_RESUME_TOKEN';
}

/**
 * Why a walk ended before its end. `page-error`: a page was not served, see `status`; `unreadable-page`: it was
 * served but is no list; `refused-link`: next leads elsewhere or cannot be read; `cycle`: next leads back; `ids-do-not-ascend`:
 * a page repeats or precedes what was already given out; `too-many-empty-pages`, `too-many-pages`: our own caps.
 */
export type IncompleteReason =
  | 'page-error'
  | 'unreadable-page'
  | 'refused-link'
  | 'cycle'
  | 'ids-do-not-ascend'
  | 'too-many-empty-pages'
  | 'too-many-pages';

/** The walk is not complete: what was given out so far is good, but it is not everything. */
export class IncompleteWalk extends CleverClientError {
  readonly code = 'CLEVER_INCOMPLETE_WALK';
  readonly reason: IncompleteReason;
  /** Give it to `pages(path, { resume })` later, to go on at the page that failed. */
  readonly resumeToken: string;
  /** Status of the page that failed; 0 without a whole answer, absent where no page failed. */
  readonly status?: number;

  constructor(reason: IncompleteReason, detail: string, resumeToken: string, status?: number) {
    super(
      `The list is incomplete: ${detail}.`,
      'Treat missing records as unknown, not as deleted, and go on later with the resume token.',
    );
    this.reason = reason;
    this.resumeToken = resumeToken;
    if (status !== undefined) this.status = status;
  }
}
