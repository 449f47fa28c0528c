import { themeOf } from '../../../contracts/requirement.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import type { Pictures } from '../charts/charts.ts';
import { cap, count, escapeHtml } from '../escape.ts';
import { documentNames } from '../formats/catalogue-text.ts';
import type { Report } from '../model/report.ts';
import { budgetPlan, budgetUse, type View } from '../model/view.ts';
import { linkTo, type PageLimits, renderProse, short, signs, term } from './parts.ts';

/** Every scenario of a client with its timeline, by theme and behind folds. Nothing where a server was judged. */
export function renderScenarios({ rows }: View, pictures: Pictures, limits: PageLimits): string {
  const { scenarios } = pictures;
  if (scenarios.length === 0) return '';
  const shown = scenarios.slice(0, limits.scenarios);
  const failing = new Map<string, string[]>();
  for (const { row } of rows)
    for (const one of row.cases)
      if (one.outcome === 'failed') failing.set(one.name, [...(failing.get(one.name) ?? []), row.id]);
  const groups = [...Map.groupBy(shown, (one) => themeOf(one.name))].map(([theme, those]) => {
    const bad = those.filter((one) => failing.has(one.name)).length;
    const state = bad === 0 ? 'nothing found' : `${bad} with findings`;
    const items = those.map((one) => renderScenario(one, pictures, failing.get(one.name) ?? []));
    return `<details class="s ${bad === 0 ? 'passed' : 'failed'}"><summary><b>${escapeHtml(theme)}</b> <span class="soft">${count(those.length, 'scenario')} ·</span> <span class="state">${state}</span></summary>
${items.join('\n')}</details>`;
  });
  const more = scenarios.length - shown.length;
  const rest = more > 0 ? `<p class="note">And ${count(more, 'more scenario')}, in evidence.json.</p>` : '';
  return `<section aria-labelledby="scenarios"><h2 id="scenarios">Scenarios, as they went <small>${scenarios.length}</small></h2>
<p>Each scenario is a server of its own that turns pages, limits, fails or lies. A band is a wait that the documents ask for, the line in it the wait that the client took.</p>
${groups.join('\n')}${rest}</section>`;
}

function renderScenario(one: ScenarioTraffic, { ofScenario }: Pictures, fails: readonly string[]): string {
  const last = one.runs.at(-1);
  const tookMs = last ? last.endedAtMs - (one.runs[0]?.startedAtMs ?? last.endedAtMs) : 0;
  const claim = last?.claim;
  const says = !claim
    ? 'never started'
    : claim.endedBy === 'itself'
      ? `claims ${claim.says}`
      : `ended by us (${claim.endedBy})`;
  const links = fails.length === 0 ? '' : `<p>Breaks ${fails.map(linkTo).join(', ')}</p>`;
  const look = fails.length === 0 ? 'passed' : 'failed';
  return `<details class="s ${look}"><summary><span class="sign" aria-hidden="true">${signs[look]}</span> <code>${short(one.name, 120)}</code> <span class="soft">${escapeHtml(`${count(one.exchanges.length, 'request')} · ${(tookMs / 1000).toFixed(1)} s · ${says}`)}</span></summary>${links}${ofScenario(one)}</details>`;
}

/** The register of contradictions, each with what either side says and how it is judged. */
export function renderDoubts({ report, rows }: View): string {
  if (report.doubts.length === 0) return '';
  const entries = report.doubts.map((doubt) => {
    const users = rows.filter((one) => one.requirement.doubts.includes(doubt.id));
    const positions = doubt.positions.map(({ source, says }) =>
      term(documentNames[source], renderProse(says)),
    );
    return `<details class="s doubt"><summary>${renderProse(doubt.title)}</summary>
<div id="doubt.${escapeHtml(doubt.id)}"><dl>${positions.join('')}${term('How we judge', renderProse(doubt.judgedAs))}${term('Touches', users.map((one) => linkTo(one.row.id)).join(', '))}</dl></div></details>`;
  });
  return `<section aria-labelledby="doubts"><h2 id="doubts">Where the documents contradict each other <small>${report.doubts.length}</small></h2>
<p>Nobody can keep two rules that exclude each other. Each contradiction stands here with what either side says, and with how this suite judges it.</p>
${entries.join('\n')}</section>`;
}

