import type { RunResult } from '../result.ts';
import type { Catalogue } from './catalogue.ts';
import { documentNames } from './catalogue-text.ts';
import { cap, count, escapeHtml } from './escape.ts';
import { anchorOf, lookOf, renderProse, renderRow } from './html-rows.ts';
import { style } from './html-style.ts';
import type { Report } from './model.ts';
import { verdictReason, verdictWords } from './verdict.ts';
import { budgetPlan, budgetUse, judgedOf, outcomeWords, type View, type ViewRow, viewOf } from './view.ts';

/** No script, no network, no form: whatever text of a server got past the escaping, it could still do nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Shared by all rows, so that the page stays below 5 MB and opens at once whatever went wrong. */
const limits = { findings: 600, findingsPerRow: 20, cases: 8000, casesPerRow: 120 } as const;

/**
 * `report.html`: one self-contained page that needs neither a network nor scripts. The verdict, a map of all requirements,
 * then each with its findings, why it matters, how to fix it and how to see it again; the register of doubts, the
 * environment, the budget, and what the page does not say.
 */
export function renderHtml(report: Report, run: RunResult, catalogue?: Catalogue): string {
  const view = viewOf(report, run, catalogue);
  const title = `${verdictWords(report)} · ${cap(report.subject.name, 80)} · ${report.tool.name}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#map">To the requirements</a>
${renderHead(view)}
<main>
${renderMap(view)}
${renderAttention(view)}
${renderThemes(view)}
${renderDoubts(view)}
${renderBaseline(report)}
${renderRun(view)}
${renderLimits(report)}
</main>
<footer>${escapeHtml(`${report.tool.name} ${report.tool.version} · catalogue ${report.catalogue.version}, digest ${report.catalogue.digest.slice(0, 12)} · ${report.evidence.file}, SHA-256 ${report.evidence.sha256.slice(0, 12)}`)}</footer>
</body>
</html>
`;
}

function renderHead({ report }: View): string {
  const { counts } = report;
  const look = { conforming: 'passed', 'non-conforming': 'failed', inconclusive: 'warning' }[report.verdict];
  const parts = [
    ...outcomeWords.map(([outcome, word]) => [outcome, word, counts[outcome]] as const),
    [
      'warning',
      counts.warnings === 1 ? 'warning among them' : 'warnings among them',
      counts.warnings,
    ] as const,
  ].filter(([name, , n]) => n > 0 || name === 'passed' || name === 'failed');
  const bar = parts.filter(([name, , n]) => name !== 'warning' && n > 0);
  return `<header>
<p class="over">${escapeHtml(`${report.tool.name} ${report.tool.version} · ${report.side} · ${report.startedAt.slice(0, 16).replace('T', ' ')} UTC`)}</p>
<h1 class="${look}">${verdictWords(report)}</h1>
<p class="lead"><strong>${escapeHtml(cap(report.subject.name, 200))}</strong> · ${escapeHtml(verdictReason(report))}</p>
<div class="bar" aria-hidden="true">${bar.map(([name, , n]) => `<i class="${name}" style="flex:${n}"></i>`).join('')}</div>
<ul class="counts">${parts.map(([name, word, n]) => `<li class="${name}"><b>${n}</b> ${word}</li>`).join('')}</ul>
<p class="note">${judgedOf(report.requirements)} of ${count(report.requirements.length, 'requirement')} judged.</p>
</header>`;
}

function renderMap({ themes }: View): string {
  const lines = themes.map(({ theme, rows }) => {
    const cells = rows.map((one) => {
      const { className, sign, word } = lookOf(one);
      const label = escapeHtml(`${one.row.id}: ${word}`);
      return `<a class="${className}" href="#${anchorOf(one.row.id)}" title="${label}" aria-label="${label}">${sign}</a>`;
    });
    const passed = rows.filter((one) => one.row.outcome === 'passed').length;
    return `<a href="#${theme}">${theme}</a><span class="tally">${passed} of ${rows.length} passed</span><span class="cells">${cells.join('')}</span>`;
  });
  return `<h2 id="map">Requirements</h2>
<div class="grid">${lines.join('\n')}</div>
<p class="key">✓ passed · ✗ failed · ! failed, not counted · ? cannot tell · ○ untested · – inapplicable</p>`;
}

function renderAttention({ rows }: View): string {
  const lists = [
    ['What speaks against it', rows.filter((one) => one.counts)],
    ['Broken, but not counted', rows.filter((one) => !one.counts && one.row.outcome === 'failed')],
  ] as const;
  return lists
    .map(([title, those]) => (those.length === 0 ? '' : `<h2>${title}</h2>\n${linkList(those)}`))
    .join('\n');
}

function linkList(rows: readonly ViewRow[]): string {
  const items = rows.map(
    ({ row, requirement }) =>
      `<li><a href="#${anchorOf(row.id)}"><code>${escapeHtml(row.id)}</code></a> ${renderProse(requirement.claim)}</li>`,
  );
  return `<ul class="list">${items.join('\n')}</ul>`;
}

