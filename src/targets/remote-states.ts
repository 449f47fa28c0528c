import type { SetState, StateName, StateParams } from '../../contracts/states.ts';
import { InconclusiveError, UsageError } from '../errors.ts';

/** A state returns only a few values. */
const maxCharacters = 1024 * 1024;

/**
 * Provider states over Pact's endpoint (`POST {state, params, action}`). The token is not sent to the endpoint. Throws
 * `UsageError` for an invalid URL or unsuitable endpoint, and `InconclusiveError` if it worked before and then fails.
 */
export function remoteStates(statesUrl: string, timeoutMs: number, name = '--states'): SetState {
  const url = readStatesUrl(statesUrl, name);
  // In reports, too; a query may have a key.
  const shown = url.origin + url.pathname;
  let hasWorked = false;
  const fault = (message: string, cause?: unknown) =>
    hasWorked
      ? new InconclusiveError(message, 'Check that the target is running, and try again.', { cause })
      : new UsageError(message, `Check ${name}.`, { cause });
  return async (name: StateName, params: StateParams = {}) => {
    const { status, text } = await ask(url, name, params, timeoutMs).catch((cause: unknown) => {
      const timeout =
        cause instanceof Error && cause.name === 'TimeoutError' ? ` within ${timeoutMs} ms` : '';
      throw fault(`The state endpoint ${shown} did not respond${timeout}.`, cause);
    });
    if (status >= 500) throw fault(`The state endpoint ${shown} failed with ${status}.`);
    if (status < 200 || status > 299)
      throw new UsageError(
        `The state endpoint ${shown} rejected "${name}" with ${status}.`,
        `It must support every state of contracts/states.ts; omit ${name} to judge without.`,
      );
    try {
      const values: unknown = text === '' ? {} : JSON.parse(text);
      hasWorked = true;
      return typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};
    } catch (cause) {
      throw fault(`The state endpoint ${shown} did not return JSON.`, cause);
    }
  };
}

async function ask(url: URL, state: StateName, params: StateParams, timeoutMs: number) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ state, params, action: 'setup' }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  return { status: response.status, text: await readText(response) };
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    text += decoder.decode(value, { stream: !done });
    if (done) return text;
    if (text.length <= maxCharacters) continue;
    reader?.cancel().catch(() => {});
    throw new Error(`more than ${maxCharacters} characters`);
  }
}

function readStatesUrl(text: string, name: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new UsageError(
      `${name} "${text}" is not an http or https URL.`,
      'Give the URL of the endpoint, such as http://127.0.0.1:4010/_states.',
    );
  if (url.username || url.password)
    throw new UsageError(`${name} contains a user name or password.`, 'Remove it from the URL.');
  return url;
}
