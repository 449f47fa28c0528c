import type { Profile } from '../../contracts/profiles.ts';
import { first, newest } from './subjects.ts';
import {
  decidedByGlue,
  type Judged,
  renderCounts,
  renderDifferences,
  renderEvidence,
  renderTable,
} from './table.ts';

/** The page as Markdown. Facts about a library stand in its evidence; the prose only says how they came about. */
export function renderPage(all: readonly Judged[]): string {
  const glue: readonly string[] = decidedByGlue;
  const dates = all.map(({ report }) => report.startedAt.slice(0, 10)).toSorted();
  const [from = '', to = from] = [dates[0], dates.at(-1)];
  const later = all.flatMap((one) => (one.inNewest ? [{ ...one, report: one.inNewest }] : []));
  const [before, after] = [versionOf(first), versionOf(newest)];
  const { node, platform } = all[0]?.report.environment ?? {};
  return `# Field guide: retry stacks and clients as they are

<!-- Written by \`npm run field-guide\`. Edit tools/field-guide, not this page. -->

Which of the documented rules does a client keep that leaves sending, waiting and repeating to a well-known library? Each subject below was
judged like any other client: \`clever-conformance client -- node examples/field-guide/<subject>.mjs\`.

Judged ${from === to ? `on ${from}` : `from ${from} to ${to}`} with Node ${node} on ${platform}, in real time, as clients of ${before} of the Data API. None of these libraries but \`clever\` was made for
this API, and none claims to keep its rules: "broken" means that the library, **set up as listed here**, did something else than the documents or
our safety rules ask for, and says nothing about its quality. Most have a hook where the missing rule could be written; code of that kind was left out on purpose,
because then the code would be judged and not the library.

## In short

${renderCounts(all)}

The same as one page in colours: [field-guide.html](field-guide.html).

## In ${after}

The same as clients of ${after}, which has users with roles in place of students and teachers. The glue asks for the lists that the job names; nothing else was changed.
${
  all.length - later.length > 0
    ? `Without ${all
        .filter((one) => !one.inNewest)
        .map(({ title }) => `\`${title}\``)
        .join(', ')}, which does not know users.`
    : ''
}

${renderCounts(later)}

${renderDifferences(all, before)}

## What the library decides

Sending, waiting, repeating, time and size.

${renderTable(all, (id) => !glue.includes(id))}

## What the glue decides

Following links, holding records, claiming, going on later. Here all subjects but \`clever\` share one piece of code (\`protocol.mjs\`), written to keep these
rules, so this table tells \`clever\` from the rest and little else. Where one of the others breaks such a rule, its library had a part in it.

${renderTable(all, (id) => glue.includes(id))}

## Settings and evidence

Every library got what the documents ask for (five retries; waits of 1, 2, 4, 8, 16 s; 429, 500, 502 and 503 repeated) by its own documented options, and the
safest choice it offers for redirects, time and size. One line for each rule that is not kept: the scenario, what was expected and what was seen.

${all.map(renderSubject).join('\n\n')}

## What was not tried

- \`clever\` only reads, so both writing jobs end at once and what needs them is untested. Its API key, events and filters were not tried.
- Write jobs of the others send once through the library; looking before a grade is repeated is for the integrator to write, and was left out.
- Scenarios that take minutes of waiting: they need virtual time (\`--module\`), and a command does not get them.
- One version of each library, one way to set it up, HTTP/1.1 without TLS, one Node. Other settings give other tables.
- got's and octokit's own paging, axios outside Node, the fetch of browsers.

## Repeat it

\`\`\`sh
npm ci
npm run field-guide               # installs examples/field-guide from its lock file, judges one after the other, writes this page
npm run field-guide -- ky got     # judges only these again; the others keep their last reports
npm run field-guide -- --render   # writes the page again from the last reports
\`\`\`

It takes two to three minutes for each subject and version. The full reports, with every exchange, are left in \`reports/field-guide/<subject>/<version>/\`. Outcomes
about time can turn to "cannot tell" on a machine under load, never to "broken".
`;
}

function versionOf({ prefix }: Profile): string {
  return prefix.slice(1);
}

function renderSubject(one: Judged): string {
  const versions = Object.entries(one.versions).map(([name, version]) => `\`${name}\` ${version}`);
  return `### ${one.title}

${versions.join(', ')} · [${one.file}.mjs](../examples/field-guide/${one.file}.mjs)

${one.settings.map((line) => `- ${line}`).join('\n')}${one.seenBesides ? `\n- seen besides: ${one.seenBesides}` : ''}

Not kept, or not seen:

${renderEvidence(one)}`;
}
