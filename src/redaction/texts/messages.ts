import { idWithin, isIdLike } from '../ids.ts';
import type { Scope } from '../scope.ts';
import { redactPath } from '../urls/urls.ts';
import { redactDue } from '../values/leaves.ts';
import { redactName, schemaNames } from './known-names.ts';

/**
 * Error texts are kept only if they are known: documented, recorded, or written by the Go packages of the real server. Any
 * other text may contain arbitrary data and is replaced by its length.
 */

/** Known complete texts: the LMS Connect error table, recordings of the Data API, and default texts of HTTP servers. */
const fixed: ReadonlySet<string> = new Set([
  'request body is required, but was empty',
  'due_date must be in the future',
  'INVALID_ID',
  'MISSING_REQUIRED_FIELD',
  'No authorization provided',
  'Could not authorize token',
  'Assignment does not exist',
  'User not found',
  'Resource not found',
  'Unrecognized token string',
  "Resource not in token's scopes",
  'Error updating submission',
  '404 page not found',
  'unexpected end of JSON input',
  'unexpected EOF',
  'EOF',
  'invalid cursor',
  ...['Bad Request', 'Unauthorized', 'Forbidden', 'Not Found', 'Method Not Allowed', 'Too Many Requests'],
  ...['Payload Too Large', 'Request Entity Too Large', 'Content Too Large', 'Not Implemented', 'Gone'],
  ...[
    'Internal Server Error',
    'Bad Gateway',
    'Service Unavailable',
    'Gateway Timeout',
    'upstream request timeout',
  ],
]);

type Rewrite = (parts: readonly string[], scope: Scope) => string | undefined;
const asIs: Rewrite = ([whole = '']) => whole;

/** What may follow `invalid character 'x' ` in Go's encoding/json. */
const goContexts =
  'looking for beginning of (?:value|object key string)|after (?:top-level value|object key|object key:value pair|array element)|' +
  'in (?:string escape code|\\\\u hexadecimal character escape|string literal|numeric literal|exponent of numeric literal)|' +
  "after decimal point in numeric literal|in literal (?:true|false|null) \\(expecting '[a-z]'\\)";

/** The sandbox's texts after `Could not parse`. */
const explanations =
  /^(?:|: a whole number from \d{1,9} to \d{1,9} is expected|: an id of 24 hex digits is expected)$/;

const patterns: readonly (readonly [RegExp, Rewrite])[] = [
  [
    // The API itself requires three fields; the LMS may require any documented one.
    /^missing required field\(s\): ([\w-]{1,40}(?:, ?[\w-]{1,40}){0,20})$/,
    ([whole = '', list = ''], scope) =>
      whole.slice(0, -list.length) + list.replace(/[\w-]+/g, (name) => redactName(name, scope)),
  ],
  [
    new RegExp(
      // The error table has curly quotation marks and a capital in places.
      `^invalid character ['‘’](?:[ -~]|\\\\['"\\\\nrtabfv]|\\\\[ux][0-9a-f]{2,4})['‘’] (?:${goContexts})$`,
      'i',
    ),
    asIs,
  ],
  [
    /^json: cannot unmarshal (string|number|object|array|bool|null)(?: -?[\d.eE+-]{1,24})? into Go (struct field|value)(?: ([\w-]{1,40})(\.[\w.-]{1,60}))? of type ([\w.*[\]-]{1,60})$/,
    ([, from, kind, struct, field = '', type = ''], scope) =>
      `json: cannot unmarshal ${from} into Go ${kind}${struct ? ` ${goNames(struct, scope)}${dotted(field, scope)}` : ''} of type ${goNames(type, scope)}`,
  ],
  [
    /^NOT_FOUND: Person with id clever:(\S{1,80}) not found for this integration\.$/,
    ([, id = ''], { ids }) =>
      `NOT_FOUND: Person with id clever:${/^\{\{.*\}\}$/.test(id) ? '{{id}}' : ids.map(id)} not found for this integration.`,
  ],
  [
    /^parsing time (["“”])([^"“”]{0,80})(["“”])(?: as "[0-9T:Z-]{1,40}")?: (day|month|year|hour|minute|second) out of range$/,
    ([, open, value = '', close, unit], scope) =>
      `parsing time ${open}${value === 'YYYY-MM-DD' ? value : redactDue(value, scope)}${close}: ${unit} out of range`,
  ],
  [
    /^parsing time "([^"]{0,80})" as "([0-9T:.Z-]{1,40})": cannot parse "([^"]{0,80})" as "([0-9T:.Z-]{1,40})"$/,
    ([, value = '', layout, rest = '', part], scope) => {
      const left = rest === value ? redactDue(value, scope) : /^[\d:.TZ+-]{0,3}$/.test(rest) ? rest : '«…»';
      return `parsing time "${redactDue(value, scope)}" as "${layout}": cannot parse "${left}" as "${part}"`;
    },
  ],
  [
    /^([\s"'“”]{0,6})no valid users found in (?:Canvas|Schoology|Google Classroom|LMS|\[LMS\])[\s"'“”]{0,6}$/i,
    asIs,
  ],
  [
    /^([\s"'“”]{0,6})(no valid users found in) [^\n]{1,80}$/i,
    ([, quote = '', text]) => `${quote}${text} «an LMS»`,
  ],
  [
    /^Schoology does not support submission type of ([\w-]{1,20})$/,
    ([whole = '', type = ''], scope) =>
      scope.words.has(type) ? whole : `${whole.slice(0, -type.length)}x-${scope.keyed.tag('word', type)}`,
  ],
  [
    /^([\w.-]{1,60})( in (?:body|query|path) should be one of )\[([A-Za-z0-9_ /-]{0,300})\]$/,
    ([, name = '', rest, list = ''], scope) =>
      list.split(' ').every((word) => word === '' || scope.words.has(word))
        ? `${dotted(name, scope)}${rest}[${list}]`
        : undefined,
  ],
  [
    /^([\w.-]{1,60})( in (?:body|query|path) (?:is required|should be (?:less|greater) than or equal to -?\d{1,6}))$/,
    ([, name = '', rest], scope) => dotted(name, scope) + rest,
  ],
  [
    /^([\w.-]{1,60}) in (body|query|path) must be of type (mongo-id|bsonobjectid|uuid\d?|date|date-time|string|number|integer|boolean|array|object|int32|int64|float|double|uri|email): "([^"]{0,80})"$/,
    ([, name = '', place, type, value = ''], scope) =>
      `${dotted(name, scope)} in ${place} must be of type ${type}: "${type?.startsWith('date') ? redactDue(value, scope) : scope.ids.map(value)}"`,
  ],
  [
    /^strconv\.(ParseInt|ParseFloat|ParseBool): parsing "([^"]{0,80})": (invalid syntax|value out of range)$/,
    ([, name, value = '', why], scope) => `strconv.${name}: parsing "${quoted(value, scope)}": ${why}`,
  ],
  [
    /^Could not parse ([\w-]{1,40}) '([^']{0,80})'(.{0,120})$/s,
    ([, name = '', value = '', rest = ''], scope) =>
      `Could not parse ${redactName(name, scope)} '${quoted(value, scope)}'${explanations.test(rest) ? rest : '«…»'}`,
  ],
  [/^limit may be at most \d{1,6}$/, asIs],
  [
    /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\/\S{0,2000}) is not implemented$/,
    ([, method, path = ''], scope) => `${method} ${redactPath(path, scope)} is not implemented`,
  ],
  [
    /^Cannot (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\/\S{0,2000})$/,
    ([, method, path = ''], scope) => `Cannot ${method} ${redactPath(path, scope)}`,
  ],
];

