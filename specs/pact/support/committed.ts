import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { DataApi } from '../../../src/client/index.ts';
import { writePact } from '../../../src/pacts/export/stable.ts';
import { type Conversation, openPactWriter, type PactWriter } from './consumer.ts';

/** Set by `npm run pacts`: the directory to write to, before comparing. */
const writeTo = process.env.CLEVER_CONFORMANCE_WRITE_PACTS;
const folder = writeTo ?? join(import.meta.dirname, '../../../contracts/pacts');

/**
 * Runs every conversation of the reference client against Pact's mock server, and compares the pact with
 * `contracts/pacts/<name>.json`, byte by byte.
 */
export function describePact(
  name: string,
  conversations: readonly Conversation[],
  /** The version of the Data API that the client reads. @default v2.0 */
  api?: DataApi,
): void {
  const provider = `clever-${name}`;
  describe(`the pact of the reference client with ${provider}`, () => {
    let writer: PactWriter;
    let done = 0;
    before(async () => {
      writer = await openPactWriter(provider, api);
    });
    after(() => writer.close());

    for (const conversation of conversations)
      it(conversation.title, async () => {
        await writer.run(conversation);
        done++;
      });

    it(`contracts/pacts/${name}.json is what these conversations write`, async () => {
      expect(done, 'needs all other tests: run the whole file').to.equal(conversations.length);
      const file = join(folder, `${name}.json`);
      const text = writer.text();
      if (writeTo !== undefined) await writePact(file, text);
      const committed = await readFile(file, 'utf8').catch(() => '');
      expect(committed === text, `contracts/pacts/${name}.json is stale: run npm run pacts`).to.equal(true);
    });
  });
}
