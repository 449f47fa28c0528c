import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { evidenceFault } from '../../src/evidence/evidence-fault.ts';
import { readEvidence, writeEvidence } from '../../src/evidence/store.ts';
import type { ScenarioObservation } from '../../src/observation.ts';
import { redactObservations } from '../../src/redaction/client-redactor.ts';
import type { Evidence } from '../../src/result.ts';

const ids = ['5f0000000000000000000001', '5f0000000000000000000002', '5f0000000000000000000003'];

function observation(over: Partial<ScenarioObservation> = {}): ScenarioObservation {
  return {
    scenario: 'lms/sample',
    provokes: ['lms/client-shows-message'],
    job: 'sync:students',
    timing: 'real',
    exchanges: [
      {
        seq: 0,
        request: {
          method: 'GET',
          origin: 'http://127.0.0.1:4000',
          path: `/v2.0/students?starting_after=${ids[1]}&name=Hermione`,
          headers: { authorization: 'Bearer the-token', 'user-agent': 'acme-internal/1.0', 'x-key': 'hush' },
          sentAtMs: 1000,
        },
        step: { claim: 'lms/client-shows-message', case: 'lms/sample', role: 'refused' },
        response: {
          status: 400,
          headers: { 'content-type': 'application/json' },
          body: '{"message":"due_date must be in the future"}',
          receivedAtMs: 1001,
        },
      },
    ],
    runs: [
      {
        startedAtMs: 999,
        endedAtMs: 1002,
        claim: {
          says: 'incomplete',
          ids: [ids[0] ?? '', ids[0] ?? '', 'Hermione Granger'],
          said: 'KeyError: /home/hermione/sync.py\n  Due_date must be\nin the future (password hush)',
          endedBy: 'itself',
        },
      },
    ],
    truth: ids,
    account: { refused: 1 },
    origin: 'http://127.0.0.1:4000',
    lagMs: 2,
    ...over,
  };
}

const redact = (...seen: ScenarioObservation[]) =>
  redactObservations(seen, { profiles, tokens: ['the-token'], key: new Uint8Array(32) });

