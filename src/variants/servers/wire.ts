import type { ServerVariant } from '../variant.ts';
import { inHeaders, inSuccesses, inTexts, isJson } from './support.ts';

/** Reverses the members of objects at every depth; lists stay. */
function turnedDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, one]) => [name, turnedDeep(one)] as const)
      .reverse(),
  );
}

const anyJson = (response: Response) => isJson(response);

/** Escapes non-ASCII characters and slashes, as some languages do. */
const escaped = (text: string) =>
  text
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The same responses in other bytes, as JSON and HTTP allow. */
export const wireVariants: readonly ServerVariant[] = [
  {
    name: 'data/members-in-another-order',
    why: 'RFC 8259, 4: the members of an object have no order',
    tamper: inSuccesses(turnedDeep),
  },
  {
    name: 'data/single-records-without-links',
    why: 'SPEC: a single record is its data; links next to it are not described',
    tamper: inSuccesses((body) => {
      if (Array.isArray(body.data) || body.data === undefined) return body;
      const { links: _, ...rest } = body;
      return rest;
    }),
    but: {
      'data/user-links': { outcomes: ['inapplicable'], why: 'there is no link that could be followed' },
    },
  },
  {
    name: 'data/json-indented-with-line-breaks',
    why: 'RFC 8259, 2: white space between tokens is insignificant',
    slot: 'json-text',
    tamper: inTexts(anyJson, (text) => `\n\t${JSON.stringify(JSON.parse(text), null, '\t')}\r\n`),
  },
  {
    name: 'data/json-with-escapes',
    why: 'RFC 8259, 7: any character may be escaped',
    slot: 'json-text',
    tamper: inTexts(anyJson, escaped),
  },
  {
    name: 'data/label-without-charset',
    why: 'RFC 8259, 11: application/json has no charset parameter',
    slot: 'label',
    tamper: inHeaders((headers) => headers.set('content-type', 'application/json'), anyJson),
  },
  {
    name: 'data/label-in-other-letters',
    why: 'RFC 9110, 8.3.1: type and parameter names are compared without case',
    slot: 'label',
    tamper: inHeaders(
      (headers) => headers.set('content-type', 'Application/JSON;Charset="UTF-8"; v=2'),
      anyJson,
    ),
  },
  {
    name: 'data/headers-of-proxies',
    why: 'HTTP allows servers and proxies to add headers; WIRE shows most of these',
    tamper: inHeaders((headers) => {
      headers.set('etag', 'W/"5d-abc"');
      headers.set('via', '1.1 vegur, 1.1 varnish');
      headers.set('server', 'envoy');
      headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
      headers.set('vary', 'Accept-Encoding, Authorization');
      headers.append('set-cookie', 'lb=1; Path=/; Expires=Wed, 21 Oct 2037 07:28:00 GMT');
      headers.append('set-cookie', 'lb2=2; HttpOnly');
      headers.set('x-envoy-upstream-service-time', '12');
      headers.set('access-control-allow-origin', '*');
    }),
  },
  {
    name: 'data/no-cache-and-no-request-id-headers',
    why: 'no document names them',
    tamper: inHeaders((headers) => {
      headers.delete('cache-control');
      headers.delete('x-request-id');
    }),
  },
];
