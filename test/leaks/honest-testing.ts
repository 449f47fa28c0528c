import type { Caught } from '../../src/captures/formats/har-testing.ts';
import { drawer } from './rules-testing.ts';

type Headers = readonly (readonly [string, string])[];

/** Draws from lists; the same for the same seed. */
export interface Draw {
  below(end: number): number;
  of<T>(list: readonly T[]): T;
  hex(length: number): string;
  some(headers: Headers): [string, string][];
}

export function drawOf(seed: number): Draw {
  const below = drawer(seed);
  return {
    below,
    of: (list) => list[below(list.length)] as (typeof list)[number],
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
    some: (headers) => headers.filter(() => below(3) > 0).map(([name, value]) => [name, value]),
  };
}

const chromium = (ua: string, brand: string, version: string, platform: string, mobile: boolean): Headers => [
  ['user-agent', ua],
  ['sec-ch-ua', `"${brand}";v="${version}", "Not=A?Brand";v="8", "Chromium";v="${version}"`],
  ['sec-ch-ua-mobile', mobile ? '?1' : '?0'],
  ['sec-ch-ua-platform', `"${platform}"`],
  ['sec-fetch-site', 'same-site'],
  ['sec-fetch-mode', 'cors'],
  ['sec-fetch-dest', 'empty'],
  ['priority', 'u=1, i'],
];
const like = (system: string, rest: string) =>
  `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) ${rest}`;

