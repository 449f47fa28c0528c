import type {
  ClientRequirementId,
  RequirementId,
  ServerRequirementId,
} from '../../contracts/requirements/index.ts';
import { SuiteFault } from '../errors.ts';
import type { ClientTraffic } from '../traffic/client/client-traffic.ts';
import type { Traffic } from '../traffic/traffic.ts';

/** Material of one case. */
export interface Material {
  /** Name of the case, unique in its requirement: `/students`, `token 1`, a scenario. */
  readonly name: string;
  /** Why nothing may have been seen, where a response in place of the material was inconclusive. */
  readonly inconclusive?: string | undefined;
  /** Listed only where it fails: what the requirement was not exercised for. */
  readonly listedOnFailure?: boolean | undefined;
}

/** One documented promise as a pure assertion over traffic. It sees no clock, no socket and no test runner. */
export interface ClaimForm<T, Case extends Material> {
  /** Selects the material, named: one case each. */
  readonly cases: (traffic: T) => readonly Case[];
  /** What it means when there is no material. */
  readonly otherwise: Otherwise;
  /** Asserts one case with chai; `each` gathers all failures of a case. */
  readonly assert: (material: Case, traffic: T) => void;
  /** Calls `undecided` where a case without findings must not pass. */
  readonly control?: ((material: Case, traffic: T) => void) | undefined;
}

export interface Otherwise {
  /** Why there is no case at all: the requirement is untested. */
  readonly untested: string | ((traffic: never) => string);
  /** Why a case has nothing to assert: it is inapplicable. @default such a case is not listed */
  readonly inapplicable?: string | undefined;
  /** Precedes the reason of an undecided requirement with many cases: `53 of 60 operations responded as described`. */
  readonly partly?: ((passed: number, all: number) => string) | undefined;
}

export interface Claim<T = never> {
  readonly id: RequirementId;
  // The material is the claim's own: the runner passes on what `cases` gave.
  readonly form: ClaimForm<T, Material>;
}

export type ServerClaim = Claim<Traffic> & { readonly id: ServerRequirementId };
export type ClientClaim = Claim<ClientTraffic> & { readonly id: ClientRequirementId };

const registered = new Map<RequirementId, Claim>();
let onClaim: ((claim: Claim) => void) | undefined;

/** Registers a claim. The spec files call it when they are loaded. */
export function register<T, Case extends Material>(id: RequirementId, form: ClaimForm<T, Case>): void {
  if (registered.has(id)) throw new SuiteFault(`Two claims are named ${id}.`, 'Please report it.');
  const claim = { id, form } as unknown as Claim;
  registered.set(id, claim);
  onClaim?.(claim);
}

/** Calls `listener` for each claim that is registered from now on. */
export function hostRegistration(listener: (claim: Claim) => void): void {
  onClaim = listener;
}

/** The claim of a requirement. Throws `SuiteFault` where no spec file makes it. */
export function claimOf(id: ServerRequirementId): ServerClaim;
export function claimOf(id: ClientRequirementId): ClientClaim;
export function claimOf(id: RequirementId): Claim {
  const claim = registered.get(id);
  if (!claim) throw new SuiteFault(`There is no claim for ${id}.`, 'Please report it.');
  return claim;
}
