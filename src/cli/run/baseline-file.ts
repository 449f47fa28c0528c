import { parseDocument } from 'yaml';
import { UsageError } from '../../errors.ts';
import { readPlainFileSync } from '../../plain-file.ts';
import type { BaselineEntry } from '../../report/model/baseline.ts';
import { isObject } from '../../text/json.ts';

const required = ['id', 'reason', 'expires'] as const;
const optional = ['case', 'owner', 'link'] as const;
const known: ReadonlySet<string> = new Set([...required, ...optional]);

/** More entries than the catalogue could ever have. */
const maxBytes = 4 * 1024 * 1024;

/**
 * Reads the known failures: a YAML list of {id, case?, reason, owner?, link?, expires}. Checks only the form; whether entries are
 * valid is decided with the run. Throws `UsageError`.
 */
export function readBaseline(file: string): readonly BaselineEntry[] {
  const refuse = (what: string, cause?: unknown) =>
    new UsageError(
      `The baseline ${file} ${what}.`,
      'Write a YAML list of entries with id, case, reason, owner, link and expires (YYYY-MM-DD).',
      { cause },
    );
  const text = readPlainFileSync(file, {
    maxBytes,
    refuse: ({ why, cause }) => refuse(`cannot be read: ${why}`, cause),
  });
  const document = parseDocument(text, { schema: 'core', customTags: [] });
  const [problem] = document.errors;
  if (problem) throw refuse(`is not YAML: ${problem.message.split('\n', 1)[0]}`, problem);
  let entries: unknown;
  try {
    entries = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw refuse('expands to too much data (YAML aliases)', cause);
  }
  if (entries === null) return [];
  if (!Array.isArray(entries)) throw refuse('is not a list');
  return entries.map((entry: unknown, index) => {
    const where = `has an entry (no. ${index + 1})`;
    if (!isObject(entry)) throw refuse(`${where} that is not a mapping`);
    for (const [name, value] of Object.entries(entry)) {
      if (!known.has(name)) throw refuse(`${where} with an unknown member "${name}"`);
      if (typeof value !== 'string') throw refuse(`${where} whose "${name}" is not text`);
    }
    for (const name of required) if (!(name in entry)) throw refuse(`${where} without "${name}"`);
    return entry as unknown as BaselineEntry;
  });
}
