import { collections } from '../data/schema.ts';

/** A bearer token and its access. */
export interface Token {
  readonly value: string;
  /** District number in the database: 0 is the main one, 1 the other. */
  readonly district: 0 | 1;
  readonly scopes: ReadonlySet<Scope>;
  /** Whether the application has signed the LMS Connect agreement. */
  readonly agreement: boolean;
  /** Number of the restricted view (see `views.ts`); 0 is the whole district. */
  readonly view: number;
  /** Id of the user whose token it is. @default the token is the district's */
  readonly user?: string;
}

/** What v3.x serves besides the collections of v2.0, whose names its people keep here. */
export const scopes = [...collections, 'resources', 'attendance'] as const;
export type Scope = (typeof scopes)[number];

/** The tokens of a fresh sandbox. TEST_TOKEN is Clever's documented public token. */
export const knownTokens = {
  district: 'sandbox-district-token',
  second: 'sandbox-second-token',
  other: 'sandbox-other-district-token',
  test: 'TEST_TOKEN',
} as const;

export const everything: ReadonlySet<Scope> = new Set(scopes);

export const seededTokens: readonly Token[] = [
  { value: knownTokens.district, district: 0, scopes: everything, agreement: true, view: 0 },
  { value: knownTokens.second, district: 0, scopes: everything, agreement: true, view: 0 },
  { value: knownTokens.test, district: 0, scopes: everything, agreement: true, view: 0 },
  { value: knownTokens.other, district: 1, scopes: everything, agreement: true, view: 0 },
];

/** The caller: no token, an unknown token, or a known one. */
export type Caller =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'token'; readonly token: Token };

export interface Tokens {
  /** Reads an Authorization header. */
  callerOf(authorization: string | null | undefined): Caller;
  /** The caller's rate-limit bucket. Unknown tokens share one, which bounds memory. */
  bucketOf(caller: Caller): string;
  /** Issues a token, numbered from 1. */
  issue(rest: Omit<Token, 'value'>): Token;
  /** Revokes issued tokens. */
  reset(): void;
}

export function createTokens(): Tokens {
  const tokens = new Map(seededTokens.map((one) => [one.value, one]));
  return {
    callerOf: (authorization) => {
      const value = /^bearer +([^\s]+)\s*$/i.exec(authorization ?? '')?.[1];
      if (value === undefined) return { kind: 'absent' };
      const token = tokens.get(value);
      return token ? { kind: 'token', token } : { kind: 'unknown' };
    },
    bucketOf: (caller) => (caller.kind === 'token' ? `token ${caller.token.value}` : caller.kind),
    issue: (rest) => {
      const token: Token = { ...rest, value: `sandbox-token-${tokens.size - seededTokens.length + 1}` };
      tokens.set(token.value, token);
      return token;
    },
    reset: () => {
      tokens.clear();
      for (const one of seededTokens) tokens.set(one.value, one);
    },
  };
}

/** `read:students` names the collection `students`; undefined for a scope that the sandbox does not know. */
export function scopeNamed(text: string): Scope | undefined {
  return scopes.find((one) => text === `read:${one}`);
}
