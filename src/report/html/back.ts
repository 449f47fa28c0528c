import { themeOf } from '../../../contracts/requirement.ts';
import { evidenceFile } from '../../evidence/store.ts';
import type { ScenarioTraffic } from '../../traffic/client/scenario-traffic.ts';
import type { Pictures } from '../charts/charts.ts';
import { endText } from '../charts/timeline-end.ts';
import { cap, count, escapeHtml } from '../escape.ts';
import { documentNames } from '../formats/catalogue-text.ts';
import { entryMessage } from '../model/baseline.ts';
import { extraSummary, extraText, extraTitle } from '../model/extra.ts';
import type { Report } from '../model/report.ts';
import { budgetPlan, budgetUse, playedIn, type View } from '../model/view.ts';
import { asSentence, doubtsIn, linkTo, type PageLimits, renderProse, short, signs, term } from './parts.ts';

/** All scenarios of a client with their timelines, collapsed, by category. Empty on the server side. */
export function renderScenarios({ rows, run }: View, pictures: Pictures, limits: PageLimits): string {
  const { scenarios } = pictures;
  if (scenarios.length === 0) return '';
  const shown = scenarios.slice(0, limits.scenarios);
  const played = playedIn(run);
  const failing = new Map<string, string[]>();
  for (const { row } of rows)
    for (const one of row.cases)
      if (one.outcome === 'failed') failing.set(one.name, [...(failing.get(one.name) ?? []), row.id]);
  const groups = [...Map.groupBy(shown, (one) => themeOf(one.name))].map(([theme, those]) => {
    const bad = those.filter((one) => failing.has(one.name)).length;
    const state = bad === 0 ? 'no findings' : `${bad} with findings`;
    const items = those.map((one) =>
      renderScenario(one, pictures, failing.get(one.name) ?? [], played.get(one.name)?.title),
    );
    return `<details class="s ${bad === 0 ? 'passed' : 'failed'}"><summary><b>${escapeHtml(theme)}</b> <span class="soft">${count(those.length, 'scenario')} ·</span> <span class="state">${state}</span></summary>
${items.join('\n')}</details>`;
  });
  const more = scenarios.length - shown.length;
  const rest = more > 0 ? `<p class="note">And ${count(more, 'more scenario')}, in ${evidenceFile}.</p>` : '';
  return `<section aria-labelledby="scenarios"><h2 id="scenarios">Scenarios <small>${scenarios.length}</small></h2>
<p>Each scenario has its own server that pages, limits, fails or sends wrong data. A band is a wait that the documents require, the line in it the client's actual wait.</p>
${groups.join('\n')}${rest}</section>`;
}

function renderScenario(
  one: ScenarioTraffic,
  { ofScenario }: Pictures,
  fails: readonly string[],
  title: string | undefined,
): string {
  const last = one.runs.at(-1);
  const tookMs = last ? last.endedAtMs - (one.runs[0]?.startedAtMs ?? last.endedAtMs) : 0;
  const claim = last?.claim;
  const ending = claim ? endText(claim) : 'never started';
  const links = fails.length === 0 ? '' : `<p>Violates ${fails.map(linkTo).join(', ')}</p>`;
  const look = fails.length === 0 ? 'passed' : 'failed';
  return `<details class="s ${look}"><summary><span class="sign" aria-hidden="true">${signs[look]}</span> <code>${short(one.name, 120)}</code> <span class="soft">${escapeHtml(`${count(one.exchanges.length, 'request')} · ${(tookMs / 1000).toFixed(1)} s · ${ending}`)}</span></summary>${title === undefined ? '' : `<p>${renderProse(asSentence(title))}.</p>`}${links}${ofScenario(one)}</details>`;
}

/** The open questions: what each document says, and how the suite judges it. */
export function renderDoubts(view: View): string {
  const doubts = doubtsIn(view);
  if (doubts.length === 0) return '';
  const entries = doubts.map((doubt) => {
    const users = view.rows.filter((one) => one.requirement.doubts.includes(doubt.id));
    const positions = doubt.positions.map(({ source, says }) =>
      term(documentNames[source], renderProse(says)),
    );
    return `<details class="s doubt"><summary>${renderProse(doubt.title)}</summary>
<div id="doubt.${escapeHtml(doubt.id)}"><dl>${positions.join('')}${term('How the suite judges it', renderProse(doubt.judgedAs))}${term('Affects', users.map((one) => linkTo(one.row.id)).join(', '))}</dl></div></details>`;
  });
  return `<section aria-labelledby="doubts"><h2 id="doubts">Open questions <small>${doubts.length}</small></h2>
<p>The documents contradict each other here, and no implementation can follow two rules that exclude each other. This section lists what each document says, and how the suite judges it.</p>
${entries.join('\n')}</section>`;
}

