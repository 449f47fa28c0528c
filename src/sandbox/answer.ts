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
 * lower case, and the real API says `X-Ratelimit-Limit`.
 */
export class AnswerResponse extends Response {
  readonly answer: Answer;

  constructor(answer: Answer) {
    // A body, even an empty one, would bring a content type of its own; some statuses may not have one at all.
    super(answer.body.length === 0 ? null : answer.body, { status: answer.status, headers: answer.headers });
    this.answer = answer;
  }
}