/** Request headers of browsers, API tools and HTTP libraries. */
const agents: readonly Headers[] = [
  chromium(
    like('Windows NT 10.0; Win64; x64', 'Chrome/129.0.0.0 Safari/537.36'),
    'Google Chrome',
    '129',
    'Windows',
    false,
  ),
  chromium(
    like('Macintosh; Intel Mac OS X 10_15_7', 'Chrome/131.0.0.0 Safari/537.36'),
    'Google Chrome',
    '131',
    'macOS',
    false,
  ),
  chromium(like('X11; Linux x86_64', 'Chrome/129.0.0.0 Safari/537.36'), 'Chromium', '129', 'Linux', false),
  chromium(
    like('X11; CrOS x86_64 14541.0.0', 'Chrome/128.0.0.0 Safari/537.36'),
    'Google Chrome',
    '128',
    'Chrome OS',
    false,
  ),
  chromium(
    like('Linux; Android 14; Pixel 8', 'Chrome/129.0.0.0 Mobile Safari/537.36'),
    'Google Chrome',
    '129',
    'Android',
    true,
  ),
  chromium(
    like('Linux; Android 13; SM-G991B', 'Chrome/127.0.0.0 Mobile Safari/537.36'),
    'Samsung Internet',
    '25',
    'Android',
    true,
  ),
  chromium(
    like('Windows NT 10.0; Win64; x64', 'Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0'),
    'Microsoft Edge',
    '130',
    'Windows',
    false,
  ),
  [
    ['user-agent', 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'],
    ['te', 'trailers'],
    ['dnt', '1'],
  ],
  [
    ['user-agent', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0'],
    ['sec-gpc', '1'],
  ],
  [['user-agent', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:130.0) Gecko/20100101 Firefox/130.0']],
  [
    [
      'user-agent',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    ],
  ],
  [
    [
      'user-agent',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    ],
  ],
  [
    [
      'user-agent',
      'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    ],
  ],
  ...[
    'axios/1.7.2',
    'node-fetch/1.0 (+https://github.com/bitinn/node-fetch)',
    'node',
    'undici',
    'got (https://github.com/sindresorhus/got)',
    'python-requests/2.32.3',
    'Python/3.12 aiohttp/3.9.5',
    'Python-urllib/3.11',
    'python-httpx/0.27.0',
    'Go-http-client/1.1',
    'okhttp/4.12.0',
    'Java/17.0.11',
    'Apache-HttpClient/5.3.1 (Java/21.0.3)',
    'Faraday v2.9.0',
    'Ruby',
    'rest-client/2.1.0 (linux x86_64) ruby/3.2.2p53',
    'GuzzleHttp/7',
    'curl/8.5.0',
    'Wget/1.21.4',
    'PostmanRuntime/7.39.0',
    'insomnia/9.3.2',
    'HTTPie/3.2.2',
    'Dart/3.4 (dart:io)',
    'RestSharp/111.2.0.0',
    'Swagger-Codegen/1.0.0/python',
    'OpenAPI-Generator/1.0.0/ruby',
    'reqwest/0.12.4',
    'Elixir/Req 0.5.0',
    'Acme-Roster-Sync/3.1 (+https://acme.example/sync; production)',
    'sync-worker',
    'libwww-perl/6.77',
    'RPT-HTTPClient/0.3-3',
  ].map((agent): Headers => [['user-agent', agent]]),
];

const accepts = [
  '*/*',
  'application/json',
  'application/json, text/plain, */*',
  'application/json;charset=utf-8',
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
  'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
  'application/vnd.api+json, application/problem+json',
];
const languages = [
  'en-US,en;q=0.9',
  'en-GB,en;q=0.5',
  'es-MX,es;q=0.9,en;q=0.8',
  'de-DE,de;q=0.9,en;q=0.4',
  'fr-CA',
  'ja,en-US;q=0.7',
  'zh-CN,zh;q=0.9',
];

/** What a request has besides its token. */
export function requestHeaders(draw: Draw): [string, string][] {
  return [
    ['accept', draw.of(accepts)],
    ...draw.of(agents).map(([name, value]): [string, string] => [name, value]),
    ...draw.some([
      ['accept-language', draw.of(languages)],
      [
        'accept-encoding',
        draw.of(['gzip, deflate, br, zstd', 'gzip', 'identity', 'deflate, gzip;q=1.0, *;q=0.5']),
      ],
      ['connection', 'keep-alive'],
      ['cache-control', draw.of(['no-cache', 'max-age=0'])],
      ['pragma', 'no-cache'],
      ['content-type', 'application/json'],
      ['origin', 'https://admin.acme.example'],
      [
        'referer',
        draw.of(['https://admin.acme.example/', 'https://schools.example/dashboard/rosters?tab=students']),
      ],
      ['x-requested-with', 'XMLHttpRequest'],
      ['traceparent', `00-${draw.hex(32)}-${draw.hex(16)}-01`],
      ['x-amzn-trace-id', `Root=1-${draw.hex(8)}-${draw.hex(24)}`],
      ['x-forwarded-for', `10.0.${draw.below(255)}.${draw.below(255)}`],
      ['x-forwarded-proto', 'https'],
      ['via', draw.of(['1.1 squid-01.corp.example (squid/5.7)', '1.1 google', '2.0 mitmproxy'])],
      ['x-request-id', `${draw.hex(8)}-${draw.hex(4)}-${draw.hex(4)}-${draw.hex(4)}-${draw.hex(12)}`],
      ['if-none-match', `W/"${draw.hex(16)}"`],
      ['cookie', `_ga=GA1.2.${1e9 + draw.below(1e9)}.1719${draw.below(1e6)}; session=${draw.hex(32)}`],
      ['postman-token', `${draw.hex(8)}-${draw.hex(4)}-${draw.hex(12)}`],
      ['newrelic', Buffer.from(`{"v":[0,1],"d":{"ty":"App","ap":"${draw.below(1e6)}"}}`).toString('base64')],
      ['baggage', 'sentry-environment=production,sentry-release=roster-sync%404.2.0'],
    ]),
  ];
}

/** What proxies and gateways add to a response. */
export function responseHeaders(draw: Draw): [string, string][] {
  return draw.some([
    [
      'server',
      draw.of([
        'nginx',
        'nginx/1.25.3',
        'cloudflare',
        'envoy',
        'Apache/2.4.58 (Ubuntu)',
        'awselb/2.0',
        'Microsoft-IIS/10.0',
      ]),
    ],
    ['x-powered-by', draw.of(['Express', 'ASP.NET', 'PHP/8.2.12'])],
    ['cf-ray', `${draw.hex(16)}-${draw.of(['ORD', 'FRA', 'NRT'])}`],
    ['cf-cache-status', 'DYNAMIC'],
    ['etag', `W/"${draw.hex(4)}-${draw.hex(24)}"`],
    ['strict-transport-security', 'max-age=31536000; includeSubDomains; preload'],
    ['x-envoy-upstream-service-time', String(draw.below(400))],
    ['vary', 'Accept-Encoding, Origin'],
    ['access-control-allow-origin', draw.of(['*', 'https://admin.acme.example'])],
    ['access-control-expose-headers', 'X-RateLimit-Limit, X-RateLimit-Remaining'],
    ['alt-svc', 'h3=":443"; ma=86400'],
    [
      'report-to',
      '{"endpoints":[{"url":"https://a.nel.example/report/v4?s=abc"}],"group":"cf-nel","max_age":604800}',
    ],
    ['set-cookie', `AWSALB=${draw.hex(40)}; Expires=Mon, 07 Dec 2026 05:03:21 GMT; Path=/`],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'SAMEORIGIN'],
    ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
    ['via', draw.of(['1.1 varnish', '1.1 vegur', '2 d111111abcdef8.cloudfront.example (CloudFront)'])],
    ['x-cache', draw.of(['Miss from cloudfront', 'HIT', 'MISS, MISS'])],
    ['age', String(draw.below(9000))],
    ['x-runtime', `0.${draw.below(999_999)}`],
    ['transfer-encoding', 'chunked'],
    ['keep-alive', 'timeout=5, max=1000'],
  ]);
}

export const hosts = [
  'https://api.clever.com',
  'http://localhost:8080',
  'http://127.0.0.1:4417',
  'https://api.acmeschools.example',
  'https://clever-mock.internal.example:8443',
];

/** Paths that clients request, right or wrong. `ID` is an id that was served. */
export const paths = [
  '/v2.0/students',
  '/v2.0/students?limit=10',
  '/v2.0/students?limit=10000',
  '/v2.0/students?limit=5&starting_after=ID',
  '/v2.0/students/ID',
  '/v2.0/students/ID/sections',
  '/v2.0/students/ID/contacts',
  '/v2.0/sections?limit=3',
  '/v2.0/teachers?limit=4',
  '/v2.0/schools',
  '/v2.0/districts',
  '/v2.0/terms',
  '/v2.0/courses?limit=2',
  '/v2.0/contacts?limit=6',
  '/v2.0/school_admins',
  '/v2.0/district_admins',
  '/v2.0/events?limit=10',
  '/v2.0/events?limit=5&ending_before=last',
  '/v2.0/students?limit=0',
  '/v2.0/students?limit=-1',
  '/v2.0/students?limit=abc',
  '/v2.0/students?limit=',
  '/v2.0/students?starting_after=undefined',
  '/v2.0/students/',
  '/v2.0//students',
  '/v2.0/students/null',
  '/v2.0/students/000000000000000000000000',
  '/v2.0/students?count=true',
  '/v2.0/students?page=2',
  '/v2.0/Students',
  '/v2.0/students.json',
  '/v2.0/students?sort=name.last&where=%7B%22grade%22%3A%225%22%7D',
  '/v2.0/students?_=1719853200123',
  '/v2.0/students?limit=100&limit=50',
  '/v2.0/students%20',
  '/v2.0/nowhere',
  '/v3.1/sections/ID/assignments',
  '/v2.0/students?limit=1e3',
  '/v2.0/students?Limit=10',
];

const texts = [
  'request failed',
  'Anfrage fehlgeschlagen',
  'la solicitud ha fallado',
  'échec de la requête',
  'リクエストに失敗しました',
  'retrying in 2s',
  'backing off for 4000 ms',
  'rate limit exceeded, waiting',
  'fetched page',
  'synchronisation terminée',
  'gave up after 5 attempts',
  'unexpected status',
  'no next link, stopping',
  '✓ done',
  'ошибка запроса',
];
const instants = [
  '2026-11-30T05:03:21.726Z',
  '2026-11-30 05:03:21,726',
  '30/Nov/2026:05:03:21 +0000',
  'Nov 30 05:03:21',
  '1796015001.726',
  '05:03:21.726',
  '[11/30/2026, 5:03:21 AM]',
];

/** A log of a client over its traffic, in one of the formats of its language. */
export function logOf(draw: Draw, traffic: readonly Caught[]): string {
  const format = draw.of(formats);
  return traffic.map((one) => format(one, draw)).join('\n');
}

type Format = (one: Caught, draw: Draw) => string;
const pathOf = ({ url }: Caught) => url.replace(/^https?:\/\/[^/]+/, '');
const inspect = (value: unknown) =>
  JSON.stringify(value, null, 2)
    .replace(/"([\w-]+)":/g, "'$1':")
    .replaceAll('"', "'");

const recordsIn = ({ answer }: Caught): readonly object[] =>
  answer.startsWith('{"data":[')
    ? (JSON.parse(answer) as { data: { data: object }[] }).data.map((one) => one.data)
    : [];

const formats: readonly Format[] = [
  (one, draw) => `${draw.of(instants)} INFO root ${draw.of(texts)}: GET ${one.url} -> ${one.status}`,
  (one, draw) =>
    `${draw.of(instants)} - urllib3.connectionpool - DEBUG - ${one.url.split('/v')[0]} "GET ${pathOf(one)} HTTP/1.1" ${one.status} ${one.answer.length}`,
  (one, draw) =>
    JSON.stringify({
      level: 30,
      time: 1_796_015_001_726,
      pid: draw.below(99_999),
      hostname: 'worker-7f9c',
      msg: draw.of(texts),
      url: one.url,
      res: { status: one.status, headers: Object.fromEntries(one.answerHeaders) },
    }),
  (one, draw) =>
    JSON.stringify({
      timestamp: draw.of(instants),
      level: 'error',
      message: draw.of(texts),
      meta: { path: pathOf(one), body: one.answer.slice(0, 300) },
    }),
  (one, draw) =>
    `level=warn ts=${draw.of(instants)} caller=sync.go:${draw.below(400)} msg="${draw.of(texts)}" path=${pathOf(one)} status=${one.status} dur=${draw.below(900)}ms`,
  (one, draw) =>
    `${draw.of(instants)}\tERROR\tsync/client.go:88\t${draw.of(texts)}\t{"url": "${one.url}", "status": ${one.status}}`,
  (one, draw) =>
    `E, [${draw.of(instants)} #${draw.below(9999)}] ERROR -- : Faraday::ClientError (the server responded with status ${one.status}): ${one.answer.slice(0, 200)}`,
  (one, draw) =>
    `[${draw.of(instants)}] production.ERROR: ${draw.of(texts)} {"exception":"[object] (GuzzleHttp\\\\Exception\\\\ClientException(code: ${one.status}): Client error: \`GET ${one.url}\`)"}`,
  (one, draw) =>
    `${draw.of(instants)} [main] WARN  c.acme.roster.SyncJob - ${draw.of(texts)} status=${one.status}\n\tat com.acme.roster.SyncJob.run(SyncJob.java:${draw.below(300)})\n\tat java.base/java.lang.Thread.run(Thread.java:1583)`,
  (one) =>
    `< HTTP/1.1 ${one.status}\n${one.answerHeaders.map(([name, value]) => `< ${name}: ${value}`).join('\n')}\n<\n${one.answer.slice(0, 400)}`,
  (one) =>
    `HTTP/1.1 ${one.status} OK\r\n${one.answerHeaders.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${one.answer}`,
  (one, draw) =>
    recordsIn(one)
      .map((record) => JSON.stringify({ level: 30, msg: draw.of(texts), ...record }))
      .join('\n'),
  (one) =>
    recordsIn(one)
      .map((record) => JSON.stringify(record))
      .join('\n'),
  (one) => one.answer,
  (one, draw) =>
    `AxiosError: Request failed with status code ${one.status}\n    at settle (/app/node_modules/axios/dist/node/axios.cjs:${draw.below(2999)}:12)\n  response: ${inspect({ status: one.status, headers: Object.fromEntries(one.answerHeaders), data: one.answer.slice(0, 120) })}`,
  (one, draw) =>
    `Traceback (most recent call last):\n  File "/app/sync.py", line ${draw.below(200)}, in main\n    r.raise_for_status()\nrequests.exceptions.HTTPError: ${one.status} Client Error for url: ${one.url}`,
  (one, draw) =>
    `\u001b[32m✔\u001b[0m ${draw.of(texts)} ${one.status} \u001b[2m${pathOf(one)}\u001b[22m [####------] ${draw.below(100)}%`,
  (one, draw) =>
    `${draw.of(instants)} +00:00 [INF] HTTP GET ${pathOf(one)} responded ${one.status} in ${draw.below(900)}.${draw.below(9999)} ms`,
  (one, draw) =>
    `thread 'main' panicked at src/main.rs:${draw.below(99)}:5:\ncalled \`Result::unwrap()\` on an \`Err\` value: Status(${one.status}, "${one.url}")`,
  (one, draw) =>
    `${
      one.answer
        .match(/[0-9a-f]{24}/g)
        ?.slice(0, 9)
        .map((id) => `id,${id},${draw.of(texts)}`)
        .join('\n') ?? 'id'
    }`,
  (one, draw) =>
    `+ curl -s -H 'Authorization: Bearer sandbox-district-token' '${one.url}'\n${draw.of(texts)}: ${one.answer.slice(0, 80)}`,
  (one, draw) =>
    `${draw.of(texts)} | ratelimit ${one.answerHeaders
      .filter(([name]) => name.startsWith('x-ratelimit'))
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')} | ${one.url}`,
];