/** Requirements of those who ran the suite. All of their texts are theirs, or a server's. */
export function renderExtra(report: Report): string {
  const { extra = [] } = report;
  if (extra.length === 0) return '';
  const items = extra.map(
    (row) =>
      `<li class="${row.outcome === 'cantTell' ? 'warning' : row.outcome}"><code>${short(row.id, 150)}</code> ${short(extraText(row), 800)}</li>`,
  );
  return `<section aria-labelledby="extra"><h2 id="extra">${extraTitle} <small>${extra.length}</small></h2>
<p>${escapeHtml(extraSummary(report, extra))}.</p>
<ul class="list">${items.join('')}</ul></section>`;
}

/** The baseline: known failures that the team accepts until a date. */
export function renderBaseline({ baseline }: Report): string {
  if (baseline.length === 0) return '';
  const items = baseline.map((entry) => {
    const name = entry.case === undefined ? '' : ` <code>${short(entry.case, 200)}</code>`;
    const state = entryMessage(entry);
    const owner = entry.owner === undefined ? '' : ` · ${entry.owner}`;
    const link = entry.link === undefined ? '' : ` · ${entry.link}`;
    return `<li class="${entry.state === 'holds' ? 'warning' : 'failed'}"><code>${short(entry.id, 120)}</code>${name} ${short(entry.reason, 500)} <span class="soft">${short(`until ${entry.expires}${owner}${link} · ${state}`, 500)}</span></li>`;
  });
  return `<section aria-labelledby="baseline"><h2 id="baseline">Known failures <small>${baseline.length}</small></h2>
<p>The baseline accepts these failures until a date. Entries that have expired or no longer fail must be removed.</p>
<ul class="list">${items.join('\n')}</ul></section>`;
}

/** Environment, budget and evidence file. */
export function renderRun({ report, run }: View): string {
  const { about } = report;
  const facts: readonly (readonly [string, string])[] = [
    ['Subject', `${report.subject.name} (${report.subject.kind})`],
    ...(about?.name === undefined ? [] : [['Name', about.name] as const]),
    ...(about?.version === undefined ? [] : [['Version', about.version] as const]),
    ...(about?.commit === undefined ? [] : [['Commit', about.commit] as const]),
    ['Started', report.startedAt],
    [
      'Duration',
      `${(report.durationMs / 1000).toFixed(1)} s${report.side === 'server' ? ", by the target's clock" : ''}`,
    ],
    ['Seed', String(report.seed)],
    ...(run.budget
      ? ([
          ['Sent', budgetUse(run.budget)],
          ['Allowed', budgetPlan(run.budget)],
        ] as const)
      : []),
    ['Fail on', ['required', ...report.failOn].join(', ')],
    ...Object.entries(report.environment).map(([name, value]) => [name, String(value)] as const),
    ['Suite', `${report.tool.name} ${report.tool.version}`],
    ['Catalogue', `${report.catalogue.version} · digest ${report.catalogue.digest}`],
    ['Evidence', `${report.evidence.file} · SHA-256 ${report.evidence.sha256}`],
  ];
  const items = facts.map(([name, value]) => term(cap(name, 40), short(value, 500)));
  return `<section aria-labelledby="run"><h2 id="run">This run</h2><dl class="facts">${items.join('')}</dl></section>`;
}

/** What the report does not mean. `cut` has sentences about omitted evidence. */
export function renderLimits({ subject, side }: Report, cut: readonly string[]): string {
  const sentences = [
    ...(subject.kind === 'sandbox'
      ? [
          "The subject is the suite's own sandbox. The report shows that the two agree, and what a full run looks like; it says nothing about any other server.",
        ]
      : []),
    ...(side === 'client'
      ? ['A client is judged by the requests it sent and the result it reported, never by its code.']
      : []),
    'Passed means that this run saw no violation, with these requests and this data. It does not prove that none exists.',
    side === 'server'
      ? 'Untested is not passed. Each untested requirement has a reason; often the target must allow states, writes or a whole rate-limit window.'
      : 'Untested is not passed. Each untested requirement has a reason; often the client never reached the step in question, or did not report a result.',
    "The documents do not grade their rules. Required, recommended and observed are the suite's interpretation; each requirement gives the reason.",
    'The requirements come from two public documents and a public API description, not from later decisions of Clever.',
    'Evidence is redacted: names, ids and tokens are pseudonyms that keep their order and relations.',
    'This project is independent. A conforming report is not a certificate from Clever.',
    ...cut,
  ];
  return `<section aria-labelledby="limits"><h2 id="limits">What this report does not mean</h2><ul class="list">${sentences.map((one) => `<li>${escapeHtml(one)}</li>`).join('\n')}</ul></section>`;
}
