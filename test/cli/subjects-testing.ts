import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { createSandbox, type Sandbox } from '../../src/library/sandbox.ts';

/** A district on a port of its own; its token is known under the name of a variable. */
export interface District {
  readonly name: string;
  readonly sandbox: Sandbox;
  readonly origin: string;
  readonly variable: string;
}

/** So many districts, with different data. */
export async function districts(count: number, students: number): Promise<readonly District[]> {
  return await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const sandbox = createSandbox({ seed: at + 1, students });
      const { origin } = await sandbox.listen();
      return { name: `district ${at + 1}`, sandbox, origin, variable: `TOKEN_${at + 1}` };
    }),
  );
}

/** The file of `--subjects`, in a folder. */
export function subjectsFile(folder: string, all: readonly District[]): string {
  const file = join(folder, 'districts.yml');
  const targets = Object.fromEntries(
    all.map(({ name, origin, variable }) => [name, { target: origin, 'token-env': variable }]),
  );
  writeFileSync(file, stringify({ targets }));
  return file;
}

/** Their tokens, for the environment. */
export function tokensOf(all: readonly District[]): Readonly<Record<string, string>> {
  return Object.fromEntries(all.map(({ variable, sandbox }) => [variable, sandbox.token]));
}
