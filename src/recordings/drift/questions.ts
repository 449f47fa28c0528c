import type { OperationModel } from '../../../openapi/model-types.ts';
import type { RecordedDefinition } from '../../recording.ts';
import { isObject, type Members } from '../../text/json.ts';

/** `GET /v2.0/students/{id}`; in undocumented paths `{id}` replaces id-like segments. */
export function nameOf(definition: RecordedDefinition, operation: OperationModel | undefined): string {
  const pathname = pathnameOf(definition);
  const version = pathname.split('/')[1] ?? '';
  const path = operation
    ? operation.path
    : `/${pathname
        .split('/')
        .slice(2)
        .map((segment) => (/\d{3}|^[0fF-]{8,}$/.test(segment) ? '{id}' : segment))
        .join('/')}`;
  return `${definition.method} /${version}${path}`;
}

/** Request and requirement: responses are compared only for the same key. */
export function questionOf(
  probe: string,
  name: string,
  { path, exchange, reqheaders }: RecordedDefinition,
): string {
  const { step } = exchange;
  const query = new URLSearchParams(path.split('?')[1] ?? '');
  const names = [...new Set(query.keys())].sort().join('&');
  const purpose = step ? `${step.claim}: ${step.case}${step.role ? `, ${step.role}` : ''}` : probe;
  return `${name}${names === '' ? '' : `?${names}`}${reqheaders ? '' : ' without a token'} (${purpose})`;
}

/** An error message without variable parts. */
export function messageOf(definition: RecordedDefinition): string | undefined {
  if (definition.status < 400) return undefined;
  const body = bodyOf(definition);
  const { message, error } = (isObject(body) ? body : {}) as Members;
  const text = [message, error, body].find((one): one is string => typeof one === 'string');
  return text
    ?.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}/gi, '{id}')
    .replace(/\b([a-z]+)-[0-9a-f]{6,}\b/g, '$1-…')
    .replace(/\d+/g, '#');
}

/** The body, parsed if it is JSON. */
export function bodyOf({ response, responseIsBinary }: RecordedDefinition): unknown {
  if (!responseIsBinary) return response;
  const text = Buffer.from(String(response), 'hex').toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `json`, `text`, `html` or `empty`. */
export function kindOf(body: unknown): string {
  if (typeof body !== 'string') return 'json';
  if (body === '') return 'empty';
  return /^\s*</.test(body) ? 'html' : 'text';
}

/** Headers by lower-case name. */
export function headersOf({ rawHeaders }: RecordedDefinition): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.set(rawHeaders[at]!.toLowerCase(), rawHeaders[at + 1]!);
  return headers;
}

/** The path without its query. */
export function pathnameOf({ path }: RecordedDefinition): string {
  return path.split('?', 1)[0] ?? '';
}
