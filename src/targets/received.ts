/** A response as it arrives. A `Response` is one, too. */
export interface Received {
  readonly status: number;
  /** Repeated names are separate entries, or joined. */
  readonly headers: Iterable<[name: string, value: string]>;
  /** After its content coding. `null`: no body. */
  readonly body: Response['body'] | AsyncIterable<Uint8Array>;
}

/** For what needs a whole `Response`: its methods, or headers by name. */
export function responseOf(received: Received): Response {
  if (received instanceof Response) return received;
  const { status, headers, body } = received;
  const isEmpty = status === 204 || status === 304;
  // Node takes any async iterable as a body; the type of the DOM library does not know.
  return new Response(isEmpty ? null : (body as BodyInit | null), { status, headers: [...headers] });
}
