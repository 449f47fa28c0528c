import { writeFileAtomic } from '../../evidence/atomic.ts';
import { canonicalJson, isObject, type Members, sortMembers } from '../../text/json.ts';

/**
 * A pact in canonical form, so that the same contract gives the same bytes: no tool versions, interactions sorted by
 * description and states, sorted keys, two-space indent, final newline.
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

/** Writes atomically, so that concurrent writers cannot corrupt the file. Throws `SuiteFault`. */
export async function writePact(file: string, text: string): Promise<void> {
  await writeFileAtomic(file, text);
}

function sortKey(interaction: unknown): string {
  if (!isObject(interaction)) return '';
  return `${String(interaction.description)}\n${canonicalJson(interaction.providerStates ?? [])}`;
}

/** By code units, independent of the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
