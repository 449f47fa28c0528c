import type { Level, Side } from '../../contracts/requirement.ts';
import type { RequirementId } from '../../contracts/requirements/index.ts';
import { catalogueDigest, catalogueVersion, matchesPattern, requirementsOf } from '../catalogue.ts';
import type { Subject } from './subjects.ts';
import type { Trial } from './trial.ts';

/** `proof.json`, format version 1: which requirements catch which mutants. Members may be added, none changed. */
export interface Proof {
  readonly format: 'clever-conformance/proof';
  readonly formatVersion: 1;
  readonly catalogue: { readonly version: string; readonly digest: string };
  readonly seed: number;
  /** Mutants were judged only as far as it takes to catch them by the requirement that they break: what else catches them is not known. */
  readonly quick?: true;
  readonly sides: readonly Side[];
  /** See `isProven`. */
  readonly proven: boolean;
  readonly counts: {
    readonly requirements: number;
    /** Those that no implementation can violate. */
    readonly unprovable: number;
    /** Those that catch at least one of their mutants. */
    readonly proven: number;
    readonly mutants: number;
    /** Mutants that are caught by their own requirement. */
    readonly killed: number;
    /** Mutants that only one requirement catches. */
    readonly caughtByOneAlone: number;
  };
  /** Rows of the matrix, in the order of the catalogue. */
  readonly requirements: readonly ProofRow[];
  /** Columns of the matrix, by category in the order of the catalogue. */
  readonly mutants: readonly ProofColumn[];
  /** Conforming controls: anything they fail is a bug in the suite. */
  readonly honest: readonly HonestTrial[];
}

export interface ProofRow {
  readonly id: RequirementId;
  readonly binds: Side;
  readonly level: Level;
  /** Why no implementation can violate it. */
  readonly unprovable?: string;
  /** Its mutants that it catches. */
  readonly kills: readonly string[];
  /** Its mutants that it does not catch. */
  readonly survivors: readonly string[];
  /** Mutants of other requirements that it catches. */
  readonly alsoKills: readonly string[];
  /** Mutants that only this requirement catches. */
  readonly aloneKills: readonly string[];
}

export interface ProofColumn {
  readonly name: string;
  readonly side: Side;
  readonly breaks: RequirementId;
  readonly killedBy: readonly RequirementId[];
  /** Why its run ended early. */
  readonly unfinished?: string;
}

export interface HonestTrial {
  readonly name: string;
  readonly side: Side;
  /** Requirements that can be violated and that it did not pass, with their outcomes. */
  readonly notPassed: Readonly<Record<string, string>>;
}

/** What to prove: everything, or what matches a pattern. */
export interface Choice {
  readonly sides: readonly Side[];
  /** See `matchesPattern`; over the names of mutants and the ids that they break. */
  readonly grep?: string | undefined;
  /** See `JudgeOptions`. @default false */
  readonly quick?: boolean;
}

/** The mutants of a choice, and the conforming controls of each side that has any. */
export function chooseSubjects(all: readonly Subject[], { sides, grep }: Choice): readonly Subject[] {
  const fits = (one: Subject) =>
    one.breaks !== undefined && (!grep || matchesPattern(grep, one.name) || matchesPattern(grep, one.breaks));
  const chosen = new Set(all.filter((one) => sides.includes(one.side) && fits(one)));
  const used = new Set([...chosen].map((one) => one.side));
  return all.filter((one) => chosen.has(one) || (one.breaks === undefined && used.has(one.side)));
}

/**
 * Arranges trials as a matrix: rows are requirements, columns mutants. Without `grep` every requirement of the sides has a
 * row; with it those that match, and those of a matching mutant.
 */
export function buildProof(
  trials: readonly Trial[],
  options: Choice & { readonly subjects: readonly Subject[]; readonly seed: number },
): Proof {
  const { sides, grep, quick, seed, subjects } = options;
  const isCaughtAlone = (one: ProofColumn) => !quick && one.killedBy.length === 1;
  const columns = trials.flatMap((trial): readonly ProofColumn[] => {
    const breaks = subjectOf(subjects, trial)?.breaks;
    if (breaks === undefined) return [];
    const { side, name, failed, unfinished } = trial;
    return [{ name, side, breaks, killedBy: failed, ...(unfinished === undefined ? {} : { unfinished }) }];
  });
  const rows = sides
    .flatMap(requirementsOf)
    .filter(({ id }) => !grep || matchesPattern(grep, id) || columns.some(({ breaks }) => breaks === id))
    .map(({ id, binds, level, unprovable }): ProofRow => {
      const caught = columns.filter((one) => one.killedBy.includes(id as RequirementId));
      const own = columns.filter((one) => one.breaks === id);
      return {
        id: id as RequirementId,
        binds,
        level,
        ...(unprovable === undefined ? {} : { unprovable }),
        kills: namesOf(own.filter((one) => caught.includes(one))),
        survivors: namesOf(own.filter((one) => !caught.includes(one))),
        alsoKills: namesOf(caught.filter((one) => !own.includes(one))),
        aloneKills: namesOf(caught.filter(isCaughtAlone)),
      };
    });
  const provable = new Set(rows.filter((row) => row.unprovable === undefined).map((row) => row.id));
  const honest = trials
    .filter((trial) => subjectOf(subjects, trial)?.breaks === undefined)
    .map((trial) => honestTrial(trial, provable));
  const parts = { requirements: rows, mutants: columns, honest };
  return {
    format: 'clever-conformance/proof',
    formatVersion: 1,
    catalogue: { version: catalogueVersion, digest: catalogueDigest() },
    seed,
    ...(quick ? { quick } : {}),
    sides,
    proven: isProven(parts),
    counts: {
      requirements: rows.length,
      unprovable: rows.length - provable.size,
      proven: rows.filter((row) => row.kills.length > 0).length,
      mutants: columns.length,
      killed: columns.filter((one) => one.killedBy.includes(one.breaks)).length,
      caughtByOneAlone: columns.filter(isCaughtAlone).length,
    },
    ...parts,
  };
}

/**
 * Whether every requirement that can be violated catches at least one of its mutants, every mutant is caught by its own
 * requirement, and every conforming control passes.
 */
export function isProven({
  requirements,
  mutants,
  honest,
}: Pick<Proof, 'requirements' | 'mutants' | 'honest'>): boolean {
  return (
    requirements.every((row) => row.unprovable !== undefined || row.kills.length > 0) &&
    requirements.every((row) => row.survivors.length === 0) &&
    mutants.every((one) => one.unfinished === undefined) &&
    honest.every((one) => Object.keys(one.notPassed).length === 0)
  );
}

function honestTrial({ name, side, failed, open }: Trial, provable: ReadonlySet<RequirementId>): HonestTrial {
  const notPassed = [
    ...failed.map((id) => [id, 'failed'] as const),
    ...Object.entries(open).filter(([id]) => provable.has(id as RequirementId)),
  ];
  return { name, side, notPassed: Object.fromEntries(notPassed) };
}

function subjectOf(subjects: readonly Subject[], trial: Trial): Subject | undefined {
  return subjects.find((one) => one.side === trial.side && one.name === trial.name);
}

function namesOf(columns: readonly ProofColumn[]): readonly string[] {
  return columns.map((one) => one.name);
}
