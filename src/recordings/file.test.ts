import { expect } from 'chai';
import { probes } from '../probes/index.ts';
import { fileOf, hasOwnDigest, renderRecording } from './file.ts';

describe('the file of a probe', () => {
  it('has a unique name on every system, in the directory of its category', () => {
    const names = probes.map((probe) => fileOf(probe.name));
    expect(new Set(names.map((name) => name.toLowerCase())).size).to.equal(probes.length);
    for (const [at, name] of names.entries()) {
      expect(name).to.match(/^[a-z-]+\/[a-z0-9]+(?:-[a-z0-9]+)*\.json$/);
      expect(name.split('/')[0]).to.equal(probes[at]?.name.split('/')[0]);
      expect(name).to.not.match(/\/(?:con|prn|aux|nul|com\d|lpt\d)\.json$/);
    }
    expect(fileOf('rate-limit/LMS Connect answers')).to.equal('rate-limit/lms-connect-answers.json');
  });

  it('contains a digest that cannot be confused with other text', () => {
    const header = { format: 'clever-conformance/recording', probe: 'a/b' } as Parameters<
      typeof renderRecording
    >[0];
    const response = { text: `"digest":"${'0'.repeat(64)}"`, digest: '0'.repeat(64) };
    const definition = { scope: 'http://x', response } as unknown as Parameters<
      typeof renderRecording
    >[1][number];
    const text = renderRecording(header, [definition, definition]);
    expect(JSON.parse(text)[1]).to.deep.equal(definition);
    expect(hasOwnDigest(Buffer.from(text))).to.equal(true);
    expect(hasOwnDigest(Buffer.from(text.replace('http://x', 'http://y')))).to.equal(false);
    expect(hasOwnDigest(Buffer.from('[]'))).to.equal(undefined);
  });
});
