/**
 * One of so many mutants, chosen by their names, so that a new one changes nothing for the others. The long tests take a third, `prove`
 * takes them all, and CI another part of them after each proof; `CLEVER_ALL_MUTANTS=1` takes them all here, too.
 */
export function sampled<Mutant extends { readonly name: string }>(
  mutants: readonly Mutant[],
  oneOf = 12,
): readonly Mutant[] {
  if (process.env.CLEVER_ALL_MUTANTS) return mutants;
  return mutants.filter(({ name }) => hashOf(name) % oneOf === 0);
}

function hashOf(text: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}
