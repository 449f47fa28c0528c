import type { Profile } from '../../../contracts/profiles.ts';
import type { Served } from '../../drivers/served.ts';
import type { Step } from '../../exchange.ts';
import { jobIn, listOf } from '../../job-list.ts';
import { isPageOf } from '../../scenarios/clamped-pages.ts';
import type { Asked, GoodAnswer, Rule, Scenario } from '../../scenarios/scenario.ts';
import { createScript, type Script } from '../../scenarios/script.ts';
import { recordsOf } from '../../scenarios/serving/desk.ts';
import { isObject } from '../../text/json.ts';
import { indexOperations } from '../../traffic/operations.ts';
import { isPlaceFault } from './places.ts';

/** Plays the rules of scenarios into a conversation with a server. */
export interface Injector {
  /** The rule for a request, which counts as used; `undefined`: the request passes unchanged. */
  take(request: AskedFor): Taken | undefined;
  /** Call with each body that the client got: it tells which page comes next. */
  learn(path: string, body: string): void;
  /** How often each rule was used, by its label. */
  account(): Readonly<Record<string, number>>;
}

export interface AskedFor {
  readonly method: string;
  readonly path: string;
  readonly nowMs: number;
  readonly origin: string;
  readonly foreignOrigin: string;
}

/** A rule that responds in place of the server. */
export interface Taken {
  readonly step: Step;
  /** The response; `ask` gets that of the server, and is not called where the rule keeps the request from it. */
  play(ask: () => Promise<GoodAnswer>): Promise<Served>;
}

interface Played {
  readonly scenario: Scenario;
  readonly script: Script;
}

/** Later pages than this are not kept apart. */
const maxPages = 100_000;

export function createInjector(scenarios: readonly Scenario[], profiles: readonly Profile[]): Injector {
  const all = scenarios.map((scenario): Played => ({ scenario, script: createScript(scenario.rules) }));
  const { profileOf, find } = indexOperations(profiles);
  /** Index of the page behind a cursor, by list. */
  const pages = new Map<string, number>();
  const repeats = new Map<string, number>();
  let before = 0;

  const pageAt = (path: string): number => {
    const { pathname, query } = partsOf(path);
    if (query.has('ending_before') || find('GET', pathname)?.operation.answers !== 'list') return -1;
    const after = query.get('starting_after');
    return after === null ? 0 : (pages.get(`${pathname}\n${after}`) ?? -1);
  };

  const askedOf = (request: AskedFor, { scenario }: Played): Asked => {
    const { pathname, query } = partsOf(request.path);
    const profile = profileOf(pathname) ?? profiles[0];
    const list = profile && listOf(jobIn(profile, scenario.job));
    // A fault at a place is about every list; a scenario about that of its job.
    const isMeant = isPlaceFault(scenario.name) || (list !== undefined && isPageOf(list, request.path));
    const page = isMeant ? pageAt(request.path) : -1;
    return {
      ...request,
      pathname,
      query,
      body: '',
      page,
      isList: isMeant && page >= 0 && request.method === 'GET',
      records: profile && recordsOf(scenario, profile),
      before,
      repeats: repeats.get(`${request.method} ${request.path}`) ?? 0,
      start: 0,
    };
  };

  const takeFrom = (request: AskedFor): Taken | undefined => {
    for (const played of all) {
      const asked = askedOf(request, played);
      const rule = played.script.take(asked);
      if (rule)
        return {
          step: stepOf(played.scenario, rule),
          play: (ask) => played.script.play(rule, asked, ask),
        };
    }
    return undefined;
  };

  return {
    take: (request) => {
      const taken = takeFrom(request);
      const key = `${request.method} ${request.path}`;
      if (repeats.size < maxPages) repeats.set(key, (repeats.get(key) ?? 0) + 1);
      before++;
      return taken;
    },
    learn: (path, body) => {
      const at = pageAt(path);
      if (at < 0 || body === '') return;
      const { pathname } = partsOf(path);
      for (const cursor of cursorsIn(body))
        if (pages.size < maxPages) pages.set(`${pathname}\n${cursor}`, at + 1);
    },
    account: () => Object.assign({}, ...all.map(({ script }) => script.ruleHits())),
  };
}

function stepOf(scenario: Scenario, rule: Rule): Step {
  return { claim: scenario.provokes[0] ?? '', case: scenario.name, role: rule.label };
}

function partsOf(path: string) {
  const [pathname = '', search] = path.split('?', 2);
  return { pathname, query: new URLSearchParams(search) };
}

/** Of the next page: that of the link, and the last id, which some clients page by. */
function cursorsIn(body: string): readonly string[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return [];
  }
  if (!isObject(json)) return [];
  const { data, links } = json;
  const next = Array.isArray(links) ? links.find((one) => isObject(one) && one.rel === 'next') : undefined;
  const last: unknown = Array.isArray(data) ? data.at(-1) : undefined;
  const id = isObject(last) && isObject(last.data) ? last.data.id : undefined;
  const linked =
    isObject(next) && typeof next.uri === 'string' ? partsOf(next.uri).query.get('starting_after') : null;
  return [id, linked].filter((one): one is string => typeof one === 'string');
}
