import { kills } from '../../../contracts/kills.ts';
import { openQuestions } from '../../../contracts/open-questions.ts';
import type { Requirement, SourceDocument } from '../../../contracts/requirement.ts';
import { promisersOf } from '../../../contracts/versions.ts';
import { pageOf } from '../page-address.ts';

/** The published names of the source documents. */
export const documentNames: Readonly<Record<SourceDocument, string>> = {
  OV: 'Overview and Best Practices, API version 2.0',
  ERR: 'LMS Connect, API Errors',
  SPEC: 'published API description',
  WIRE: 'public recordings of the real API',
  OWN: "the suite's engineering or safety rule",
};

/** Where a source document is published. Recordings are of several projects, and the suite's own rules have no page. */
export const documentUrls: Readonly<Partial<Record<SourceDocument, string>>> = {
  OV: 'https://dev.clever.com/v2.1/reference/schema',
  ERR: 'https://dev.clever.com/docs/clever-lms-connect-api-errors',
  SPEC: 'https://github.com/Clever/swagger-api',
};

/** One line per requirement, in columns. */
export function listRequirements(requirements: readonly Requirement[]): string {
  const width = Math.max(...requirements.map((one) => one.id.length));
  const lines = requirements.map(
    (one) =>
      `${one.id.padEnd(width)}  ${one.binds.padEnd(6)}  ${one.level.padEnd(11)}  ${one.claim}` +
      `${one.unprovable === undefined ? '' : ' (unprovable)'}`,
  );
  return `${lines.join('\n')}\n\n${requirements.length} requirements\n`;
}

/** Everything about one requirement, wrapped for a terminal. */
export function explainRequirement(requirement: Requirement): string {
  const promisers = promisersOf(requirement.id);
  const sections: [string, string][] = [
    ['claim', requirement.claim],
    ['binds', `${requirement.binds}, ${requirement.level}: ${requirement.levelReason}`],
    ['why', requirement.harm],
    ['source', requirement.sources.map((one) => `${documentNames[one.document]}: ${one.section}`).join('\n')],
    ['exercised', requirement.provokedBy],
    ['needs', requirement.needs.join(', ') || 'nothing: any traffic is enough'],
    ...(promisers ? [['versions', promisers.join(', ')] as [string, string]] : []),
    ['how to fix', requirement.fix],
    ['proof', proofOf(requirement)],
    ['rerun', rerunCommand(requirement)],
    ['page', pageOf(requirement.id)],
  ];
  for (const id of requirement.doubts) {
    const doubt = openQuestions.find((one) => one.id === id);
    if (!doubt) continue;
    const positions = doubt.positions.map((one) => `${documentNames[one.source]}: ${one.says}`).join('\n');
    sections.push(['question', `${doubt.title}\n${positions}\njudged: ${doubt.judgedAs}`]);
  }
  const body = sections.map(([title, text]) => `${title.padEnd(10)} ${indent(text)}`).join('\n');
  return `${requirement.id}\n\n${body}\n`;
}

/** What shows that a requirement detects its violations. */
export function proofOf({ id, unprovable }: Requirement): string {
  if (unprovable !== undefined) return `unprovable: ${unprovable}`;
  const caught = kills[id];
  return caught === undefined
    ? 'not measured yet'
    : `detects ${caught} deliberately broken ${caught === 1 ? 'implementation' : 'implementations'}`;
}

/** The command that judges only this requirement. */
function rerunCommand(requirement: Pick<Requirement, 'id' | 'binds'>): string {
  const version = promisersOf(requirement.id)?.at(-1);
  const api = version === undefined ? '' : ` --api ${version}`;
  return requirement.binds === 'server'
    ? `npx clever-conformance server${api} --target URL --requirement ${requirement.id}`
    : `npx clever-conformance client --requirement ${requirement.id} -- COMMAND`;
}

const columns = 100;

function indent(text: string): string {
  const lines = text.split('\n').flatMap((line) => wrap(line, columns - 11));
  return lines.join(`\n${' '.repeat(11)}`);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
