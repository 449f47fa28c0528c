/** Headers that speak of one hop only, or of bytes that `fetch` has decoded. */
const hopHeaders = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
  'host',
  'expect',
];

/** More than the largest documented page, and less than what hurts. */
const largestBytes = 32 * 1024 * 1024;

/** The headers without those that do not pass a gateway. */
export function headersHandedOn(headers: Headers): Headers {
  const passed = new Headers(headers);
  for (const name of hopHeaders) passed.delete(name);
  return passed;
}

/** The answer as the verifier gets it. Rejects for a body beyond 32 MiB, of which no more is read. */
export async function handedOn(response: Response): Promise<Response> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) break;
    bytes += value.byteLength;
    pieces.push(value as Uint8Array<ArrayBuffer>);
    if (bytes <= largestBytes) continue;
    await reader?.cancel();
    throw new Error(`the body is larger than ${largestBytes / 1024 / 1024} MiB`);
  }
  return new Response(bytes === 0 ? null : new Blob(pieces), {
    status: response.status,
    headers: headersHandedOn(response.headers),
  });
}
