import type { Exchange } from '../exchange.ts';
import type { ScenarioObservation } from '../observation.ts';
import type { Finding } from '../outcome.ts';
import { findingAt } from './answers.ts';
import { endOfClient } from './client-endings.ts';
import type { ClientJudges } from './client-judge.ts';
import {
  claimFinding,
  claimOf,
  counted,
  foreignRequests,
  judgeScenarios,
  type Look,
  needsClaim,
  ownRequests,
  servedPages,
  wasCutOff,
} from './client-material.ts';

const keepsTokenOnOrigin = judgeScenarios('safety/client-keeps-token-on-origin', (observation): Look => {
  const tokens = tokensOf(observation);
  return {
    findings: foreignRequests(observation).map((one) =>
      findingAt(
        one,
        carriesToken(one, tokens)
          ? 'The token was sent to another origin.'
          : 'A request was sent to another origin.',
        `requests to ${observation.origin} only`,
        `${one.request.method} ${one.request.origin}${one.request.path}`,
      ),
    ),
  };
});

/** What the client presents as its token on its own origin. */
function tokensOf(observation: ScenarioObservation): readonly string[] {
  const presented = ownRequests(observation).map((one) => one.request.headers.authorization ?? '');
  return [...new Set(presented.map((one) => one.replace(/^\S+\s+/, '')))].filter((one) => one !== '');
}

function carriesToken({ request }: Exchange, tokens: readonly string[]): boolean {
  const places = [request.path, request.body ?? '', ...Object.values(request.headers)];
  return tokens.some((token) => places.some((text) => text.includes(token)));
}

/** Fewer pages than this tell nothing of where a client would have stopped. */
const fewestPages = 4;

/** Judges the end of a job that has no good end: by itself, and with a claim to be incomplete. */
function endsByItself(observation: ScenarioObservation, endless: string, sawEnough: () => boolean): Look {
  const finding = (message: string): readonly Finding[] => [
    claimFinding(message, 'an end by itself, and a claim to be incomplete', endOfClient(observation)),
  ];
  if (wasCutOff(observation)) return { findings: finding(`The client did not leave ${endless}.`) };
  if (!sawEnough())
    return { open: { outcome: 'untested', why: `the client left before it could know ${endless}` } };
  if (claimOf(observation)?.says === 'complete')
    return { findings: finding(`The client left ${endless} and claimed to be complete.`) };
  const open = needsClaim(observation);
  return open ? { open } : {};
}

const boundedPages = judgeScenarios('safety/client-bounded-pages', (observation): Look => {
  const pages = servedPages(observation).length;
  return endsByItself(
    observation,
    `an endless chain of pages (${counted(pages, 'page')} so far)`,
    () => pages >= fewestPages,
  );
});

const boundedBody = judgeScenarios(
  'safety/client-bounded-body',
  (observation): Look =>
    endsByItself(observation, 'a body without an end', () =>
      Object.values(observation.account).some((times) => times > 0),
    ),
);

/** What is judged of a client that meets a faulty or hostile server. */
export const safetyClientJudges: ClientJudges<'safety'> = {
  'safety/client-keeps-token-on-origin': keepsTokenOnOrigin,
  'safety/client-bounded-pages': boundedPages,
  'safety/client-bounded-body': boundedBody,
};
