/** The themes; the same word names the file in every room. */
export const themes = [
  'data',
  'pagination',
  'rate-limit',
  'errors',
  'access',
  'events',
  'lms',
  'lms-errors',
  'backoff',
  'safety',
] as const;
export type Theme = (typeof themes)[number];

/** Who has to keep a requirement: a server that claims to be Clever, or a partner's client. */
export type Side = 'server' | 'client';

/** Decides a run's verdict, never an outcome: see `verdictOf`. */
export type Level = 'required' | 'recommended' | 'observed';

/** What a target must allow before a claim can be judged. Nothing listed: any traffic will do. */
export type Need =
  /** the target can be put into a provider state (`--states`) */
  | 'states'
  /** its time can be moved, by a virtual clock or by a state */
  | 'clock'
  /** creating, changing and deleting is allowed (`--allow-writes`) */
  | 'writes'
  /** a whole rate-limit window may be used up (states, or `--exhaust-rate-limit`) */
  | 'exhaust'
  /** a second token of the same application */
  | 'second-token'
  /** the public TEST_TOKEN, which only a sandbox knows */
  | 'test-token';

/**
 * Where a claim comes from: OV the overview page, ERR the LMS Connect error page, SPEC the published API description,
 * WIRE public recordings of the real API, OWN our own engineering or safety rule.
 */
export type SourceDocument = 'OV' | 'ERR' | 'SPEC' | 'WIRE' | 'OWN';

export interface Source {
  readonly document: SourceDocument;
  /** Section or table row, in our own words. */
  readonly section: string;
  /** SHA-256 of the normalised source sentence (`normaliseSentence`), so that a changed document is noticed. */
  readonly sentenceSha256?: string;
}

/** One claim that the documents make, in our own words. */
export interface Requirement {
  /** `<theme>/<claim>`. Public: never renamed, never reused, never positional. */
  readonly id: `${Theme}/${string}`;
  readonly binds: Side;
  readonly level: Level;
  /** The claim, as a fact: `without a limit a page holds at most 100 entries`. */
  readonly claim: string;
  /** Why it has this level. */
  readonly levelReason: string;
  /** What goes wrong at a school or a partner when it is broken. */
  readonly harm: string;
  /** How it is provoked, or in what traffic it is found. */
  readonly provokedBy: string;
  /** How to mend an implementation that breaks it. */
  readonly fix: string;
  readonly sources: readonly Source[];
  readonly needs: readonly Need[];
  /** Ids of `contracts/doubts.ts`. */
  readonly doubts: readonly string[];
  /** Why no implementation can break it, so that it only tells what was seen. Absent: something broken must fail it. */
  readonly unprovable?: string;
}

/** A contradiction of the documents, and the way in which it is judged. */
export interface Doubt {
  readonly id: string;
  readonly title: string;
  /** What the one place says, and what the other. */
  readonly positions: readonly { readonly source: SourceDocument; readonly says: string }[];
  /** How we judge: what passes, what passes with a note, what fails. */
  readonly judgedAs: string;
}

/** `pagination` of `pagination/next-while-more`. */
export function themeOf(id: string): Theme {
  return id.slice(0, id.indexOf('/')) as Theme;
}
