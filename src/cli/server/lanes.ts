import { createHash } from 'node:crypto';
import { ConformanceError, UsageError } from '../../errors.ts';
import { slugOf } from '../../report/files/run-folder.ts';
import { readOrigin } from '../../targets/live.ts';
import { type Config, type Flags, shared } from '../config/read.ts';
import type { Io } from '../io.ts';
import { readToken } from '../token.ts';

/** A target of the file. */
export interface Subject {
  readonly name: string;
  /** Its part of the report directory. */
  readonly folder: string;
}

/** Subjects of one token at one server share its rate limit, and are judged one after the other. */
export type Lane = readonly Subject[];

/**
 * The subjects of a file by what they share, in the order of the file. `typed` are the flags of the command line, which every subject gets. Throws
 * `UsageError` for a target without an address, and for two that would share a directory.
 */
export function lanesOf(
  file: string,
  { targets, sections }: Config,
  typed: { readonly tokenEnv?: string; readonly tokenFile?: string },
  io: Io,
): readonly Lane[] {
  if (targets.size === 0)
    throw new UsageError(`${file} has no targets.`, 'Write "targets:", and below it names with their flags.');
  const lanes = new Map<string, Subject[]>();
  const folders = new Set<string>();
  for (const [name, flags] of targets) {
    const address = flags.get('target')?.value;
    if (address === undefined)
      throw new UsageError(
        `${file}: "${name}" has no target.`,
        'Give its address: target: https://api.example.com.',
      );
    const folder = slugOf(name);
    if (folders.has(folder))
      throw new UsageError(
        `${file}: "${name}" and another target would write to ${folder}.`,
        'Rename one of them.',
      );
    folders.add(folder);
    // As the run of the subject finds them: what was typed first, then the nearest part of the file.
    const parts = [flags, sections.get('server'), sections.get(shared)];
    const key = keyOf(String(address), { ...tokenFlagsIn(parts), ...typed }, io) ?? name;
    lanes.set(key, [...(lanes.get(key) ?? []), { name, folder }]);
  }
  return [...lanes.values()];
}

interface TokenFlags {
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
}

function tokenFlagsIn(parts: readonly (Flags | undefined)[]): TokenFlags {
  const valueIn = (flag: string) =>
    parts.map((one) => one?.get(flag)?.value).find((one) => one !== undefined);
  const [tokenEnv, tokenFile] = [valueIn('token-env'), valueIn('token-file')];
  return {
    ...(tokenEnv === undefined ? {} : { tokenEnv: String(tokenEnv) }),
    ...(tokenFile === undefined ? {} : { tokenFile: String(tokenFile) }),
  };
}

/** Server and token, digested; `undefined` where there are none, which the run of the subject explains. */
function keyOf(address: string, flags: TokenFlags, io: Io): string | undefined {
  try {
    const text = `${readOrigin(address, 'target')} ${readToken(flags, io)}`;
    return createHash('sha256').update(text).digest('hex');
  } catch (error) {
    if (error instanceof ConformanceError) return undefined;
    throw error;
  }
}
