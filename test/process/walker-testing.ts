import type { ClientModule } from '../../src/drivers/driver.ts';

/** Walks a list, repeats what failed after 1, 2 and 4 seconds, and gives up then; the same in every run. */
export const run: ClientModule = async ({ baseUrl, token, job, fetch, clock }) => {
  if (!job.startsWith('sync:')) return { complete: false, ids: [], said: `no ${job}` };
  const ids: string[] = [];
  let path: string | undefined = `/v2.0/${job.slice(5)}?limit=10`;
  for (let attempt = 0; path !== undefined; ) {
    try {
      const response = await fetch(new URL(path, baseUrl), {
        headers: { authorization: `Bearer ${token}` },
      });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const page = JSON.parse(await upTo(1_000_000, response)) as {
        data: { data: { id: string } }[];
        links: { rel: string; uri: string }[];
      };
      ids.push(...page.data.map((one) => one.data.id));
      path = page.links.find((link) => link.rel === 'next')?.uri;
      attempt = 0;
    } catch (error) {
      if (attempt === 3) return { complete: false, ids, said: String(error) };
      await clock.sleep(1000 * 2 ** attempt++);
    }
  }
  return { complete: true, ids };
};

async function upTo(maxBytes: number, response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength;
    if (bytes > maxBytes) throw new Error('the body is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
