import { profiles } from '../../../contracts/profiles.ts';
import { themeOf } from '../../../contracts/requirement.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { ReportFinding } from '../model/report.ts';
import type { View, ViewRow } from '../model/view.ts';
import { renderTimelineSvg } from './timeline-svg.ts';
import { isWalk, renderWalk } from './walk.ts';
import { isWindow, renderWindow } from './window.ts';

/** Pictures of a run: each shows what several requests show together. */
export interface Pictures {
  /** At most `most` pictures of what went wrong in a row, each beside the first finding that it shows. */
  ofFindings(one: ViewRow, most: number): ReadonlyMap<ReportFinding, string>;
  /** What was seen where nothing was found, as one picture; `''` where there is nothing to see. */
  ofRow(one: ViewRow): string;
  /** Of a client: its scenarios, in the order of the evidence. */
  readonly scenarios: readonly ScenarioTraffic[];
  ofScenario(scenario: ScenarioTraffic): string;
}

/** Groups the traffic once, for all pictures of a page. */
export function picturesOf({ run, exchangeOf }: Pick<View, 'run' | 'exchangeOf'>): Pictures {
  const scenarios = 'scenarios' in run.traffic ? run.traffic.scenarios.all : [];
  const exchanges = 'exchanges' in run.traffic ? run.traffic.exchanges : [];
  const byName = new Map(scenarios.map((one) => [one.name, one]));
  const groups = Map.groupBy(exchanges, groupOf);
  const byClaim = Map.groupBy(
    exchanges.filter((one) => one.step),
    (one) => one.step?.claim ?? '',
  );

  /** What a finding is a part of: its scenario, or the requests that were sent for the same case. */
  const placeOf = (finding: ReportFinding): string => {
    if (byName.has(finding.case)) return finding.case;
    const exchange = exchangeOf(finding);
    return exchange ? groupOf(exchange) : '';
  };
  const draw = (place: string, id: string, findings: readonly ReportFinding[]): string => {
    const accused = new Set(findings.flatMap((one) => one.exchange ?? []));
    const scenario = byName.get(place);
    if (scenario) return renderTimelineSvg(scenario, accused);
    return drawGroup(place === '' ? [] : (groups.get(place) ?? []), id, accused);
  };
  return {
    scenarios,
    ofScenario: (scenario) => renderTimelineSvg(scenario),
    ofFindings: ({ row }, most) => {
      const pictures = new Map<ReportFinding, string>();
      for (const [place, findings] of Map.groupBy(row.findings, placeOf)) {
        if (pictures.size >= most) break;
        const picture = draw(place, row.id, findings);
        const [first] = findings;
        if (picture !== '' && first) pictures.set(first, picture);
      }
      return pictures;
    },
    ofRow: ({ row }) => {
      if (scenarios.length > 0) return '';
      const own = byClaim.get(row.id) ?? [];
      const all = themeOf(row.id) === 'rate-limit' ? own : longest([...Map.groupBy(own, groupOf).values()]);
      return drawGroup(all, row.id, new Set());
    },
  };
}

/** In the theme of the rate limit the counters tell the story, elsewhere the pages do. */
function drawGroup(exchanges: readonly ReadExchange[], id: string, accused: ReadonlySet<number>): string {
  if (themeOf(id) === 'rate-limit') return isWindow(exchanges) ? renderWindow(exchanges, accused) : '';
  return isWalk(exchanges) ? renderWalk(exchanges, accused, profiles[0].limit.default) : '';
}

/** Requests that were sent for the same case and in the same part; a window is used up in several parts. */
function groupOf({ step }: Pick<ReadExchange, 'step'>): string {
  if (!step) return '';
  return themeOf(step.claim) === 'rate-limit'
    ? `${step.claim} ${step.case}`
    : `${step.claim} ${step.case} ${step.role ?? ''}`;
}

function longest(groups: readonly (readonly ReadExchange[])[]): readonly ReadExchange[] {
  return groups.reduce((a, b) => (b.length > a.length ? b : a), []);
}
