import { isEvidence } from '../../generated/files/evidence.js';
import { formatFault, schemaFault } from '../file-schema.ts';
import type { Evidence } from '../result.ts';

/** Why a parsed file is not valid evidence, in one clause, or `undefined`. Judges rely on this validation. */
export function evidenceFault(value: unknown): string | undefined {
  return (
    formatFault(value, { name: 'clever-conformance/evidence', noun: 'evidence' }) ??
    schemaFault(value, isEvidence) ??
    relationFault(value as Evidence)
  );
}

/** Rules across members, which `docs/evidence.schema.json` cannot express. */
function relationFault({ exchanges, observations = [], shard }: Evidence): string | undefined {
  if (shard && shard.index > shard.of) return 'shard.index is larger than shard.of';
  const unordered = exchanges.findIndex((one, at) => at > 0 && one.seq <= exchanges[at - 1]!.seq);
  if (unordered > 0) return `exchanges[${unordered}].seq is not greater than the previous one`;
  const beyond = observations.findIndex(
    ({ exchanges: { first, count } }) => first + count > exchanges.length,
  );
  if (beyond >= 0) return `observations[${beyond}].exchanges is out of range of the file's exchanges`;
  return undefined;
}
