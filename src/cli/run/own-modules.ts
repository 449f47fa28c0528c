import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Side } from '../../../contracts/requirement.ts';
import { type ExtraClaim, requireExtra } from '../../claims/extra.ts';
import { ConformanceError, UsageError } from '../../errors.ts';
import type { OwnReporter } from '../../report/formats/reporters.ts';
import type { RunOptions } from './run-flags.ts';

/**
 * Imports what the flags name, before anything is sent: own requirements and own reporters. `judged` has the sides that are judged. Throws
 * `UsageError`.
 */
export async function withOwnModules<Options extends RunOptions>(
  options: Options,
  judged: { readonly [Name in Side]?: unknown },
): Promise<Options> {
  const extra = await loadExtras(options.extraFiles);
  const sides = (['server', 'client'] as const).filter((side) => judged[side]);
  // Otherwise `--fail-on extra` would pass what nothing has judged.
  if (extra.length > 0 && !extra.some(({ binds }) => sides.includes(binds)))
    throw new UsageError(
      `--extra ${options.extraFiles.join(' ')} has no requirement of a ${sides.join(' or a ')}.`,
      'Make them with claim(…) for servers, clientClaim(…) for clients.',
    );
  return {
    ...options,
    extra,
    ownReporters: await loadReporters(options.reporterFiles),
  };
}

/** Files of `--extra`. Throws `UsageError`. */
export async function loadExtras(files: readonly string[]): Promise<readonly ExtraClaim[]> {
  const claims = (await Promise.all(files.map(loadExtra))).flat();
  try {
    return requireExtra(claims);
  } catch (error) {
    throw error instanceof UsageError
      ? new UsageError(`--extra ${files.join(' ')}: ${error.message}`, error.remedy)
      : error;
  }
}

/** Files of `--reporter ./mine.mjs`. Throws `UsageError`. */
export async function loadReporters(files: readonly string[]): Promise<readonly OwnReporter[]> {
  return await Promise.all(files.map(loadReporter));
}

async function loadReporter(file: string): Promise<OwnReporter> {
  const render = await functionIn('--reporter', file, '(report) => ({ name, text })');
  return render as OwnReporter;
}

async function loadExtra(file: string): Promise<readonly unknown[]> {
  const make = await functionIn('--extra', file, '({ claim, each, expect }) => [claim(…)]');
  const { vocabulary } = await import('../../library/extra.ts');
  let claims: unknown;
  try {
    claims = make(vocabulary);
  } catch (error) {
    if (error instanceof ConformanceError)
      throw new UsageError(`--extra ${file}: ${error.message}`, error.remedy);
    throw new UsageError(`--extra ${file} broke: ${wordsOf(error)}`, 'Fix the file.');
  }
  if (Array.isArray(claims) && claims.length > 0) return claims;
  throw new UsageError(
    `--extra ${file} makes no requirements.`,
    'Its function has to return a list of claim(…) and clientClaim(…).',
  );
}

/** The function that a module exports by default. */
async function functionIn(flag: string, file: string, form: string): Promise<(input: unknown) => unknown> {
  if (!existsSync(file))
    throw new UsageError(
      `${flag} ${file} does not exist.`,
      'Give the path of a JavaScript or TypeScript file.',
    );
  const url = pathToFileURL(resolve(file)).href;
  const fault = await faultOfImport(url);
  if (fault !== undefined) throw new UsageError(`${flag} ${file} ${fault}.`, 'Fix the file.');
  const { default: made } = (await import(url)) as { readonly default?: unknown };
  if (typeof made === 'function') return made as (input: unknown) => unknown;
  throw new UsageError(`${flag} ${file} exports no function.`, `Write: export default ${form}`);
}

/** An import that takes longer hangs. */
const importMs = 10_000;

/** Imports a module in a thread first: one that hangs, or ends its process, could not be ended in this one. */
async function faultOfImport(url: string): Promise<string | undefined> {
  const code = `const { parentPort, workerData } = require('node:worker_threads');
import(workerData).then(() => parentPort.postMessage(''), (error) => parentPort.postMessage(String(error?.message ?? error)));`;
  const thread = new Worker(code, { eval: true, workerData: url, stdout: true, stderr: true });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((done) => {
      timer = setTimeout(() => done(`is not loaded after ${importMs / 1000} seconds`), importMs);
      thread.on('message', (text: string) =>
        done(text === '' ? undefined : `cannot be loaded: ${firstLine(text)}`),
      );
      thread.on('error', (error) => done(`cannot be loaded: ${wordsOf(error)}`));
      thread.on('exit', () => done('ends the process when it is loaded'));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

function wordsOf(error: unknown): string {
  return firstLine(error instanceof Error ? error.message : String(error));
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
