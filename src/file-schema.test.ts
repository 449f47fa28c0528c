import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { allProfiles, profiles } from '../contracts/profiles.ts';
import { states } from '../contracts/states.ts';
import { isEvidence } from '../generated/files/evidence.js';
import { isIndex, isProbeFile } from '../generated/files/recording.js';
import { isReport } from '../generated/files/report.js';
import { type SchemaValidator, schemaFault } from './file-schema.ts';
import type { Evidence } from './result.ts';

const root = join(import.meta.dirname, '..');
const readJson = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

const evidence: Evidence = {
  format: 'clever-conformance/evidence',
  formatVersion: 1,
  context: { subject: 'module', profiles },
  notProvoked: { 'data/list-envelope': 'not needed' },
  shard: { index: 1, of: 2, selected: [], head: 1, tokens: ['x'], places: [0] },
  exchanges: [
    {
      seq: 0,
      step: { claim: 'a', case: 'b', role: 'c' },
      request: { method: 'GET', origin: 'https://a.example', path: '/', headers: { a: 'b' }, sentAtMs: 0 },
      response: { status: 200, headers: { c: 'd' }, body: '{}', receivedAtMs: 1 },
    },
    {
      seq: 1,
      request: { method: 'GET', origin: 'https://a.example', path: '/', headers: {}, body: '', sentAtMs: 0 },
      failure: { kind: 'closed', message: 'x' },
    },
  ],
  observations: [
    {
      scenario: 's',
      provokes: [],
      job: 'create-assignment',
      timing: 'real',
      origin: 'https://a.example',
      lagMs: 0.5,
      captured: { skewMs: -1 },
      exchanges: { first: 0, count: 2 },
      account: { label: 0 },
      runs: [
        {
          startedAtMs: 0,
          endedAtMs: 1,
          claim: { says: 'nothing', endedBy: 'itself', said: '', ids: ['x'] },
        },
      ],
      truth: ['x'],
      superseded: true,
    },
  ],
};
const files: readonly (readonly [string, unknown, SchemaValidator])[] = [
  ['a report of a server', readJson('docs/examples/server/report.json'), isReport],
  ['a report of a client', readJson('docs/examples/client/report.json'), isReport],
  ['evidence', evidence, isEvidence],
  ['an index', readJson('contracts/recordings/index.json'), isIndex],
  ['a file of a probe', readJson('contracts/recordings/errors/outages.json'), isProbeFile],
];

/** Places below which any value is valid. */
const free = /(?:^\d+\/(?:body|response)|\/(?:params|values)\/.+|^environment\/.+)$/;

describe('the file schemas', () => {
  for (const [what, value, isValid] of files)
    it(`accept ${what}, and report the place of any value of a wrong type in one line`, () => {
      expect(schemaFault(value, isValid)).to.equal(undefined);
      const places = placesIn(value);
      fc.assert(
        fc.property(fc.constantFrom(...places), (place) => {
          const fault = schemaFault(replaced(value, place), isValid);
          expect(fault, place.join('/'))
            .to.include(String(place.at(-1)).slice(0, 20))
            .and.not.match(/[\n\r]/)
            .and.not.include('does not fit');
        }),
        { numRuns: 300 },
      );
    });

  it('accept members that a later version adds', () => {
    for (const [what, value, isValid] of files) {
      const more = Array.isArray(value)
        ? value.map((one) => ({ ...one, later: [1] }))
        : { ...(value as object), later: { a: null } };
      expect(schemaFault(more, isValid), what).to.equal(undefined);
    }
  });

  it('accept every file of the committed recording', () => {
    for (const name of readdirSync(join(root, 'contracts/recordings'), { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.json') && name !== 'index.json')
        expect(schemaFault(readJson(`contracts/recordings/${name}`), isProbeFile), name).to.equal(undefined);
  });

  it('list the API versions and the provider states of the contracts', () => {
    const { $defs } = readJson('docs/recording.schema.json');
    expect($defs.apis.items.enum).to.deep.equal(allProfiles.map((one) => one.name));
    expect($defs.state.properties.name.enum).to.deep.equal(states.map((one) => one.name));
  });

  it('are compiled to code that imports nothing', () => {
    for (const name of ['report', 'evidence', 'recording']) {
      const code = readFileSync(join(root, `generated/files/${name}.js`), 'utf8');
      expect(code).not.to.match(/\bimport\b|\brequire\(/);
      expect(code.length).to.be.lessThan(100_000);
    }
  });
});

type Place = readonly (string | number)[];

/** The place of every value that a schema describes. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (free.test(at.join('/'))) return [];
  const own = at.length > 0 ? [at] : [];
  if (typeof value !== 'object' || value === null) return own;
  const inner: Place[] = Array.isArray(value)
    ? value.flatMap((one, index) => placesIn(one, [...at, index]))
    : Object.entries(value).flatMap(([name, one]) => placesIn(one, [...at, name]));
  return [...own, ...inner];
}

/** A copy with a value of another type at a place. */
function replaced(value: unknown, [step, ...rest]: Place): unknown {
  if (step === undefined) return typeof value === 'string' ? { odd: 1 } : 'odd';
  if (Array.isArray(value)) return value.map((one, at) => (at === step ? replaced(one, rest) : one));
  const members = value as Readonly<Record<string, unknown>>;
  return { ...members, [step]: replaced(members[step], rest) };
}
