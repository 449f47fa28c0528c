import type { Assignment } from '../../drivers/driver.ts';
import { resetText, seconds } from '../../report/charts/times.ts';
import { escapeTerminal } from '../../report/escape.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { StageOptions } from '../../scenarios/serving/stage.ts';
import { shellQuote } from '../../text/shell.ts';

/** What is printed before a scenario is debugged. */
export function debugIntro({ name, title }: Pick<Scenario, 'name' | 'title'>): string {
  return (
    `${name}: ${title}\n` +
    `There is no time limit. "npx clever-conformance explain ${name}" shows what a client that keeps to the documents does.\n` +
    'Ids are shown as they are served; in the reports others stand for them.\n'
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

/** Prints when the client is started, and each exchange as it ends: when it arrived, the request, the response, and the step of the scenario that made it. */
export function createConversationPrinter(
  write: (text: string) => void,
): Required<Pick<StageOptions, 'onStart' | 'onExchange'>> {
  let firstStartMs = 0;
  const print = (atMs: number, text: string) =>
    write(`${escapeTerminal(`t=${seconds(atMs - firstStartMs)}  ${text}`)}\n`);
  return {
    onStart: (atMs) => {
      // As in the timelines of reports.
      firstStartMs ||= atMs;
      print(atMs, 'the client is started');
    },
    onExchange: ({ request, response, failure, step }) => {
      const reset = response?.status === 429 ? ` (${resetText({ request, response })})` : '';
      const outcome = response
        ? `${response.status}${reset}`
        : `no response: ${failure?.message ?? 'unknown'}`;
      const role = step?.role === undefined ? '' : `  [${step.role}]`;
      print(request.sentAtMs, `${request.method} ${request.path}  ${outcome}${role}`);
    },
  };
}
