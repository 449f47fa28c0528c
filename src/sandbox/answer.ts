/** What the sandbox answers, before it becomes a `Response` or goes out on a socket. */
export interface Answer {
  readonly status: number;
  /** In the spelling that the wire has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

export const jsonType = 'application/json; charset=utf-8';

/** An answer with a JSON body. */
export function json(status: number, body: unknown): Answer {
  return { status, headers: { 'Content-Type': jsonType }, body: JSON.stringify(body) };
}

/** An answer in plain text. */
export function text(status: number, body: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}

/**
 * A response that still knows what it was made of, so that `listen` can write it as it is: `Headers` puts every name in
 * lower case, and the real API says `X-Ratelimit-Limit`. Headers and body are built only when somebody looks at them,
 * because a stream for each page is what costs most on a port.
 */
export class AnswerResponse extends Response {
  readonly answer: Answer;
  #built: Response | undefined;

  constructor(answer: Answer) {
    super();
    this.answer = answer;
  }

  /** Nobody has looked at headers or body, so nobody can have changed or read them. */
  get untouched(): boolean {
    return this.#built === undefined;
  }

  get #whole(): Response {
    const { status, headers, body } = this.answer;
    // A body, even an empty one, would bring a content type of its own; some statuses may not have one at all.
    this.#built ??= new Response(body.length === 0 ? null : body, { status, headers });
    return this.#built;
  }

  override get status() {
    return this.answer.status;
  }
  override get ok() {
    return this.answer.status >= 200 && this.answer.status < 300;
  }
  override get headers() {
    return this.#whole.headers;
  }
  override get body() {
    return this.#whole.body;
  }
  override get bodyUsed() {
    return this.#whole.bodyUsed;
  }
  override text() {
    return this.#whole.text();
  }
  override json() {
    return this.#whole.json();
  }
  override arrayBuffer() {
    return this.#whole.arrayBuffer();
  }
  override bytes() {
    return this.#whole.bytes();
  }
  override blob() {
    return this.#whole.blob();
  }
  override formData() {
    return this.#whole.formData();
  }
  override clone() {
    return this.#whole.clone();
  }
}
