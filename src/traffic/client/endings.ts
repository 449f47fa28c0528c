import type { ClientClaim } from '../../observation.ts';

/** How a reported set of ids differs from the whole one. */
export interface IdComparison {
  readonly missing: readonly string[];
  readonly repeated: readonly string[];
  /** Ids that the server never had. */
  readonly unknown: readonly string[];
}

export function compareIds(ids: readonly string[], truth: readonly string[]): IdComparison {
  const held = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) (held.has(id) ? repeated : held).add(id);
  const whole = new Set(truth);
  return {
    missing: truth.filter((id) => !held.has(id)),
    repeated: [...repeated],
    unknown: [...held].filter((id) => !whole.has(id)),
  };
}

/** How the client's last run ended, in a clause: `the client exited with an error (reported "incomplete")`. */
export function endingText(report: ClientClaim | undefined): string {
  if (!report) return 'the client was never started';
  switch (report.endedBy) {
    case 'time':
      return 'stopped by the suite (time limit)';
    case 'output':
      return 'stopped by the suite (output limit)';
    case 'requests':
      return 'stopped by the suite (request limit)';
    case 'memory':
      return 'stopped by the suite (memory limit)';
    case 'kill':
      return 'killed by the suite';
    case 'exit':
      return 'the client called process.exit instead of returning a result';
    case 'crash':
      return 'the client crashed with an uncaught error';
    case 'itself':
      if (report.says === 'nothing') return 'no further request came';
      return report.says === 'complete'
        ? 'the client exited 0 (reported "complete")'
        : 'the client exited with an error (reported "incomplete")';
    default:
      return report.endedBy satisfies never;
  }
}

/** `3 ids, the first of them 5f…`: enough to find them. */
export function someIds(ids: readonly string[]): string {
  const [first] = ids;
  if (first === undefined) return 'none';
  return ids.length === 1 ? first : `${ids.length} ids, the first of them ${first}`;
}

/** `1 request`, `3 requests`. */
export function counted(count: number, what: string, many = `${what}s`): string {
  return `${count} ${count === 1 ? what : many}`;
}
