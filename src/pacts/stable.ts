import { writeFileAtomic } from '../evidence/atomic.ts';
import { canonicalJson, isObject, type Members, sortMembers } from '../json.ts';

/**
 * A pact in the one form that we commit: the versions of the tools that wrote it left out, interactions sorted by
 * description and states, all keys sorted, two blanks deep, with a line end. The same contract gives the same bytes.
 */
export function renderStable(pact: Members): string {
  const interactions = Array.isArray(pact.interactions) ? pact.interactions : [];
  const metadata = isObject(pact.metadata) ? pact.metadata : {};
  const bare = {
    ...pact,
    interactions: interactions.toSorted((a, b) => compare(sortKey(a), sortKey(b))),
    metadata: { pactSpecification: metadata.pactSpecification },
  };
  return `${JSON.stringify(bare, sortMembers, 2)}\n`;
}

/** Writes such a text whole or not at all, so that several at once do each other no harm. Throws `SuiteFault`. */
export async function writePact(file: string, text: string): Promise<void> {
  await writeFileAtomic(file, text);
}

function sortKey(interaction: unknown): string {
  if (!isObject(interaction)) return '';
  return `${String(interaction.description)}\n${canonicalJson(interaction.providerStates ?? [])}`;
}

/** By code units, so that no locale changes the order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
