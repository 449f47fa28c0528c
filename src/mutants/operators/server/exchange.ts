import { allProfiles } from '../../../../contracts/profiles.ts';
import type { OperationModel } from '../../../../openapi/model-types.ts';
import { apiFor } from '../../../api.ts';

/** A request as an operator sees it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** The documented operation; `undefined` for anything that is not documented. */
  readonly operation: OperationModel | undefined;
  /** The documented operation that reads this path, whatever the method. */
  readonly path: OperationModel | undefined;
  /** The caller: no token, a token that no server knows, the district's token, or another one. */
  readonly caller: 'none' | 'unknown' | 'own' | 'other';
  /** The Authorization header, `''` for none. */
  readonly authorization: string;
  readonly body: string;
}

/** A response with its body as text. */
export class Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  #json: unknown;
  #isParsed = false;

  constructor(status: number, headers: Readonly<Record<string, string>>, text: string) {
    this.status = status;
    this.headers = headers;
    this.text = text;
  }

  /** The body as JSON; `undefined` where it is not JSON. Not to be changed: see `edited`. */
  // biome-ignore lint/suspicious/noExplicitAny: an operator reaches into bodies of any shape
  get json(): any {
    if (!this.#isParsed) this.#json = parsed(this.text);
    this.#isParsed = true;
    return this.#json;
  }

  /** The records of a list; `undefined` for anything else. */
  // biome-ignore lint/suspicious/noExplicitAny: an operator reaches into bodies of any shape
  get entries(): any[] | undefined {
    return this.status === 200 && Array.isArray(this.json?.data) ? this.json.data : undefined;
  }

  with(changes: {
    status?: number;
    text?: string;
    headers?: Readonly<Record<string, string | null>>;
  }): Answer {
    const headers: Record<string, string> = { ...this.headers };
    if (changes.text !== undefined) delete headers['content-length'];
    for (const [name, value] of Object.entries(changes.headers ?? {})) {
      if (value === null) delete headers[name];
      else headers[name] = value;
    }
    return new Answer(changes.status ?? this.status, headers, changes.text ?? this.text);
  }

  /** The same response where `change` alters its JSON: in place, or by what it returns. */
  // biome-ignore lint/suspicious/noExplicitAny: an operator reaches into bodies of any shape
  edited(change: (body: any) => unknown): Answer {
    const body = parsed(this.text);
    if (body === undefined) return this;
    const before = JSON.stringify(body);
    const after = JSON.stringify(change(body) ?? body);
    return after === before ? this : this.with({ text: after });
  }

  equals(other: Answer): boolean {
    return (
      this === other ||
      (this.status === other.status &&
        this.text === other.text &&
        JSON.stringify(this.headers) === JSON.stringify(other.headers))
    );
  }
}

// biome-ignore lint/suspicious/noExplicitAny: an operator reaches into bodies of any shape
function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function answerOf(response: Response): Promise<Answer> {
  return new Answer(response.status, Object.fromEntries(response.headers), await response.text());
}

export function responseOf({ status, headers, text }: Answer): Response {
  return new Response(text === '' ? null : text, { status, headers: { ...headers } });
}

/** The tokens of a sandbox that a caller may use. */
export interface KnownTokens {
  readonly own: string;
}

/** Token values that the sandbox issues or is seeded with begin like this; any other is unknown. */
const known = /^Bearer (?:sandbox-|TEST_TOKEN$)/;

/** Reads a request once. */
export async function askedBy(request: Request, { own }: KnownTokens): Promise<Asked> {
  const url = new URL(request.url);
  const authorization = request.headers.get('authorization') ?? '';
  const caller =
    authorization === ''
      ? 'none'
      : authorization === `Bearer ${own}`
        ? 'own'
        : known.test(authorization)
          ? 'other'
          : 'unknown';
  return {
    method: request.method,
    url,
    operation: findOperation(request.method, url.pathname),
    path: findOperation('GET', url.pathname),
    caller,
    authorization,
    body: request.method === 'GET' ? '' : await request.clone().text(),
  };
}

const patterns = allProfiles.flatMap((profile) =>
  apiFor(profile).operations.map((operation) => ({
    operation,
    pattern: new RegExp(`^${profile.prefix}${operation.path.replace(/\{[a-z_]+\}/g, '[^/]+')}$`),
  })),
);

function findOperation(method: string, pathname: string): OperationModel | undefined {
  return patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(pathname))
    ?.operation;
}
