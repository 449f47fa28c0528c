import { apiFor } from '../../api.ts';
import { jsonOf, type Members } from '../../exchange.ts';
import { isObject } from '../../text/json.ts';
import { like, regex, reify, type Template } from './matchers.ts';
import type { Sample } from './sample.ts';
import { templateOf } from './schema-templates.ts';

/** Formats of the rate-limit headers; other headers are not part of the contract. */
const headerForms: Readonly<Record<string, string>> = {
  'x-ratelimit-bucket': '^\\S.*$',
  'x-ratelimit-limit': '^\\d+(, ?\\d+)*$',
  'x-ratelimit-remaining': '^\\d+(, ?\\d+)*$',
  'x-ratelimit-reset': '^\\d+(, ?\\d+)*$',
};
/** A list that can be counted instead promises neither member: the one that the response has is expected. */
const eitherOf = ['data', 'count'] as const;
/** JSON; for errors also text/plain, which Clever's Go servers send. */
const jsonType = '^application/json(;.*)?$';
const errorType = '^(application/json|text/plain)(;.*)?$';

/** The response of an interaction: status, header formats, and the guaranteed fields of the body. */
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

function bodyTemplate({ operation, profile, status, exchange }: Sample): Template | undefined {
  const { schemas } = apiFor(profile);
  const schema = operation.bodies[String(status)];
  const value = jsonOf(exchange);
  if (schema === undefined || !isObject(value)) return undefined;
  if (status < 400) return templateOf(schemas, schema, value, operation.answers === 'list' ? eitherOf : []);
  // Servers use either member, and some add others: expect the observed one.
  const name = ['error', 'message'].find((one) => typeof value[one] === 'string');
  return name === undefined || schemas[schema]?.fields[name] === undefined
    ? undefined
    : { [name]: like(String(value[name])) };
}
