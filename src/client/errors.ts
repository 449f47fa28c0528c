/** Usage errors and incomplete walks: the only errors that the client throws. */
export abstract class CleverClientError extends Error {
  /** Stable, for programs. */
  abstract readonly code: string;
  /** How to fix it. */
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = new.target.name;
    this.remedy = remedy;
  }
}

/** An invalid option or argument. The message never contains a token. */
export class ClientOptionError extends CleverClientError {
  readonly code = 'CLEVER_CLIENT_OPTION';
}

/** The resume token is invalid, or belongs to another list. */
export class ResumeTokenError extends CleverClientError {
  readonly code = 'CLEVER_RESUME_TOKEN';
}

/**
 * Why a walk is incomplete. `page-error`: a page request failed, see `status`; `unreadable-page`: the page is not a list;
 * `refused-link`: the next link leads elsewhere or is invalid; `cycle`: the next link leads to an earlier page;
 * `ids-do-not-ascend`: a page repeats or precedes earlier records; `too-many-empty-pages`, `too-many-pages`: client limits.
 */
export type IncompleteReason =
  | 'page-error'
  | 'unreadable-page'
  | 'refused-link'
  | 'cycle'
  | 'ids-do-not-ascend'
  | 'too-many-empty-pages'
  | 'too-many-pages';

/** The walk is incomplete: records so far are valid, but not all. */
export class IncompleteWalk extends CleverClientError {
  readonly code = 'CLEVER_INCOMPLETE_WALK';
  readonly reason: IncompleteReason;
  /** Pass it to `pages(path, { resume })` later, to continue at the failed page. */
  readonly resumeToken: string;
  /** Status of the failed page; 0 without a complete response, absent if no page failed. */
  readonly status?: number;

  constructor(reason: IncompleteReason, detail: string, resumeToken: string, status?: number) {
    super(
      `The list is incomplete: ${detail}.`,
      'Treat missing records as unknown, not as deleted, and continue later with the resume token.',
    );
    this.reason = reason;
    this.resumeToken = resumeToken;
    if (status !== undefined) this.status = status;
  }
}
