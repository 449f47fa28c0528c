/** Hop-by-hop headers, and headers about an encoding that `fetch` has decoded. */
const hopHeaders = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
  'host',
  'expect',
];

/** More than the largest documented page; bounds memory. */
const maxBytes = 32 * 1024 * 1024;

/** Removes hop-by-hop headers. */
export function forwardHeaders(headers: Headers): Headers {
  const passed = new Headers(headers);
  for (const name of hopHeaders) passed.delete(name);
  return passed;
}

/** The response for the verifier. Rejects, and stops reading, when the body exceeds 32 MiB. */
export async function forwardResponse(response: Response): Promise<Response> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) break;
    bytes += value.byteLength;
    pieces.push(value as Uint8Array<ArrayBuffer>);
    if (bytes <= maxBytes) continue;
    await reader?.cancel();
    throw new Error(`the body is larger than ${maxBytes / 1024 / 1024} MiB`);
  }
  return new Response(bytes === 0 ? null : new Blob(pieces), {
    status: response.status,
    headers: forwardHeaders(response.headers),
  });
}
