import { createHash } from 'node:crypto';
import { doubts } from '../contracts/doubts.ts';
import type { Level, Requirement, Side } from '../contracts/requirement.ts';
import {
  type ClientRequirementId,
  type RequirementId,
  requirements,
  type ServerRequirementId,
} from '../contracts/requirements/index.ts';
import { canonicalJson } from './json.ts';
import { nearest } from './nearest.ts';

/**
 * Version of the catalogue, by the rules of semantic versioning: a new requirement is a minor step, a changed claim or
 * a stricter level a major one, a better text a patch.
 */
export const catalogueVersion = '1.0.0';

const all: readonly Requirement[] = requirements;

/** The requirement with this id; `undefined` where a plain string names none. */
export function findRequirement(id: RequirementId): Requirement;
export function findRequirement(id: string): Requirement | undefined;
export function findRequirement(id: string): Requirement | undefined {
  return all.find((one) => one.id === id);
}

/** A requirement of the published catalogue, with its literal id. */
type Catalogued<Id extends RequirementId> = Requirement & { readonly id: Id };

/** What binds this side, in the order of the catalogue. */
export function requirementsOf(side: 'server'): readonly Catalogued<ServerRequirementId>[];
export function requirementsOf(side: 'client'): readonly Catalogued<ClientRequirementId>[];
export function requirementsOf(side: Side): readonly Catalogued<RequirementId>[];
export function requirementsOf(side: Side): readonly Requirement[] {
  return all.filter((one) => one.binds === side);
}

/** Which requirements a run is about. An absent or empty filter lets everything through; several must all hold. */
export interface Selection {
  readonly side?: Side | undefined;
  readonly level?: Level | undefined;
  /** Exact ids. */
  readonly ids?: readonly string[] | undefined;
  /** See `matchesPattern`. */
  readonly grep?: string | undefined;
}

export interface Selected {
  /** In the order of the catalogue, each once. May be empty: the caller decides what that means. */
  readonly requirements: readonly Requirement[];
  /** Ids that the catalogue does not know, with up to three that look like them. */
  readonly unknownIds: readonly { readonly id: string; readonly suggestions: readonly string[] }[];
  /** Ids that were asked for and exist, but that another filter keeps out: say so, rather than judge less in silence. */
  readonly excludedIds: readonly string[];
}

/** Applies the filters of the command line. Never throws; what is wrong comes back as data. */
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

/** An id without its theme, or with a wrong one, is looked for by what stands after the slash as well. */
function suggestIds(id: string, known: readonly string[]): readonly string[] {
  const whole = nearest(id, known);
  if (whole.length > 0) return whole;
  const tailOf = (one: string) => one.slice(one.indexOf('/') + 1);
  const tails = new Set(nearest(tailOf(id), known.map(tailOf)));
  return known.filter((one) => tails.has(tailOf(one))).slice(0, 3);
}

/**
 * Whether `text` contains `pattern`, without regard to case; a `*` stands for any characters, all others for
 * themselves. Deliberately no regular expression: the pattern comes from outside, and one such as `(a+)+$` could keep
 * a run busy for hours. This takes time in proportion to the text.
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
 * SHA-256, in hex, over the canonical JSON (keys sorted, no white space) of all requirements and doubts. Reports carry
 * it, so that it can be told whether two runs were judged by the same catalogue.
 */
export function catalogueDigest(): string {
  return createHash('sha256').update(canonicalJson({ doubts, requirements })).digest('hex');
}
