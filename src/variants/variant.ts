import type { Theme } from '../../contracts/requirement.ts';
import type { ClientRequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import type { VirtualClock } from '../clock.ts';
import type { ClientModule } from '../drivers/driver.ts';
import type { OutcomeValue } from '../outcome.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** Outcomes other than `passed` that are correct for this implementation, and why. */
export interface Allowance {
  readonly outcomes: readonly Exclude<OutcomeValue, 'passed'>[];
  readonly why: string;
}

/** Handles requests between the suite and the sandbox. Create state inside, so that runs do not share it. */
export type VariantTamper = (
  sandbox: Sandbox,
  clock: VirtualClock,
) => (request: Request) => Promise<Response>;

/** A conforming server that differs from the sandbox where the documents leave a choice; no claim may fail it. */
export interface ServerVariant {
  /** `<category>/<the difference>`. */
  readonly name: `${Theme}/${string}`;
  /** The document, open question or standard that allows it. */
  readonly why: string;
  readonly tamper: VariantTamper;
  /** Variants with the same slot are never combined in one server. @default none */
  readonly slot?: string;
  /**
   * `live`: judged like a server at a URL, of which only its responses are known. `counting`: the same, and states cannot set
   * its quota.
   */
  readonly subject?: 'live' | 'counting';
  /** All other requirements must pass or be inapplicable. */
  readonly but?: Readonly<Partial<Record<ServerRequirementId, Allowance>>>;
}

/** A conforming client that differs from the documented one where the documents leave a choice; no claim may fail it. */
export interface ClientVariant {
  readonly name: `${Theme}/${string}`;
  /** The document, open question or standard that allows it. */
  readonly why: string;
  readonly run: ClientModule;
  /** All other requirements must pass or be inapplicable. */
  readonly but?: Readonly<Partial<Record<ClientRequirementId, Allowance>>>;
}

/** Combines several variants in one server, the first next to the sandbox. */
export function composed(variants: readonly Pick<ServerVariant, 'tamper'>[]): VariantTamper {
  return (sandbox, clock) => {
    let { fetch } = sandbox;
    for (const { tamper } of variants) fetch = tamper({ ...sandbox, fetch }, clock);
    return fetch;
  };
}

/** Every variant once, in as few servers as possible: those of one slot are in servers of their own. */
export function packed(variants: readonly ServerVariant[]): readonly (readonly ServerVariant[])[] {
  const servers: ServerVariant[][] = [];
  for (const variant of variants) {
    const fits = servers.find((one) => !one.some(({ slot }) => slot !== undefined && slot === variant.slot));
    if (fits) fits.push(variant);
    else servers.push([variant]);
  }
  return servers;
}

/** A pseudorandom number from 0 to 1 that depends only on the text. */
export function chanceOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
