import { openQuestions } from '../../contracts/open-questions.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import { themeOf, themes } from '../../contracts/requirement.ts';
import { requirements } from '../../contracts/requirements/index.ts';
import { promisersOf } from '../../contracts/versions.ts';
import { anchorOf } from '../../src/report/escape.ts';
import { documentNames, documentUrls, proofOf } from '../../src/report/formats/catalogue-text.ts';
import { capitalised } from '../../src/report/html/parts.ts';

const notice = '<!-- Written by `npm run reference` from contracts/. Do not edit. -->';

/** Every requirement, with an anchor that is its id with a point for the slash: \`#pagination.ids-ascend\`. */
export function renderRequirements(): string {
  const byTheme = themes.map((theme) => ({
    theme,
    of: requirements.filter((one) => themeOf(one.id) === theme),
  }));
  return `# Requirements

${notice}

${requirements.length} requirements, by category. *Required* ones decide the verdict, *recommended* ones are warnings, *observed* ones never count.
\`npx clever-conformance explain ID\` says the same.

${byTheme.map(({ theme, of }) => `- [${theme}](#${theme}) (${of.length})`).join('\n')}

${byTheme.map(({ theme, of }) => `## ${theme}\n\n${of.map((one) => renderRequirement(one)).join('\n')}`).join('\n')}`;
}

/** One requirement; `pages` is where the other pages of the reference are. */
export function renderRequirement(one: Requirement, pages = ''): string {
  const promisers = promisersOf(one.id);
  return `<a id="${anchorOf(one.id)}"></a>

### ${one.id}

${capitalised(one.claim)}.

- **Level:** ${one.level} of a ${one.binds}. ${capitalised(one.levelReason)}
- **Why:** ${one.harm}
- **Source:** ${one.sources.map((source) => sourceOf(source.document, source.section)).join('; ')}
- **Exercised by:** ${one.provokedBy}${one.needs.length > 0 ? `\n- **Needs:** ${one.needs.join(', ')}` : ''}${promisers ? `\n- **Versions:** ${promisers.join(', ')}` : ''}
- **How to fix:** ${one.fix}
- **Proof:** ${proofOf(one)} ([kill matrix](../kill-matrix.md))${one.doubts.length > 0 ? `\n- **Open questions:** ${one.doubts.map((id) => `[${id}](${pages}open-questions.md#${id})`).join(', ')}` : ''}
`;
}

function sourceOf(document: keyof typeof documentNames, section: string): string {
  const url = documentUrls[document];
  const name = url === undefined ? documentNames[document] : `[${documentNames[document]}](${url})`;
  return section === '' ? name : `${name}: ${section}`;
}

/** Every open question: who says what, and how it is judged. */
export function renderOpenQuestions(): string {
  return `# Open questions

${notice}

Where the documents contradict each other, the API description or recordings, or say nothing, and how the suite judges then. Every report
shows those of the requirements that it judged.

${openQuestions.map(renderQuestion).join('\n')}`;
}

function renderQuestion({ id, title, positions, judgedAs }: (typeof openQuestions)[number]): string {
  const about = requirements.filter(({ doubts }) => (doubts as readonly string[]).includes(id));
  return `<a id="${id}"></a>

## ${title}

\`${id}\`

${positions.map(({ source, says }) => `- ${documentNames[source]}: ${says}`).join('\n')}

Judged: ${judgedAs}
${about.length > 0 ? `\nOf: ${about.map((one) => `[${one.id}](requirements.md#${anchorOf(one.id)})`).join(', ')}\n` : ''}`;
}
