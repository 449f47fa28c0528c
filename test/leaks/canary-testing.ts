import type { SandboxTargetOptions } from '../../src/targets/sandbox.ts';

type Tamper = NonNullable<SandboxTargetOptions['tamper']>;

/** Prefix of every mark; the accent exercises encodings that decompose it. */
const call = 'Cánaryvogel';
const hex = (text: string) => Buffer.from(text).toString('hex');
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const jwt = (text: string) =>
  ['{"alg":"none"}', JSON.stringify({ sub: text }), text]
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

/** Encodings that a server may use. */
export const markEncodings: Readonly<Record<string, (mark: string) => string>> = {
  plain: (mark) => mark,
  'percent ×1': encodeURIComponent,
  'percent ×2': (mark) => encodeURIComponent(encodeURIComponent(mark)),
  'percent ×3': (mark) => encodeURIComponent(encodeURIComponent(encodeURIComponent(mark))),
  JSON: (mark) => mark.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  HTML: (mark) => [...mark].map((char) => `&#x${char.codePointAt(0)?.toString(16)};`).join(''),
  base64: (mark) => Buffer.from(mark).toString('base64'),
  JWT: jwt,
  hex,
  NFD: (mark) => mark.normalize('NFD'),
  'full width': fullWidth,
  'upper case': (mark) => mark.toUpperCase(),
};
const encodingNames = Object.keys(markEncodings);

/** Creates unique marks and records the fields and encodings in which they were used. */
export interface Canary {
  mark(field: string): string;
  /** `field · encoding`. */
  readonly placed: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

export function createCanary(): Canary {
  const placed = new Set<string>();
  const turns = new Map<string, number>();
  let marks = 0;
  return {
    placed,
    get fields() {
      return new Set(turns.keys());
    },
    mark: (field) => {
      const turn = turns.get(field) ?? 0;
      turns.set(field, turn + 1);
      const encoding = encodingNames[turn % encodingNames.length] ?? 'plain';
      placed.add(`${field} · ${encoding}`);
      return markEncodings[encoding]?.(`${call}${(marks++).toString(36)}zug`) ?? '';
    },
  };
}

/** Header values are limited to Latin-1. */
const ofHeader = (mark: string) => (/^[\u0020-\u00ff]*$/.test(mark) ? mark : encodeURIComponent(mark));

/**
 * A sandbox that puts marks into all of its output: each text of a record except its id, undocumented (also nested)
 * members and links, each header, each error text. `spares` keeps the values of documented fields, so that the suite can
 * proceed.
 */
export function marking(canary: Canary, spares: boolean): Tamper {
  return (sandbox) => async (request) => {
    const answer = await sandbox.fetch(request);
    const text = await answer.text();
    return marked(answer, text, canary, spares);
  };
}

function marked(answer: Response, text: string, canary: Canary, spares: boolean): Response {
  const { status } = answer;
  const headers = new Headers(answer.headers);
  for (const name of [
    'set-cookie',
    'server',
    'etag',
    'x-request-id',
    'x-debug',
    'x-ratelimit-bucket',
    'www-authenticate',
    'link',
  ])
    headers.set(name, ofHeader(canary.mark(`header ${name}`)));
  headers.append('set-cookie', `session=${ofHeader(canary.mark('header set-cookie'))}; Path=/`);
  headers.set(`x-${ofHeader('canaryvogelzug')}-name`, '1');
  let body = text;
  try {
    const value = JSON.parse(text) as unknown;
    body = JSON.stringify(status >= 400 ? markedError(value, canary) : markedAnswer(value, canary, spares));
  } catch {
    if (text !== '')
      body = `<html><p>${canary.mark('error page')}</p><pre>${canary.mark('error page')}</pre></html>`;
  }
  return new Response(status === 204 || status === 304 ? null : body, { status, headers });
}

function markedError(value: unknown, canary: Canary): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return {
    ...Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        typeof one === 'string' ? `No ${canary.mark(`error ${name}`)}!` : one,
      ]),
    ),
    detail: { who: canary.mark('error detail') },
  };
}

function markedAnswer(value: unknown, canary: Canary, spares: boolean, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((one) => markedAnswer(one, canary, spares, name));
    if (name !== 'links') return items;
    const uri = `/v2.0/students/${ofHeader(canary.mark('link path'))}?starting_after=${ofHeader(canary.mark('link cursor'))}&who=${ofHeader(canary.mark('link query'))}#${ofHeader(canary.mark('link fragment'))}`;
    return [...items, { rel: `of ${canary.mark('link rel')}`, uri }];
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([member, one]) => [
      member,
      markedAnswer(one, canary, spares, member),
    ]);
    if (name === 'data' || name === '') return Object.fromEntries(members);
    return Object.fromEntries([...members, ...strange(canary)]);
  }
  const isStructure = /^(?:id|ids|uri|rel|district|schools?|students?|teachers?|course|term_id)$|_ids?$/.test(
    name,
  );
  if (typeof value !== 'string' || spares || (isStructure && !/^(?:sis|state|staff|nces)_id$/.test(name)))
    return value;
  return value === '' ? '' : canary.mark(name);
}

/** Undocumented members whose names are marked, too. */
function strange(canary: Canary): [string, unknown][] {
  return [
    ['nickname', canary.mark('unknown member')],
    [`canaryvogelzug_${canary.fields.size}`, 1],
    ['note', JSON.stringify({ deep: { deeper: [canary.mark('JSON within JSON')] } })],
    ['family', { mother: { first: canary.mark('nested unknown member') } }],
  ];
}

/** Marks a whole exchange, for a server on a port. */
export function markedResponse(answer: Response, text: string, canary: Canary): Response {
  return marked(answer, text, canary, false);
}

/** The normalized form of a mark. */
const heart = 'naryvogel';

/**
 * Whether a text contains a mark, implemented independently of the scanner: the text is decoded layer by layer, and marks
 * in base64 and hex are searched directly.
 */
export function hasMark(text: string): boolean {
  let layer = text;
  for (let depth = 0; depth < 5; depth++) {
    if (showsMark(layer)) return true;
    const next = undo(layer);
    if (next === layer) return false;
    layer = next;
  }
  return showsMark(layer);
}

const hiddenForms: readonly string[] = [heart, heart.toUpperCase(), fullWidth(heart)].flatMap((form) => [
  hex(form),
  ...[0, 1, 2].map((offset) =>
    Buffer.from('\0'.repeat(offset) + form)
      .toString('base64url')
      .slice(offset === 0 ? 0 : offset + 1, -2),
  ),
]);

function showsMark(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s|\p{M}/gu, '');
  return plain.includes(heart) || hiddenForms.some((form) => text.includes(form));
}

function undo(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\([\\"/])/g, '$1')
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&amp;/g, '&')
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}