/** The text if it is known (with ids, dates and paths replaced), else its length. Surrounding line breaks are kept. */
export function redactMessage(text: string, scope: Scope): string {
  const core = text.trim();
  if (core === '') return text;
  const seen = scope.tokens.foundIn(text);
  if (seen !== '') return `«text: ${text.length} characters, ${seen}»`;
  const known = core.length <= 4_000 ? knownText(core, scope) : undefined;
  if (known === undefined) return scope.ownTexts ? shorten(text, scope) : `«text: ${text.length} characters»`;
  const at = text.indexOf(core);
  return text.slice(0, at) + known + text.slice(at + core.length);
}

/** As long as a message may be, with the pseudonyms of ids. */
function shorten(text: string, { ids }: Scope): string {
  const rest = text.length - 500;
  const start = text.slice(0, 500).replace(idWithin, ids.map);
  return rest > 0 ? `${start} «${rest} more characters»` : start;
}

function knownText(text: string, scope: Scope): string | undefined {
  if (fixed.has(text)) return text;
  // go-openapi lists its failures one per line; the document shows the line break as an escape.
  const list = /^validation failure list:(\n|\\n)/.exec(text);
  if (list) {
    const separator = list[1] ?? '\n';
    const lines = text.slice(list[0].length).split(separator).slice(0, 50);
    return [
      'validation failure list:',
      ...lines.map((line) => rewrite(line, scope) ?? `«text: ${line.length} characters»`),
    ].join(separator);
  }
  return rewrite(text, scope);
}

function rewrite(text: string, scope: Scope): string | undefined {
  for (const [pattern, how] of patterns) {
    const parts = pattern.exec(text);
    const result = parts ? how(parts, scope) : undefined;
    if (result !== undefined) return result;
  }
  return undefined;
}

function quoted(value: string, scope: Scope): string {
  if (/^(?:-?\d{0,6}|abc|ten|NaN|true|false|null|undefined)$/.test(value)) return value;
  if (scope.ids.has(value) || isIdLike(value)) return scope.ids.map(value);
  return scope.dates.due(value) ?? '«…»';
}

/** Names and positions in a body: `attachments.1.type`. */
function dotted(path: string, scope: Scope): string {
  return path.replace(/[^.]+/g, (name) => (/^\d{1,4}$/.test(name) ? name : redactName(name, scope)));
}

const goWords =
  /^(?:models|strfmt|time|map|interface|string|bool|u?int(?:8|16|32|64)?|float(?:32|64)|byte|rune|DateTime|Time|Date|UUID)$/;

/** A Go type: its own words, and those of models that the API describes. */
function goNames(type: string, scope: Scope): string {
  return type.replace(/[\w-]+/g, (name) =>
    goWords.test(name) || schemaNames.has(name) || schemaNames.has(`Lms${name}`)
      ? name
      : `x-${scope.keyed.tag('field', name)}`,
  );
}
