import type { Profile } from './profiles.ts';

/** The categories of requirements; files in `contracts/requirements` have these names. */
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

/** Which side has to meet a requirement: a server that implements Clever's API, or a partner's client. */
export type Side = 'server' | 'client';

/** Affects the verdict of a run, never an outcome: see `verdictOf`. */
export type Level = 'required' | 'recommended' | 'observed';

/** What a target must allow before a requirement can be judged. An empty list: any traffic is enough. */
export type Need =
  /** the target can be put into a provider state (`--states`) */
  | 'states'
  /** its clock can be moved, virtually or by a provider state */
  | 'clock'
  /** create, update and delete are allowed (`--allow-writes`) */
  | 'writes'
  /** a whole rate-limit window may be used up (states, or `--exhaust-rate-limit`) */
  | 'exhaust'
  /** a second token of the same application */
  | 'second-token'
  /** the token of a user of the district, as a single sign-on gives it */
  | 'user-token'
  /** the public TEST_TOKEN, which only a sandbox knows */
  | 'test-token';

/**
 * The source of a claim: OV the overview page, ERR the LMS Connect error page, SPEC the published API description,
 * WIRE public recordings of the real API, OWN the suite's own engineering or safety rule.
 */
export type SourceDocument = 'OV' | 'ERR' | 'SPEC' | 'WIRE' | 'OWN';

export interface Source {
  readonly document: SourceDocument;
  /** Section or table row, paraphrased. */
  readonly section: string;
  /** SHA-256 of the normalised source sentence (`normaliseSentence`), to detect changed documents. */
  readonly sentenceSha256?: string;
}

/** One claim of the documents, paraphrased. */
export interface Requirement {
  /** `<theme>/<claim>`. Public: never renamed, never reused, never positional. */
  readonly id: `${Theme}/${string}`;
  readonly binds: Side;
  readonly level: Level;
  /** The claim, as a fact: ``without `limit` a page has at most 100 records``. */
  readonly claim: string;
  readonly levelReason: string;
  /** What goes wrong at a school or a partner when it is violated. */
  readonly harm: string;
  /** How the suite exercises it, or in which traffic it is judged. */
  readonly provokedBy: string;
  /** How to fix an implementation that violates it. */
  readonly fix: string;
  readonly sources: readonly Source[];
  readonly needs: readonly Need[];
  /** Ids of open questions in `contracts/open-questions.ts`, by the name that reports have for them. */
  readonly doubts: readonly string[];
  /** Why no implementation can violate it. Absent: at least one deliberately broken implementation must fail it. */
  readonly unprovable?: string;
}

/** An open question in the documents, and how the suite judges it. */
export interface OpenQuestion {
  readonly id: string;
  readonly title: string;
  /** What each source says. */
  readonly positions: readonly { readonly source: SourceDocument; readonly says: string }[];
  /** What passes, what passes with a note, and what fails. */
  readonly judgedAs: string;
}

/** `pagination` of `pagination/next-while-more`. */
export function themeOf(id: string): Theme {
  return id.slice(0, id.indexOf('/')) as Theme;
}

/** The API that a requirement is about. */
export function apiOf(id: string): Profile['kind'] {
  const theme = themeOf(id);
  return theme === 'lms' || theme === 'lms-errors' ? 'lms' : 'data';
}