function renderThemes(view: View): string {
  const failing = Math.max(1, view.rows.filter((one) => one.row.findings.length > 0).length);
  const limit = {
    findings: Math.max(1, Math.min(limits.findingsPerRow, Math.floor(limits.findings / failing))),
    cases: Math.max(
      10,
      Math.min(limits.casesPerRow, Math.floor(limits.cases / Math.max(1, view.rows.length))),
    ),
  };
  return view.themes
    .map(
      ({ theme, rows }) =>
        `<h2 id="${theme}">${theme}</h2>\n${rows.map((one) => renderRow(one, view, limit)).join('')}`,
    )
    .join('\n');
}

function renderDoubts({ report, rows }: View): string {
  if (report.doubts.length === 0) return '';
  const entries = report.doubts.map((doubt) => {
    const users = rows.filter((one) => one.requirement.doubts.includes(doubt.id));
    const links = users.map(
      (one) => `<a href="#${anchorOf(one.row.id)}"><code>${escapeHtml(one.row.id)}</code></a>`,
    );
    const positions = doubt.positions.map(
      ({ source, says }) => `<dt>${escapeHtml(documentNames[source])}</dt><dd>${renderProse(says)}</dd>`,
    );
    return `<details class="r" id="doubt.${escapeHtml(doubt.id)}"><summary><span class="sign" aria-hidden="true">§</span><span class="claim">${renderProse(doubt.title)}</span></summary>
<div class="in"><dl>${positions.join('')}<dt>How we judge</dt><dd>${renderProse(doubt.judgedAs)}</dd>${links.length > 0 ? `<dt>Touches</dt><dd>${links.join(', ')}</dd>` : ''}</dl></div></details>`;
  });
  return `<h2 id="doubts">Where the documents contradict each other</h2>
<p>Nobody can keep two rules that exclude each other. Each contradiction is listed with what either side says, and with how this suite judges it.</p>
${entries.join('\n')}`;
}

function renderBaseline({ baseline }: Report): string {
  if (baseline.length === 0) return '';
  const items = baseline.map((entry) => {
    const name = entry.case === undefined ? entry.id : `${entry.id} [${entry.case}]`;
    const state = entry.why === undefined ? entry.state : `${entry.state}: ${entry.why}`;
    return `<li><code>${escapeHtml(cap(name, 200))}</code> ${escapeHtml(cap(entry.reason, 500))} <span class="note">(until ${escapeHtml(cap(entry.expires, 40))}; ${escapeHtml(state)})</span></li>`;
  });
  return `<h2 id="baseline">Known failures</h2>\n<ul class="list">${items.join('\n')}</ul>`;
}

function renderRun({ report, run }: View): string {
  const facts: readonly (readonly [string, string | number | boolean])[] = [
    ['Subject', `${report.subject.name} (${report.subject.kind})`],
    ['Started', report.startedAt],
    [
      'Took',
      `${(report.durationMs / 1000).toFixed(1)} s${report.side === 'server' ? ", by the target's clock" : ''}`,
    ],
    ['Seed', report.seed],
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
    ...Object.entries(report.environment),
    ['Evidence', `${report.evidence.file} · SHA-256 ${report.evidence.sha256}`],
    ['Catalogue', `${report.catalogue.version} · digest ${report.catalogue.digest}`],
  ];
  const items = facts.map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(cap(String(value), 500))}</dd>`,
  );
  return `<h2 id="run">This run</h2>\n<dl>${items.join('\n')}</dl>`;
}

function renderLimits({ subject, side }: Report): string {
  const sentences = [
    'Passed means that this run saw nothing against the claim, with these requests and this data. It does not mean that it never happens.',
    side === 'server'
      ? 'Untested is not passed. The reason stands with each such row; often the target would have to allow states, writes or a whole rate-limit window.'
      : 'Untested is not passed. The reason stands with each such row; often the client never came to where its scenario goes wrong, or nothing was claimed.',
    'The documents do not grade their own sentences. Required, recommended and observed are our reading, and each row says why.',
    'Judged is what two public documents and a public description say, not what Clever has decided since.',
    'Evidence is redacted: names, ids and tokens are stand-ins that keep their order and their relations.',
    'This project is independent. A conforming report is no certificate by Clever.',
  ];
  if (side === 'client') {
    sentences.unshift(
      'What a client made of an answer is judged by what it sent next and by what it claimed at its end, never by its code.',
    );
  }
  if (subject.kind === 'sandbox') {
    sentences.unshift(
      'The subject is the sandbox that comes with the suite. This report shows that the two agree, and what a full run looks like; it says nothing of any other server.',
    );
  }
  return `<h2 id="limits">What this page does not say</h2>\n<ul class="list">${sentences.map((one) => `<li>${one}</li>`).join('\n')}</ul>`;
}
