import { join } from 'node:path';
import type { SandboxTargetOptions } from '../targets/sandbox.ts';
import { openSandboxTarget } from '../targets/sandbox.ts';
import { type Pact, pactOf } from './pact.ts';
import { readPacts } from './pact-files.ts';
import type { InteractionResult, PactResult } from './pact-result.ts';
import { verifyPact } from './verify/verify.ts';

/** Shared by the tests of this directory. */

export const committedFolder = join(import.meta.dirname, '../../contracts/pacts');

/** One of the committed pacts. */
export async function committed(name: 'data-v2.0' | 'data-v3.1' | 'lms-v3.1'): Promise<Pact> {
  const [pact] = await readPacts([join(committedFolder, `${name}.json`)]);
  return pact!;
}

/** A V3 pact of these interactions; throws if it is invalid. */
export function pactWith(interactions: readonly object[], version = '3.0.0'): Pact {
  const pact = pactOf('made.json', {
    consumer: { name: 'a partner' },
    provider: { name: 'clever' },
    interactions,
    metadata: { pactSpecification: { version } },
  });
  if (typeof pact === 'string') throw new Error(pact);
  return pact;
}

/** The interactions of a pact with these descriptions. */
export function only(pact: Pact, ...descriptions: readonly string[]): Pact {
  const all = pact.json.interactions as readonly { readonly description: string }[];
  return pactWith(
    all.filter((one) => descriptions.includes(one.description)),
    '4.0',
  );
}

/** Verifies against a small sandbox, optionally modified. */
export async function verified(pact: Pact, tamper?: SandboxTargetOptions['tamper']): Promise<PactResult> {
  const target = openSandboxTarget({ seed: 1, students: 60, ...(tamper ? { tamper } : {}) });
  try {
    return await verifyPact(pact, {
      target,
      env: process.env,
      signal: new AbortController().signal,
    });
  } finally {
    await target.close();
  }
}

/** Interactions that did not pass, with their mismatches. */
export function failedIn({ interactions }: PactResult): Readonly<Record<string, string>> {
  return Object.fromEntries(
    interactions
      .filter((one) => one.outcome !== 'passed')
      .map((one): [string, string] => [one.description, wordsOf(one)]),
  );
}

function wordsOf({ outcome, why, mismatches }: InteractionResult): string {
  return [outcome, why, ...mismatches.map((one) => `${one.part} ${one.at}: ${one.message}`)]
    .filter(Boolean)
    .join('; ');
}
