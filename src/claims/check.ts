import { AssertionError } from 'chai';
import type { Finding } from '../outcome.ts';
import { findingOf } from './finding.ts';
import { Undecided, type UndecidedCode } from './undecided.ts';

/** A failed chai assertion. */
export type Failure = InstanceType<typeof AssertionError>;

/** What an assertion may be about: an exchange, or something that names the exchange that shows it best. */
export type Subject = { readonly seq: number } | { readonly exchange: { readonly seq: number } } | object;

/** What a case came to while it was asserted. */
export interface Check {
  readonly findings: Finding[];
  /** The first failed assertions behind the findings, for test runners. */
  readonly errors: Failure[];
  readonly notes: Set<string>;
  undecided: Undecided | undefined;
  /** Calls of `each`, and the items that they met. */
  loops: number;
  items: number;
  /** The subject that is being asserted. */
  subject: Subject | undefined;
}

/** Failed assertions that are kept of a case: a test runner shows no more. */
const maxErrors = 20;

/** The case that is being asserted. Assertions are synchronous, so there is one at a time. */
let current: Check | undefined;

/** Runs an assertion about a subject and gathers what comes of it. Faults of the suite pass through. */
export function runCheck(subject: Subject, assert: () => void): Check {
  const check: Check = {
    findings: [],
    errors: [],
    notes: new Set(),
    undecided: undefined,
    loops: 0,
    items: 0,
    subject: undefined,
  };
  const outer = current;
  current = check;
  try {
    attempt(check, subject, assert);
  } finally {
    current = outer;
  }
  return check;
}

function attempt(check: Check, subject: Subject, assert: () => void): void {
  const outer = check.subject;
  check.subject = seqOf(subject) === undefined && outer ? outer : subject;
  try {
    assert();
  } catch (error) {
    const failure = failureOf(error);
    if (failure) {
      // Each keeps a stack, and what it compared; a capture has tens of thousands.
      if (check.errors.length < maxErrors) check.errors.push(failure);
      check.findings.push(findingOf(failure, check.subject));
    } else if (error instanceof Undecided) check.undecided ??= error;
    else throw error;
  } finally {
    check.subject = outer;
  }
}

/** Own requirements assert with what their authors use: another copy of chai, `node:assert`. */
function failureOf(error: unknown): Failure | undefined {
  if (error instanceof AssertionError) return error;
  if (!(error instanceof Error) || error.name !== 'AssertionError') return undefined;
  const { expected, actual } = error as Error & { readonly expected?: unknown; readonly actual?: unknown };
  // `node:assert` adds a comparison of several lines.
  const [message = ''] = error.message.split('\n', 1);
  return new AssertionError(message, { expected, actual });
}

/**
 * Asserts every item of a case and gathers all failures; a finding names the exchange of its item. A case whose loops met no
 * item at all has asserted nothing, and never passes.
 */
export function each<Item extends Subject>(
  items: Iterable<Item>,
  assert: (item: Item, index: number) => void,
): void {
  let index = 0;
  if (current) current.loops++;
  for (const item of items) {
    const at = index++;
    if (!current) assert(item, at);
    else {
      current.items++;
      attempt(current, item, () => assert(item, at));
    }
  }
}

/**
 * Like `each`, for items that can violate a requirement and cannot show that it is met: their failures are gathered, and a case
 * passes by the items of `each` alone.
 */
export function alsoEach<Item extends Subject>(
  items: Iterable<Item>,
  assert: (item: Item, index: number) => void,
): void {
  const asserted = current?.items ?? 0;
  each(items, assert);
  if (current) current.items = asserted;
}

/** Whether assertions hold; nothing of them is reported. */
export function holds(subject: Subject, assert: () => void): boolean {
  return runCheck(subject, assert).findings.length === 0;
}

/** Says that a case, or an item of it, cannot be decided. Violations found elsewhere in the case outweigh it. */
export function undecided(code: UndecidedCode, why: string): never {
  throw new Undecided(code, why);
}

/** Adds a remark to the case: a tolerated deviation, or the documented alternative of an open question. */
export function note(text: string): void {
  current?.notes.add(text);
}

/** What a violation that no chai assertion expresses says of itself. */
export interface Violation {
  readonly expected: string;
  /** @default the response in a few words */
  readonly actual?: string | undefined;
}

/** Reports a violation. For what a chai assertion expresses, use `expect`. */
export function violation(message: string, { expected, actual }: Violation): never {
  throw new AssertionError(message, { expected, actual, authored: true });
}

/** `seq` of the exchange that shows a subject. */
export function seqOf(subject: Subject | undefined): number | undefined {
  if (!subject) return undefined;
  if ('exchange' in subject && typeof subject.exchange === 'object' && subject.exchange !== null)
    return seqOf(subject.exchange);
  return 'seq' in subject && typeof subject.seq === 'number' ? subject.seq : undefined;
}
