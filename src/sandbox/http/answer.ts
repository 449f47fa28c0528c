/** A sandbox response, before it becomes a `Response` or is written to a socket. */
export interface Answer {
  readonly status: number;
  /** With the exact spelling used on the wire. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

export const jsonType = 'application/json; charset=utf-8';

export function json(status: number, body: unknown): Answer {
  return { status, headers: { 'Content-Type': jsonType }, body: JSON.stringify(body) };
}

export function text(status: number, body: string): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}

/**
 * A response that keeps its source, so that `listen` can write header names unchanged: `Headers` lowercases them, but the
 * real API sends `X-Ratelimit-Limit`. Headers and body are built lazily, because a stream per page dominates the cost of
 * serving over a port.
 */
export class AnswerResponse extends Response {
  readonly answer: Answer;
  #built: Response | undefined;

  constructor(answer: Answer) {
    super();
    this.answer = answer;
  }

  /** Headers and body were never accessed, so they are unread and unchanged. */
  get untouched(): boolean {
    return this.#built === undefined;
  }

  get #whole(): Response {
    const { status, headers, body } = this.answer;
    // Even an empty body adds a default content type, and some statuses must not have a body.
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