/** Known failures that the team has decided to live with for a while. */
export function renderBaseline({ baseline }: Report): string {
  if (baseline.length === 0) return '';
  const items = baseline.map((entry) => {
    const name = entry.case === undefined ? '' : ` <code>${short(entry.case, 200)}</code>`;
    const state = entry.why === undefined ? entry.state : `${entry.state}: ${entry.why}`;
    const owner = entry.owner === undefined ? '' : ` · ${entry.owner}`;
    const link = entry.link === undefined ? '' : ` · ${entry.link}`;
    return `<li class="${entry.state === 'holds' ? 'warning' : 'failed'}"><code>${short(entry.id, 120)}</code>${name} ${short(entry.reason, 500)} <span class="soft">${short(`until ${entry.expires}${owner}${link} · ${state}`, 500)}</span></li>`;
  });
  return `<section aria-labelledby="baseline"><h2 id="baseline">Known failures <small>${baseline.length}</small></h2>
<p>These were accepted for a while. What expired, or is not broken any more, has to be taken off the list.</p>
<ul class="list">${items.join('\n')}</ul></section>`;
}

/** Environment, budget and where the evidence lies. */
export function renderRun({ report, run }: View): string {
  const facts: readonly (readonly [string, string])[] = [
    ['Subject', `${report.subject.name} (${report.subject.kind})`],
    ['Started', report.startedAt],
    [
      'Took',
      `${(report.durationMs / 1000).toFixed(1)} s${report.side === 'server' ? ", by the target's clock" : ''}`,
    ],
    ['Seed', String(report.seed)],
    ...(run.budget
      ? ([
          ['Budget', budgetPlan(run.budget)],
          ['Used', budgetUse(run.budget)],
        ] as const)
      : []),
    [
      'Counted too',
      report.failOn.length === 0 ? 'nothing beyond broken required rows' : report.failOn.join(', '),
    ],
    ...Object.entries(report.environment).map(([name, value]) => [name, String(value)] as const),
    ['Suite', `${report.tool.name} ${report.tool.version}`],
    ['Catalogue', `${report.catalogue.version} · digest ${report.catalogue.digest}`],
    ['Evidence', `${report.evidence.file} · SHA-256 ${report.evidence.sha256}`],
  ];
  const items = facts.map(([name, value]) => term(cap(name, 40), short(value, 500)));
  return `<section aria-labelledby="run"><h2 id="run">This run</h2><dl class="facts">${items.join('')}</dl></section>`;
}

/** What a reader might take from the page, and should not. `cut` says what of the evidence it leaves out. */
export function renderLimits({ subject, side }: Report, cut: readonly string[]): string {
  const sentences = [
    ...(subject.kind === 'sandbox'
      ? [
          'The subject is the sandbox that comes with the suite. This shows that the two agree, and what a full run looks like; it says nothing of any other server.',
        ]
      : []),
    ...(side === 'client'
      ? [
          'What a client made of an answer is judged by what it sent next and by what it claimed at its end, never by its code.',
        ]
      : []),
    'Passed means that this run saw nothing against the claim, with these requests and this data. It does not mean that it never happens.',
    side === 'server'
      ? 'Untested is not passed. The reason stands with each such row; often the target would have to allow states, writes or a whole rate-limit window.'
      : 'Untested is not passed. The reason stands with each such row; often the client never came to where its scenario goes wrong, or nothing was claimed.',
    'The documents do not grade their own sentences. Required, recommended and observed are our reading, and each row says why.',
    'Judged is what two public documents and a public description say, not what Clever has decided since.',
    'Evidence is redacted: names, ids and tokens are stand-ins that keep their order and their relations.',
    'This project is independent. A conforming report is no certificate by Clever.',
    ...cut,
  ];
  return `<section aria-labelledby="limits"><h2 id="limits">What this page does not say</h2><ul class="list">${sentences.map((one) => `<li>${escapeHtml(one)}</li>`).join('\n')}</ul></section>`;
}
