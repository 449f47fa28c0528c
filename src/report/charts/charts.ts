import { profiles } from '../../../contracts/profiles.ts';
import { themeOf } from '../../../contracts/requirement.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import type { ReadExchange } from '../../traffic/read-exchange.ts';
import type { ReportFinding } from '../model/report-row.ts';
import type { View, ViewRow } from '../model/view.ts';
import { renderTimelineSvg } from './timeline-svg.ts';
import { isWalk, renderWalk } from './walk.ts';
import { isWindow, renderWindow } from './window.ts';

/** Figures that show several requests together. */
export interface Pictures {
  /** At most `max` figures for a row's findings, each keyed by the first finding that it shows. */
  ofFindings(one: ViewRow, max: number): ReadonlyMap<ReportFinding, string>;
  /** One figure for a row without findings; `''` if there is nothing to show. */
  ofRow(one: ViewRow): string;
  /** The scenarios of a client, in the order of the evidence. */
  readonly scenarios: readonly ScenarioTraffic[];
  ofScenario(scenario: ScenarioTraffic): string;
}

/** Groups the traffic once, for all figures of a page. */
export function picturesOf({ run, exchangeOf }: Pick<View, 'run' | 'exchangeOf'>): Pictures {
  const scenarios = 'scenarios' in run.traffic ? run.traffic.scenarios.all : [];
  const exchanges = 'exchanges' in run.traffic ? run.traffic.exchanges : [];
  const byName = new Map(scenarios.map((one) => [one.name, one]));
  const groups = Map.groupBy(exchanges, groupOf);
  const byClaim = Map.groupBy(
    exchanges.filter((one) => one.step),
    (one) => one.step?.claim ?? '',
  );

  /** The group of a finding: its scenario, or the requests of the same case. */
  const placeOf = (finding: ReportFinding): string => {
    if (byName.has(finding.case)) return finding.case;
    const exchange = exchangeOf(finding);
    return exchange ? groupOf(exchange) : '';
  };
  const draw = (place: string, id: string, findings: readonly ReportFinding[]): string => {
    const cited = new Set(findings.flatMap((one) => one.exchange ?? []));
    const scenario = byName.get(place);
    if (scenario) return renderTimelineSvg(scenario, cited);
    return drawGroup(place === '' ? [] : (groups.get(place) ?? []), id, cited);
  };
  return {
    scenarios,
    ofScenario: (scenario) => renderTimelineSvg(scenario),
    ofFindings: ({ row }, max) => {
      const pictures = new Map<ReportFinding, string>();
      for (const [place, findings] of Map.groupBy(row.findings, placeOf)) {
        if (pictures.size >= max) break;
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

/** Rate-limit requirements show the counters, all others the pages. */
function drawGroup(exchanges: readonly ReadExchange[], id: string, cited: ReadonlySet<number>): string {
  if (themeOf(id) === 'rate-limit') return isWindow(exchanges) ? renderWindow(exchanges, cited) : '';
  return isWalk(exchanges) ? renderWalk(exchanges, cited, profiles[0].limit.default) : '';
}

/** Groups requests by case and role. A rate-limit window spans several roles. */
function groupOf({ step }: Pick<ReadExchange, 'step'>): string {
  if (!step) return '';
  return themeOf(step.claim) === 'rate-limit'
    ? `${step.claim} ${step.case}`
    : `${step.claim} ${step.case} ${step.role ?? ''}`;
}

function longest(groups: readonly (readonly ReadExchange[])[]): readonly ReadExchange[] {
  return groups.reduce((a, b) => (b.length > a.length ? b : a), []);
}
