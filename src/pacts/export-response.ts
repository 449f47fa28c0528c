import { model } from '../../generated/model.ts';
import { jsonOf, type Members } from '../exchange.ts';
import { isObject } from '../json.ts';
import type { Sample } from './export.ts';
import { like, regex, reify, type Template } from './matchers.ts';
import { templateOf } from './schema-templates.ts';

/** The rate-limit headers by their form. Other headers are nobody's contract. */
const headerForms: Readonly<Record<string, string>> = {
  'x-ratelimit-bucket': '^\\S.*$',
  'x-ratelimit-limit': '^\\d+(, ?\\d+)*$',
  'x-ratelimit-remaining': '^\\d+(, ?\\d+)*$',
  'x-ratelimit-reset': '^\\d+(, ?\\d+)*$',
};
/** JSON, and for errors also the plain text under which Clever's Go servers send theirs. */
const jsonType = '^application/json(;.*)?$';
const errorType = '^(application/json|text/plain)(;.*)?$';

/** The response of an interaction: status, headers by their form, and of the body what the schema guarantees. */
export function exportedResponse(sample: Sample): Members {
  const { exchange, status } = sample;
  const { headers = {} } = exchange.response ?? {};
  const body = bodyTemplate(sample);
  const forms: [string, Template][] = Object.entries(headerForms).flatMap(([name, form]) => {
    const value = headers[name];
    return value !== undefined && new RegExp(form).test(value) ? [[name, regex(form, value)]] : [];
  });
  const type = headers['content-type'];
  if (body !== undefined && type !== undefined)
    forms.push(['content-type', regex(status >= 400 ? errorType : jsonType, type)]);
  const rules = Object.fromEntries(forms.map(([name, form]) => [name, reify(form).rules.$]));
  const { value, rules: bodyRules } = body === undefined ? { value: undefined, rules: {} } : reify(body);
  return {
    status,
    headers: Object.fromEntries(forms.map(([name, form]) => [name, [reify(form).value]])),
    ...(body === undefined
      ? {}
      : { body: { content: value, contentType: 'application/json', encoded: false } }),
    matchingRules: { ...(body === undefined ? {} : { body: bodyRules }), header: rules },
  };
}

function bodyTemplate({ operation, status, exchange }: Sample): Template | undefined {
  const schema = operation.bodies[String(status)];
  const value = jsonOf(exchange);
  if (schema === undefined || !isObject(value)) return undefined;
  if (status < 400) return templateOf(schema, value);
  // Servers say either, and some add to it: what was seen is what counts.
  const name = ['error', 'message'].find((one) => typeof value[one] === 'string');
  return name === undefined || model.schemas[schema]?.fields[name] === undefined
    ? undefined
    : { [name]: like(String(value[name])) };
}
