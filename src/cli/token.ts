import { UsageError } from '../errors.ts';
import { readPlainFileSync } from '../plain-file.ts';
import type { Io } from './io.ts';

/** The syntax of a bearer token, RFC 6750 section 2.1. */
const tokenForm = /^[A-Za-z0-9\-._~+/]+=*$/;

/**
 * The token: from `--token-file`, else the variable in `--token-env`, else CLEVER_TOKEN. Never from an argument, which every user
 * of the machine could read, and never part of a message.
 */
export function readToken(
  flags: { readonly tokenEnv?: string; readonly tokenFile?: string },
  io: Io,
): string {
  const variable = flags.tokenEnv ?? 'CLEVER_TOKEN';
  const where =
    flags.tokenFile === undefined ? `The variable ${variable}` : `The token file ${flags.tokenFile}`;
  const remedy =
    flags.tokenFile === undefined
      ? `Set it: export ${variable}=…, or use --token-env NAME or --token-file FILE.`
      : 'The file must contain only the token.';
  const token = flags.tokenFile === undefined ? io.env[variable]?.trim() : readTokenFile(flags.tokenFile);
  if (!token) throw new UsageError(`${where} is not set or empty.`, remedy);
  if (!tokenForm.test(token)) throw new UsageError(`${where} does not contain a valid bearer token.`, remedy);
  return token;
}

function readTokenFile(file: string): string {
  return readPlainFileSync(file, {
    maxBytes: 64 * 1024,
    refuse: ({ why, cause }) =>
      new UsageError(`The token file ${file} cannot be read: ${why}.`, 'Check the path.', { cause }),
  }).trim();
}
