import type { HeaderMap } from '../exchange.ts';
import type { Scope } from './scope.ts';
import { redactUrl } from './urls/urls.ts';

type Rule = (value: string, scope: Scope) => string;

/** Redacts a list part by part; separators and empty parts stay unchanged. */
const eachPart =
  (rule: Rule): Rule =>
  (value, scope) =>
    value
      .split(',')
      .map((part) => {
        const core = part.trim();
        return core === '' ? part : part.replace(core, () => rule(core, scope));
      })
      .join(',');

const only =
  (pattern: RegExp, otherwise: string): Rule =>
  (value) =>
    value === '' || pattern.test(value) ? value : otherwise;

const mediaType =
  /^(?:application\/(?:json|problem\+json|xml|octet-stream|x-www-form-urlencoded|vnd\.api\+json)|text\/(?:plain|html|xml|json|csv)|\*\/\*)(?:\s*;\s*charset\s*=\s*"?[a-z0-9-]{1,20}"?)?;?$/i;
/** Keeps a known type without unknown parameters: judges read only the type. */
const mediaTypeOf: Rule = (value) => {
  if (value === '' || mediaType.test(value)) return value;
  const type = value.split(';', 1)[0]?.trim() ?? '';
  return value.includes(';') && mediaType.test(type) ? `${type}; «parameters»` : 'application/x-other';
};
const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
/** Any notation of a number, which judges check. */
const number = /^[+-]?(?:\d{1,20}(?:\.\d{1,6})?(?:e[+-]?\d{1,3})?|0x[0-9a-f]{1,16})$/i;
/** Longer ones are no counter and no time. */
const longNumber = /\d{14}|^0x[0-9a-f]{9}/i;
/** A long number may be anything: it becomes another one of the same notation and length. */
const counter = eachPart((value) => {
  if (value !== '' && !number.test(value)) return '«not a number»';
  if (!longNumber.test(value)) return value;
  return /^0x/i.test(value) ? `0x${'9'.repeat(value.length - 2)}` : value.replace(/\d/g, '9');
});

/** Response headers that judges read; all others are dropped. */
const responseRules: Readonly<Record<string, Rule>> = {
  'content-type': mediaTypeOf,
  date: only(httpDate, '«not a date»'),
  'content-length': only(number, '«not a number»'),
  'content-encoding': eachPart(only(/^(?:gzip|x-gzip|deflate|br|zstd|identity)$/i, '«coding»')),
  'www-authenticate': (value) => {
    const [, scheme = '', rest = ''] = /^(\S*)(.*)$/s.exec(value) ?? [];
    return (/^(?:bearer|basic|)$/i.test(scheme) ? scheme : '«scheme»') + (rest === '' ? '' : ' «parameters»');
  },
  allow: eachPart(only(/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT)$/i, '«method»')),
  // A claim reads seconds; a long number may be anything.
  'retry-after': (value) => {
    if (value === '' || /^-?\d{1,3}$/.test(value)) return value;
    return httpDate.test(value) ? '«a date»' : number.test(value) ? '«a long number»' : '«not a number»';
  },
  location: redactUrlIn,
  'x-ratelimit-limit': counter,
  'x-ratelimit-remaining': counter,
  'x-ratelimit-reset': counter,
  'x-ratelimit-bucket': eachPart((part, { buckets }) => {
    const known = buckets.get(part) ?? `bucket-${buckets.size + 1}`;
    buckets.set(part, known);
    return known;
  }),
};

const requestRules: Readonly<Record<string, Rule>> = {
  authorization: (value, { tokens }) => {
    const [, scheme = '', space = '', token = ''] = /^(\S+)(\s*)(.*)$/s.exec(value) ?? [];
    const known = /^(?:bearer|basic|token)$/i.test(scheme);
    if (token === '') return known || value === '' ? value : tokens.name(value);
    return `${known ? scheme : '«scheme»'}${space === '' ? '' : ' '}${tokens.name(token)}`;
  },
  'content-type': mediaTypeOf,
  accept: eachPart(only(/^[a-z*]{1,20}\/[a-z*]{1,20}(?:;\s*q=[\d.]{1,5})?$/, '«media type»')),
};

function redactUrlIn(value: string, scope: Scope): string {
  return redactUrl(value, scope);
}

/** The allowed response headers, and any other that repeats a token. */
export function redactResponseHeaders(headers: HeaderMap, scope: Scope): HeaderMap {
  return redactHeaders(headers, responseRules, scope);
}

/** The allowed request headers; tokens are numbered. */
export function redactRequestHeaders(headers: HeaderMap, scope: Scope): HeaderMap {
  return redactHeaders(headers, requestRules, scope);
}

function redactHeaders(headers: HeaderMap, rules: Readonly<Record<string, Rule>>, scope: Scope): HeaderMap {
  const kept: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name] ?? '';
    const seen = name === 'authorization' && rules === requestRules ? '' : scope.tokens.foundIn(value);
    if (seen !== '') kept[nameOf(name, rules, scope)] = seen;
    else if (Object.hasOwn(rules, name)) kept[name] = scope.once(rules[name]?.(value, scope) ?? '');
  }
  return kept;
}

/** A client's header name can itself be personal; common ones are not. */
function nameOf(name: string, rules: Readonly<Record<string, Rule>>, scope: Scope): string {
  if (Object.hasOwn(rules, name) || commonNames.test(name)) return name;
  return `x-${scope.keyed.tag('header', name)}`;
}

const commonNames =
  /^(?:set-cookie|cookie|etag|server|via|link|vary|x-powered-by|x-request-id|clever-request-id|authorization|x-(?:correlation-id|auth-token|authorization|api-key|token|debug|debug-request|echo))$/;
