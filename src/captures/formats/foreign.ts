/** A format of another tool that cannot be judged, and how to get one that can. */
export interface ForeignFormat {
  /** After "it is": `a packet capture (pcap)`. */
  readonly what: string;
  readonly remedy: string;
}

const throughProxy =
  'Run the client through a proxy that exports HAR, such as mitmproxy (File > Save as HAR, or "mitmdump -nr flows --set hardump=out.har").';
const inCharles = 'In Charles choose File > Export Session, and "HTTP Archive (.har)".';
const inFiddler = 'In Fiddler choose File > Export Sessions, and "HTTPArchive v1.2".';
const inPostman =
  'A collection has no responses. Run it with "newman run FILE --reporters json", and judge what that writes.';

/** By the first bytes, in hexadecimal. */
const byMagic: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:d4c3b2a1|a1b2c3d4|4d3cb2a1|a1b23c4d|0a0d0d0a)/, 'a packet capture (pcap)', throughProxy],
  [/^1f8b/, 'compressed', 'Unpack it first, for example with gunzip.'],
  [/^(?:28b52ffd|425a68|fd377a585a00)/, 'compressed', 'Unpack it first.'],
  [/^(?:377abcaf271c|52617221)/, 'an archive', 'Unpack it, and give the HAR file in it.'],
  [/^53514c69746520/, 'a database (SQLite)', throughProxy],
  [/^aced0005/, 'a Charles session', inCharles],
  [/^(?:fffe|feff|00..|..00)/, 'UTF-16', 'Save it as UTF-8; HAR files are.'],
];

/** By the start of the text. */
const byText: readonly (readonly [RegExp, string, string])[] = [
  [
    /^\d{1,9}:(?:\d{1,9}:|[^\n]{0,40}(?:version|client_conn|response|request))/,
    'a flow file of mitmproxy',
    'Convert it: "mitmdump -nr FILE --set hardump=out.har".',
  ],
  [/^<\?xml[\s\S]{0,400}<charles-session|^<charles-session/, 'a Charles session (XML)', inCharles],
  [/^\s*\[\s*\{\s*"status"\s*:\s*"(?:COMPLETE|FAILED|EXCEPTION)"/, 'a Charles session (JSON)', inCharles],
  [
    /^<\?xml[\s\S]{0,4000}<items\b[^>]{0,100}burpVersion/,
    'an export of Burp Suite (XML)',
    'Export HAR with an extension of Burp Suite, or send the traffic through mitmproxy.',
  ],
  [/^\s*<(?:\?xml|!doctype|html|items)\b/i, 'XML or HTML', throughProxy],
  [
    /^\s*\{[\s\S]{0,2000}"(?:schema|_postman_id)"\s*:\s*"(?:https:\/\/schema\.(?:get)?postman|[0-9a-f-]{36})/,
    'a Postman collection',
    inPostman,
  ],
  [
    /^\s*\{[\s\S]{0,400}"_type"\s*:\s*"export"|^type: collection\.insomnia/,
    'a workspace of Insomnia',
    'In the history of a request choose "Copy as HAR" or export it as HAR.',
  ],
  [
    /^\s*\{\s*"constants"\s*:/,
    'a network log of Chrome (NetLog)',
    'In the network panel of the developer tools choose "Export HAR (with sensitive data)".',
  ],
  [
    /^\s*\{[\s\S]{0,3000}"(?:consumer|provider)"\s*:\s*\{\s*"name"/,
    'a pact',
    'Use "clever-conformance pact compare" or "pact verify".',
  ],
  [/^\s*(?:\{[\s\S]{0,200}"openapi"\s*:|openapi: )/, 'an OpenAPI document', 'Give captured traffic.'],
  [/^\s*\{"type":"(?:Metric|Point)"/, 'the output of k6', 'Run the script through a proxy that exports HAR.'],
  [/^\s*\{"type":"(?:context-options|resource-snapshot)"/, 'a Playwright trace', tracing()],
  [
    /^(?:\*|>|<|[{}] \[|== Info|=> Send|<= Recv|Note: )[\s\S]{0,4000}(?:HTTP\/[12]|Trying |Connected to)/,
    'the output of "curl --verbose"',
    throughProxy,
  ],
  [/^(?:GET|POST|PUT|PATCH|DELETE|HEAD) \S+ HTTP\/\d|^HTTP\/\d/, 'raw HTTP messages', throughProxy],
  [/^WARC\/\d/, 'a web archive (WARC)', throughProxy],
  [
    /^\S+ \S+ \S+ \[\d{1,2}\/\w{3}\/\d{4}:[^\]]{8,20}\] "(?:GET|POST|PUT|PATCH|DELETE|HEAD) /,
    'an access log',
    throughProxy,
  ],
  [/^\s*nock\(/, 'the code that nock writes', 'Record with `output_objects: true`, and judge the JSON.'],
  [
    /^\s*(?:\{[\s\S]{0,300}"serviceRequest"|\{[\s\S]{0,300}"mappings"\s*:)/,
    'a mapping of WireMock',
    throughProxy,
  ],
];

/** By the names in an archive. */
const byNames: readonly (readonly [RegExp, string, string])[] = [
  [/^raw\/\d+_[cs]\.txt$/m, 'a session of Fiddler (.saz)', inFiddler],
  [/^(?:\d+-meta|.*-req)\.(?:json|dat)$/m, 'a Charles session (.chlz)', inCharles],
  [/^trace\.(?:trace|network)$/m, 'a Playwright trace', tracing()],
];

function tracing(): string {
  return 'Record a HAR: `recordHar: { path: "out.har" }` in the options of the browser context.';
}

/** The foreign format that a file begins like; `undefined` for anything unknown. */
export function foreignFormat(start: Buffer): ForeignFormat | undefined {
  const magic = start.subarray(0, 8).toString('hex');
  const text = start.toString('utf8').replace(/^\ufeff/, '');
  const isHar = /^\s*\{\s*"log"\s*:/.test(text);
  return chosen(byMagic, magic) ?? (isHar ? undefined : chosen(byText, text));
}

/** The foreign format of an archive with these files. */
export function foreignArchive(names: readonly string[]): ForeignFormat | undefined {
  return chosen(byNames, names.join('\n'));
}

function chosen(
  table: readonly (readonly [RegExp, string, string])[],
  text: string,
): ForeignFormat | undefined {
  const row = table.find(([pattern]) => pattern.test(text));
  return row && { what: row[1], remedy: row[2] };
}
