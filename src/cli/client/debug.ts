import type { Assignment } from '../../drivers/driver.ts';
import type { Exchange } from '../../exchange.ts';
import { shellQuote } from '../../report/curl.ts';
import { escapeTerminal } from '../../report/escape.ts';
import type { Scenario } from '../../scenarios/scenario.ts';

/** What is printed before a scenario is debugged. */
export function debugIntro({ name, title }: Pick<Scenario, 'name' | 'title'>): string {
  return (
    `${name}: ${title}\n` +
    `There is no time limit. "npx clever-conformance explain ${name}" shows what a client that keeps to the documents does.\n`
  );
}

/** The variables of a client that is started by hand, as a command for a shell. The server waits until Ctrl-C. */
export function debugEnvironment(
  given: Pick<Assignment, 'baseUrl' | 'token' | 'dataVersion' | 'job' | 'input' | 'stateDir' | 'scenario'>,
): string {
  const variables = {
    CLEVER_BASE_URL: given.baseUrl,
    CLEVER_TOKEN: given.token,
    CLEVER_DATA_VERSION: given.dataVersion,
    CLEVER_JOB: given.job,
    CLEVER_JOB_INPUT: JSON.stringify(given.input),
    CLEVER_STATE_DIR: given.stateDir,
    CLEVER_SCENARIO: given.scenario,
  };
  const words = Object.entries(variables).map(([name, value]) => `${name}=${shellQuote(value)}`);
  return `export ${words.join(' ')}\n`;
}

/** Prints each exchange as it ends: when it arrived, the request, the response, and the step of the scenario that made it. */
export function createExchangePrinter(write: (text: string) => void): (exchange: Exchange) => void {
  let startedAtMs: number | undefined;
  return ({ request, response, failure, step }) => {
    startedAtMs ??= request.sentAtMs;
    const seconds = ((request.sentAtMs - startedAtMs) / 1000).toFixed(3);
    const resetS = Number(response?.headers['x-ratelimit-reset']) - request.sentAtMs / 1000;
    const reset =
      response?.status === 429 && resetS > 0 && resetS < 3600 ? ` (Reset in ${resetS.toFixed(3)} s)` : '';
    const outcome = response ? `${response.status}${reset}` : `no response: ${failure?.message ?? 'unknown'}`;
    const role = step?.role === undefined ? '' : `  [${step.role}]`;
    write(`${escapeTerminal(`t=${seconds}  ${request.method} ${request.path}  ${outcome}${role}`)}\n`);
  };
}
