import { createHash } from 'node:crypto';
import { openQuestions } from '../contracts/open-questions.ts';
import type { Level, Requirement, Side } from '../contracts/requirement.ts';
import {
  type ClientRequirementId,
  type RequirementId,
  requirements,
  type ServerRequirementId,
} from '../contracts/requirements/index.ts';
import { canonicalJson } from './text/json.ts';
import { nearest } from './text/nearest.ts';

/**
 * Semantic version of the catalogue: minor for a new requirement, major for a changed claim or a stricter level, patch for
 * better wording.
 */
export const catalogueVersion = '2.1.0';

const all: readonly Requirement[] = requirements;

/** The requirement with this id, or `undefined`. */
export function findRequirement(id: RequirementId): Requirement;
export function findRequirement(id: string): Requirement | undefined;
export function findRequirement(id: string): Requirement | undefined {
  return all.find((one) => one.id === id);
}

/** A requirement of the published catalogue, with its literal id. */
type Catalogued<Id extends RequirementId> = Requirement & { readonly id: Id };

/** The requirements that bind this side, in the order of the catalogue. */
export function requirementsOf(side: 'server'): readonly Catalogued<ServerRequirementId>[];
export function requirementsOf(side: 'client'): readonly Catalogued<ClientRequirementId>[];
export function requirementsOf(side: Side): readonly Catalogued<RequirementId>[];
export function requirementsOf(side: Side): readonly Requirement[] {
  return all.filter((one) => one.binds === side);
}

/** Which requirements to judge. An absent or empty filter matches everything; several filters must all match. */
export interface Selection {
  readonly side?: Side | undefined;
  readonly level?: Level | undefined;
  /** Exact ids. */
  readonly ids?: readonly string[] | undefined;
  /** See `matchesPattern`. */
  readonly grep?: string | undefined;
}

export interface Selected {
  /** In the order of the catalogue, each once. May be empty; the caller decides what that means. */
  readonly requirements: readonly Requirement[];
  /** Unknown ids, with up to three similar ones. */
  readonly unknownIds: readonly { readonly id: string; readonly suggestions: readonly string[] }[];
  /** Requested ids that another filter excludes; report them, so that nothing is skipped silently. */
  readonly excludedIds: readonly string[];
}

/** Applies the filters of the command line. Never throws; problems are returned as data. */
export function selectRequirements(selection: Selection): Selected {
  const { side, level, grep } = selection;
  const ids = new Set(selection.ids ?? []);
  const chosen = all.filter(
    (one) =>
      (side === undefined || one.binds === side) &&
      (level === undefined || one.level === level) &&
      (ids.size === 0 || ids.has(one.id)) &&
      (!grep || matchesPattern(grep, one.id) || matchesPattern(grep, one.claim)),
  );
  const known = all.map((one) => one.id);
  const unknown = [...ids].filter((id) => findRequirement(id) === undefined);
  return {
    requirements: chosen,
    unknownIds: unknown.map((id) => ({ id, suggestions: suggestIds(id, known) })),
    excludedIds: [...ids].filter((id) => !unknown.includes(id) && !chosen.some((one) => one.id === id)),
  };
}

/** Also compares the part after the slash, for ids with a missing or wrong theme. */
function suggestIds(id: string, known: readonly string[]): readonly string[] {
  const whole = nearest(id, known);
  if (whole.length > 0) return whole;
  const tailOf = (one: string) => one.slice(one.indexOf('/') + 1);
  const tails = new Set(nearest(tailOf(id), known.map(tailOf)));
  return known.filter((one) => tails.has(tailOf(one))).slice(0, 3);
}

/**
 * Whether `text` contains `pattern`, case-insensitively; `*` matches any characters. Not a regular expression, because
 * the pattern is user input and `(a+)+$` could block a run for hours; this takes linear time.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const searched = text.toLowerCase();
  let from = 0;
  for (const piece of pattern.toLowerCase().split('*')) {
    const at = searched.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

/**
 * SHA-256, in hex, of the canonical JSON (keys sorted, no white space) of all requirements and open questions. Reports
 * include it, to show whether two runs were judged by the same catalogue.
 */
export function catalogueDigest(): string {
  return createHash('sha256')
    .update(canonicalJson({ doubts: openQuestions, requirements }))
    .digest('hex');
}