describe('redacted client observations', () => {
  it('contain nothing about a person or the client’s machine', () => {
    const text = JSON.stringify(redact(observation()));
    for (const secret of [...ids, 'Hermione', 'hermione', 'hush', 'acme', 'the-token', 'sync.py'])
      expect(text).to.not.include(secret);
  });

  it('use the same pseudonyms, in the same order, in truth, claims and traffic', () => {
    const { exchanges, observations } = redact(observation());
    const [seen] = observations;
    expect(seen?.truth).to.deep.equal([...(seen?.truth ?? [])].sort());
    expect(new Set(seen?.truth).size).to.equal(3);
    expect(seen?.runs[0]?.claim.ids.slice(0, 2)).to.deep.equal([seen?.truth[0], seen?.truth[0]]);
    expect(seen?.truth).to.not.include(seen?.runs[0]?.claim.ids[2]);
    expect(exchanges[0]?.request.path).to.include(`starting_after=${seen?.truth[1]}`);
  });

  it('keep an API message that the client showed, despite changed white space and case', () => {
    const said = redact(observation()).observations[0]?.runs[0]?.claim.said ?? '';
    expect(said).to.match(/^due_date must be in the future\n«text: \d+ characters»$/);
  });

  it('show what a client printed that was given the suite’s data only, without files and with pseudonyms', () => {
    const seen = observation();
    const [run] = seen.runs;
    const printed = `TypeError: no grade of ${ids[1]}\n  at /home/me/sync.ts:3, C:\\Users\\me\\sync.ts: GET /v2.0/v2.0/students: Due_date must be\nin the future`;
    const shown = (said: string) =>
      redactObservations([{ ...seen, runs: [{ ...run!, claim: { ...run!.claim, said } }] }], {
        profiles,
        tokens: ['the-token'],
        key: new Uint8Array(32),
        ownData: 'all',
      });
    const { observations } = shown(printed);
    expect(observations[0]?.runs[0]?.claim.said).to.equal(
      `TypeError: no grade of ${observations[0]?.truth[1]}\n  at «file»:3, «file»: GET /v2.0/v2.0/students: Due_date must be\nin the future`,
    );
    expect(shown('x'.repeat(3000)).observations[0]?.runs[0]?.claim.said).to.equal(
      `${'x'.repeat(2000)} «1000 more characters»`,
    );
  });

  it('show words of links that the suite served, and none that the client was the first to send', () => {
    const link = '@127.0.0.1:99/v2.0/students?view=own&hush=hush';
    const [one] = observation().exchanges;
    const follow = (seq: number, path: string) => ({ ...one!, seq, request: { ...one!.request, path } });
    const page = {
      ...one!,
      request: { ...one!.request, path: '/v2.0/v2.0/students?hush=hush' },
      response: {
        ...one!.response!,
        status: 200,
        body: JSON.stringify({ data: [], links: [{ rel: 'next', uri: link }] }),
      },
    };
    const exchanges = [page, follow(1, `/${link}`), follow(2, '/v2.0/acme/students')];
    const paths = (ownData?: 'links') =>
      redactObservations([observation({ exchanges })], {
        profiles,
        tokens: ['the-token'],
        key: new Uint8Array(32),
        ownData,
      }).exchanges.map(({ request }) => request.path);
    const [doubled, followed, own] = paths('links');
    expect(doubled).to.match(/^\/v2\.0\/v2\.0\/students\?x-\w{6}=x-\w{6}$/);
    expect(followed).to.match(/^\/@127\.0\.0\.1:99\/v2\.0\/students\?view=own&x-\w{6}=x-\w{6}$/);
    expect(own).to.match(/^\/v2\.0\/seg-\w{6}\/students$/);
    expect(paths()[1]).to.match(/^\/seg-\w{6}\/v2\.0\/students\?x-\w{6}=x-\w{6}&x-\w{6}=x-\w{6}$/);
  });

  it('number the exchanges of all scenarios consecutively', () => {
    const { exchanges, observations } = redact(observation(), observation({ scenario: 'lms/other' }));
    expect(exchanges.map((one) => one.seq)).to.deep.equal([0, 1]);
    expect(observations.map((one) => one.exchanges)).to.deep.equal([
      { first: 0, count: 1 },
      { first: 1, count: 1 },
    ]);
  });

  it('are read back as written, and damage is detected', async () => {
    const evidence: Evidence = {
      format: 'clever-conformance/evidence',
      formatVersion: 1,
      context: { subject: 'command', profiles },
      notProvoked: {},
      ...redact(observation()),
    };
    const folder = mkdtempSync(join(tmpdir(), 'clever-evidence-'));
    try {
      await writeEvidence(folder, evidence);
      expect(await readEvidence(join(folder, 'evidence.json.gz'))).to.deep.equal(evidence);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const [one] = evidence.observations ?? [];
    const run = one?.runs[0];
    const damages: readonly (readonly [object, string])[] = [
      [{ runs: 1 }, 'observations[0].runs must be an array, not a number'],
      [
        { runs: [{ ...run, claim: { ...run?.claim, says: 'maybe' } }] },
        'observations[0].runs[0].claim.says must be one of "complete", "incomplete", "nothing"',
      ],
      [
        { runs: [{ ...run, endedAtMs: null }] },
        'observations[0].runs[0].endedAtMs must be a number, not null',
      ],
      [{ truth: [1] }, 'observations[0].truth[0] must be a string, not a number'],
      [{ provokes: undefined }, 'observations[0] has no "provokes"'],
      [
        { exchanges: { first: 0, count: 2 } },
        "observations[0].exchanges is out of range of the file's exchanges",
      ],
      [{ timing: 'odd' }, 'observations[0].timing must be one of "virtual", "real"'],
      [{ lagMs: '0' }, 'observations[0].lagMs must be a number, not a string'],
      [{ superseded: false }, 'observations[0].superseded must be true'],
      [{ captured: {} }, 'observations[0].captured has no "skewMs"'],
      [{ account: { a: -1 } }, 'observations[0].account.a must be at least 0'],
    ];
    for (const [damage, says] of damages)
      expect(evidenceFault({ ...evidence, observations: [{ ...one, ...damage }] })).to.equal(says);
    expect(evidenceFault({ ...evidence, observations: {} })).to.equal(
      'observations must be an array, not an object',
    );
  });
});
