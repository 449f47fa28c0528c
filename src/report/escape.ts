/**
 * Untrusted text is escaped by one function per output format. Dangerous characters are shown as escapes instead of being
 * dropped, so that a report shows what was received.
 */

/** C0 and C1 controls, DEL, and lone surrogates: they control terminals and break XML. */
const controls = /[\u0000-\u001f\u007f-\u009f]|\p{Surrogate}/gu;
/** Bidirectional marks, zero-width characters, line separators, tag characters: they make text look like other text. */
const deceivers =
  /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
/** Noncharacters, which XML 1.0 forbids or discourages. */
const noncharacters = /[\ufdd0-\ufdef]|\p{Noncharacter_Code_Point}/gu;

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One character as text: `\n`, `\x1b`, `\u202e`, `\u{e0041}`. */
function visible(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (names[char] !== undefined) return names[char];
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Writes invisible and control characters as escapes. `keep` has exceptions, such as `\n`. */
export function showHidden(text: string, keep = ''): string {
  const show = (char: string) => (keep.includes(char) ? char : visible(char));
  return text.replace(controls, show).replace(deceivers, show).replace(noncharacters, show);
}

/**
 * For terminals and CI logs: one line, without hidden characters or CI commands (GitHub `::error::` at a line start and
 * `##[group]` anywhere, Azure `##vso[`, TeamCity `##teamcity[`).
 */
export function escapeTerminal(text: string): string {
  return defuseCommands(showHidden(text));
}

/** As `escapeTerminal`, for each line. */
export function escapeTerminalLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map(escapeTerminal);
}

function defuseCommands(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ').replace(/##(?=[a-z]*\[)/gi, '# #');
}

const htmlEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For HTML text and quoted attribute values, but not URLs. Line breaks stay. */
export function escapeHtml(text: string): string {
  return showHidden(text, '\n').replace(/[&<>"']/g, (char) => htmlEntities[char] ?? char);
}

/** For XML 1.0 text. Line breaks stay. */
export function escapeXml(text: string): string {
  return showHidden(text, '\n').replace(/[&<>"']/g, (char) => htmlEntities[char] ?? char);
}

/** For an XML attribute, where parsers turn a line break into a space: it becomes a character reference. */
export function escapeXmlAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;');
}

/** The first `max` characters, and the number of omitted ones. Never splits a surrogate pair. */
export function cap(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

/** `1 request`, `2 requests`. */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${n} ${n === 1 ? singular : plural}`;
}

/** The anchor of a requirement, in reports and in the reference: its id, with a dot for the slash. Stable, as ids are. */
export function anchorOf(id: string): string {
  return escapeHtml(id.replaceAll('/', '.'));
}
