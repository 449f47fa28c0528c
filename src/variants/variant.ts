import type { Theme } from '../../contracts/requirement.ts';
import type { ClientRequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { VirtualClock } from '../clock.ts';
import type { ClientModule } from '../drivers/driver.ts';
import type { OutcomeValue } from '../outcome.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** What may come of a requirement other than `passed`, and why that is right for this implementation. */
export interface Allowance {
  readonly outcomes: readonly Exclude<OutcomeValue, 'passed'>[];
  readonly why: string;
}

/** Stands between the suite and the sandbox. Fresh state inside, so that two runs do not meet. */
export type VariantTamper = (
  sandbox: Sandbox,
  clock: VirtualClock,
) => (request: Request) => Promise<Response>;

/** A server that differs from the sandbox in what the documents leave open: nobody may accuse it. */
export interface ServerVariant {
  /** `<theme>/<what differs>`, a fact. */
  readonly name: `${Theme}/${string}`;
  /** The document, the doubt or the standard that allows it. */
  readonly why: string;
  readonly tamper: VariantTamper;
  /** Variants that change the same thing have the same slot, and never stand in one server together. @default none */
  readonly slot?: string;
  /**
   * `live`: makes sense only for somebody else's server, of which nothing but its answers is known. `counting`: so does this,
   * and its quota cannot be put into states, either.
   */
  readonly subject?: 'live' | 'counting';
  /** Everything else has to pass or to be inapplicable. */
  readonly but?: Readonly<Partial<Record<ServerRequirementId, Allowance>>>;
}

/** A client that differs from the one of the documents in what they leave open: nobody may accuse it. */
export interface ClientVariant {
  readonly name: `${Theme}/${string}`;
  /** The document, the doubt or the standard that allows it. */
  readonly why: string;
  readonly run: ClientModule;
  /** Everything else has to pass or to be inapplicable. */
  readonly but?: Readonly<Partial<Record<ClientRequirementId, Allowance>>>;
}

/** The tampers of several variants in one server, the first next to the sandbox. */
export function composed(variants: readonly Pick<ServerVariant, 'tamper'>[]): VariantTamper {
  return (sandbox, clock) => {
    let { fetch } = sandbox;
    for (const { tamper } of variants) fetch = tamper({ ...sandbox, fetch }, clock);
    return fetch;
  };
}

/** A number from 0 to 1 that follows from a text: the same text is always treated alike. */
export function chanceOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
