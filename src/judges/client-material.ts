import type { ClientRequirementId } from '../../contracts/requirements/index.ts';
import { type Exchange, pathnameOf } from '../exchange.ts';
import type { ClientClaim, ScenarioObservation } from '../observation.ts';
import {
  type CaseOutcome,
  type Finding,
  judged,
  type Outcome,
  type OutcomeValue,
  outcomeOf,
  undecided,
} from '../outcome.ts';
import type { ClientJudge } from './client-judge.ts';
import { type ListPage, listOf } from './material.ts';

/**
 * What judges of clients find in an observation. The exchanges are the server's own account, so what a client sent is
 * certain; what it made of the answers is known only from what it sent next and from what it claimed.
 */

/** What one look at an observation gave. Findings outweigh everything; `open` says why nothing can be said. */
export interface Look {
  readonly findings?: readonly Finding[];
  readonly notes?: readonly string[];
  readonly open?: Open;
}

/** A case that was not decided. */
export interface Open {
  readonly outcome: Exclude<OutcomeValue, 'passed' | 'failed'>;
  readonly why: string;
}

export interface JudgingOptions {
  /**
   * Rules that need not have answered, by their label. @default none: a rule that was never reached leaves the case
   * untested, because what it was to provoke did not happen
   */
  readonly mayBeUnreached?: (label: string) => boolean;
  /** Looks at the other scenarios, too, and lists them where something is found: for claims about every request. */
  readonly everywhere?: true;
}

/**
 * A judge with one case for each scenario that provokes the requirement. A finding fails the case; otherwise a client that
 * sent nothing, and a rule that was never reached, leave it untested, whatever was claimed.
 */
export function judgeScenarios(
  id: ClientRequirementId,
  look: (observation: ScenarioObservation) => Look,
  options: JudgingOptions = {},
): ClientJudge {
  return (observations): Outcome => {
    const cases = observations.flatMap((observation): readonly CaseOutcome[] => {
      const provoked = observation.provokes.includes(id);
      // Captured traffic is judged by its material alone: it stands in several observations.
      if (!provoked && (!options.everywhere || observation.captured)) return [];
      const one = caseOf(observation, look(observation), options);
      return provoked || one.outcome === 'failed' ? [one] : [];
    });
    return outcomeOf(cases, 'no scenario that provokes it was run');
  };
}

function caseOf(observation: ScenarioObservation, look: Look, options: JudgingOptions): CaseOutcome {
  const { scenario: name } = observation;
  const { findings = [], notes = [], open } = look;
  if (findings.length > 0) return judged(name, findings, notes);
  if (observation.exchanges.length === 0) return undecided(name, 'untested', 'the client sent no request');
  const missed = unreached(observation).filter((label) => !options.mayBeUnreached?.(label));
  if (missed.length > 0)
    return undecided(name, 'untested', `the client never came to where ${missed.join(', and where ')}`);
  if (open) return undecided(name, open.outcome, open.why);
  return judged(name, [], notes);
}

/** Labels of the rules that never answered. */
export function unreached(observation: ScenarioObservation): readonly string[] {
  return Object.keys(observation.account).filter((label) => observation.account[label] === 0);
}

/** What the client said at the end of its last run. */
export function claimOf(observation: ScenarioObservation): ClientClaim | undefined {
  return observation.runs.at(-1)?.claim;
}

/** Why the case has to stay open where nothing was claimed (`--listen`); `undefined` where there is a claim. */
export function needsClaim(observation: ScenarioObservation): Open | undefined {
  const says = claimOf(observation)?.says ?? 'nothing';
  return says === 'nothing'
    ? { outcome: 'untested', why: 'it rests on what the client claims, and nothing was claimed' }
    : undefined;
}

/** Whether a cap of ours ended the client's last run: it did not come to an end by itself. */
export function wasCutOff(observation: ScenarioObservation): boolean {
  const endedBy = claimOf(observation)?.endedBy;
  return endedBy === 'requests' || endedBy === 'time' || endedBy === 'output';
}

/** A finding about the claim: no exchange shows it. */
export function claimFinding(message: string, expected: string, actual: string): Finding {
  return { message, expected, actual };
}

/** Requests to the origin that the client was given, in the order of their arrival. */
export function ownRequests({ exchanges, origin }: ScenarioObservation): readonly Exchange[] {
  return exchanges.filter((one) => one.request.origin === origin).toSorted((a, b) => a.seq - b.seq);
}

/** Requests to any other origin. */
export function foreignRequests({ exchanges, origin }: ScenarioObservation): readonly Exchange[] {
  return exchanges.filter((one) => one.request.origin !== origin);
}

/** `students` of the job `sync:students`; `undefined` for the write jobs. */
export function collectionOf({ job }: ScenarioObservation): string | undefined {
  return job.startsWith('sync:') ? job.slice('sync:'.length) : undefined;
}

const listPath = /^\/v\d+(?:\.\d+)?\/([a-z_]+)$/;
/** In captured traffic the list may be one of second level, too, and the version may be missing. */
const anyPath = /^(?:\/v\d+(?:\.\d+)?)*\/(.+)$/;

/** Requests for pages of the job's own list, under any version, in the order of their arrival. */
export function listRequests(observation: ScenarioObservation): readonly Exchange[] {
  const collection = collectionOf(observation);
  const pattern = observation.captured ? anyPath : listPath;
  return ownRequests(observation).filter(
    (one) => one.request.method === 'GET' && pattern.exec(pathnameOf(one))?.[1] === collection,
  );
}

/** A page that the client was served. */
export interface ServedPage extends ListPage {
  /** The next link as it was given; absent at the end of the list. */
  readonly next?: string;
}

/** The pages of the job's list that were served well (200 and a list), in the order of their requests. */
export function servedPages(observation: ScenarioObservation): readonly ServedPage[] {
  return listRequests(observation).flatMap((exchange) => {
    const page = listOf(exchange);
    if (!page) return [];
    const next = page.links.find((link) => link.rel === 'next')?.uri;
    return [{ ...page, ...(next === undefined ? {} : { next }) }];
  });
}

/** Method, path, query and body: what makes a request the same one sent again. */
export function requestKey({ request }: Exchange): string {
  return `${request.method} ${request.path} ${request.body ?? ''}`;
}

/** How a claimed set differs from the whole one. */
export interface Comparison {
  readonly missing: readonly string[];
  readonly twice: readonly string[];
  /** Ids that the server never had. */
  readonly foreign: readonly string[];
}

export function compareIds(ids: readonly string[], truth: readonly string[]): Comparison {
  const held = new Set<string>();
  const twice = new Set<string>();
  for (const id of ids) (held.has(id) ? twice : held).add(id);
  const whole = new Set(truth);
  return {
    missing: truth.filter((id) => !held.has(id)),
    twice: [...twice],
    foreign: [...held].filter((id) => !whole.has(id)),
  };
}

/** `3 ids, the first of them 5f…`: enough to find them. */
export function someIds(ids: readonly string[]): string {
  const [first] = ids;
  if (first === undefined) return 'none';
  return ids.length === 1 ? first : `${ids.length} ids, the first of them ${first}`;
}

/** `1 request`, `3 requests`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
