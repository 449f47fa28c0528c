import type { UndecidedValue } from '../outcome.ts';

/** Why a case was not decided: a code for programs, and the outcome that it comes to. */
export const undecidedCodes = {
  /** 429, 5xx or no response where material was expected. */
  'inconclusive-response': 'cantTell',
  /** Another client seems to use the same token. */
  'token-shared': 'cantTell',
  /** Clocks, rounding or load leave room for both. */
  'timing-unsure': 'cantTell',
  /** The suite ended the client, or a walk, before it came to an end by itself. */
  'stopped-early': 'cantTell',
  /** The capture ends there, or its tool did not keep what is needed. */
  'capture-incomplete': 'cantTell',
  /** A header or body could not be read, so nothing can be compared. */
  unreadable: 'cantTell',
  /** Nothing that works to compare with, so an error proves nothing. */
  'no-control': 'cantTell',
  /** What was seen has more than one explanation. */
  ambiguous: 'cantTell',
  /** The step was never sent, or its condition never came about. */
  'not-exercised': 'untested',
  /** The client never reached the step. */
  'not-reached': 'untested',
  /** The client reports nothing (`--listen`, captures). */
  'nothing-reported': 'untested',
  /** What the case compares with does not work here. */
  'precondition-failed': 'untested',
  /** It cannot arise here: the data, the scopes or the API have none of it. */
  'not-offered': 'inapplicable',
} as const satisfies Readonly<Record<string, UndecidedValue>>;

export type UndecidedCode = keyof typeof undecidedCodes;

/** Thrown by `undecided` and caught by the case that it is about. Who else catches it throws it again, with a better reason at most. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
  readonly code: UndecidedCode;
  /** Why, in a clause: `the list has no second page`. */
  readonly why: string;

  constructor(code: UndecidedCode, why: string) {
    super(why);
    this.code = code;
    this.why = why;
  }

  get outcome(): UndecidedValue {
    return undecidedCodes[this.code];
  }
}
