import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import type { RunResult } from '../../src/claims/run-result.ts';
import { judgeEvidence } from '../../src/engine/judge.ts';
import type { Exchange, RecordedRequest, RecordedResponse } from '../../src/exchange.ts';
import { createLeakGuard } from '../../src/leak-guard/leak-guard.ts';
import type { ClientClaim, ScenarioObservation } from '../../src/observation.ts';
import { redactObservations } from '../../src/redaction/client-redactor.ts';
import { redactExchanges } from '../../src/redaction/redactor.ts';
import type { Evidence, RecordedObservation } from '../../src/result.ts';
import { leftovers, merged, observationOf, type Switched, trafficOf } from './rules-testing.ts';

type Members = Readonly<Record<string, unknown>>;
/** Restores one kind of original data and nothing else. */
type Rule = (raw: Exchange, redacted: Exchange) => Exchange;

/** Body leaves by member name. */
const leaves =
  (...names: readonly string[]): Rule =>
  (raw, redacted) =>
    withBody(raw, redacted, ({ name }) => names.includes(name));

const rules: Readonly<Record<string, Rule>> = {
  'x-redact: id': leaves('id', 'district', 'school', 'schools'),
  'x-redact: name': leaves('first', 'last'),
  'x-redact: name, of one letter': leaves('middle'),
  'x-redact: email': leaves('email'),
  'x-redact: date': leaves('created', 'last_modified', 'dob'),
  'x-redact: date, days only': leaves('dob'),
  'x-redact: number': leaves('graduation_year', 'size'),
  'x-redact: text': leaves('sis_id', 'student_number', 'address', 'district_username', 'title'),
  'x-redact: text, short': leaves('zip'),
  'x-redact: url': leaves('url', 'thumbnail_url'),
  'x-redact: drop': leaves('zoq'),
  'unknown fields': leaves('favourite_pet'),
  'names of unknown fields': (raw, redacted) => withBody(raw, redacted, ({ isUnknownName }) => isUnknownName),
  'error messages': leaves('error', 'message'),
  'links and uris': leaves('uri'),
  'pages that are no JSON': (raw, redacted) =>
    raw.response?.body.startsWith('<') ? withResponse(redacted, { body: raw.response.body }) : redacted,
  tokens: (raw, redacted) =>
    withRequest(redacted, {
      headers: { ...redacted.request.headers, authorization: raw.request.headers.authorization ?? '' },
    }),
  cookies: header('set-cookie'),
  'unused headers': header('x-request-id'),
  'the bucket of the rate limit': header('x-ratelimit-bucket'),
  'where a redirect leads': header('location'),
  'paths with received ids': (raw, redacted) =>
    /starting_after|assignments\/|students\//.test(raw.request.path)
      ? withRequest(redacted, { path: raw.request.path })
      : redacted,
};

/** A server's traffic, raw and redacted, and a guard that learned it. */
function worldOf(seed: number) {
  const raw = trafficOf(seed);
  const guard = createLeakGuard(Date.UTC(2026, 0, 5), []);
  for (const exchange of raw) guard.sawServer(exchange);
  const tokens = [...new Set(raw.map((one) => one.request.headers.authorization?.slice(7) ?? ''))];
  return { raw, guard, redacted: redactExchanges(raw, { profiles, tokens, key: randomBytes(32) }) };
}

/** A run with this evidence, of which nothing was judged. */
function runOf(parts: Pick<Evidence, 'exchanges' | 'observations'>): RunResult {
  const evidence: Evidence = {
    format: 'clever-conformance/evidence',
    formatVersion: 1,
    context: { subject: 'live', profiles },
    notProvoked: {},
    ...parts,
  };
  const facts = { subject: { kind: 'live', name: '' }, seed: 1, startedAtMs: 0, durationMs: 0 } as const;
  return judgeEvidence(evidence, facts, new Set());
}

type Shown = Pick<Evidence, 'exchanges'> & { readonly observations: readonly RecordedObservation[] };

/** Evidence that shows what a client printed or sent. */
const shownOfClients: Readonly<Record<string, (raw: ScenarioObservation, redacted: Shown) => Shown>> = {
  'a line': (raw, redacted) => withClaim(redacted, { said: raw.runs[0]?.claim.said.split('\n')[1] ?? '' }),
  'an id': (raw, redacted) => withClaim(redacted, { ids: raw.runs[0]?.claim.ids ?? [] }),
  'a path': (raw, redacted) => withSent(redacted, { path: raw.exchanges[0]?.request.path ?? '' }),
  'a header': (raw, redacted) => {
    const agent = raw.exchanges[0]?.request.headers['user-agent'] ?? '';
    return withSent(redacted, {
      headers: { ...redacted.exchanges[0]?.request.headers, 'user-agent': agent },
    });
  },
  'a body': (raw, redacted) => withSent(redacted, { body: raw.exchanges[0]?.request.body ?? '' }),
};

describe('the leak scanner, with one redaction rule disabled', () => {
  let worlds: readonly ReturnType<typeof worldOf>[] = [];
  before(() => {
    worlds = Array.from({ length: 12 }, (_, seed) => worldOf(seed));
  });

  it('withholds nothing while all rules are enabled', () => {
    for (const { guard, redacted } of worlds) {
      const run = runOf({ exchanges: redacted });
      expect(guard.screen(run)).to.equal(run);
    }
  });

  for (const [name, rule] of Object.entries(rules))
    it(`withholds every value of ${name}`, () => {
      for (const { raw, guard, redacted } of worlds) {
        const shown = raw.map((one, at) => rule(one, redacted[at] ?? one));
        expect(leftovers(shown, redacted, shown), 'the rule is disabled').to.not.be.empty;
        const { evidence } = guard.screen(runOf({ exchanges: shown }));
        expect(leftovers(shown, redacted, evidence.exchanges)).to.deep.equal([]);
        expect(evidence.withheld?.[0]?.from).to.match(/^exchange \d+, (?:response|token)/);
      }
    });

  for (const [name, show] of Object.entries(shownOfClients))
    it(`withholds ${name} of a client`, () => {
      for (let seed = 0; seed < 4; seed++) {
        const raw = observationOf(seed);
        const guard = createLeakGuard(Date.UTC(2026, 0, 5), []);
        guard.sawClient([raw]);
        const options = { profiles, tokens: ['a-district-token'], key: randomBytes(32) };
        const redacted = redactObservations([raw], options);
        const clean = runOf(redacted);
        expect(guard.screen(clean)).to.equal(clean);
        const shown = show(raw, redacted);
        expect(leftovers(shown, redacted, shown), 'it is shown').to.not.be.empty;
        const { exchanges, observations } = guard.screen(runOf(shown)).evidence;
        expect(leftovers(shown, redacted, { exchanges, observations })).to.deep.equal([]);
      }
    });
});

function withClaim(shown: Shown, changes: Partial<ClientClaim>): Shown {
  const observations = shown.observations.map((one) => ({
    ...one,
    runs: one.runs.map((run) => ({ ...run, claim: { ...run.claim, ...changes } })),
  }));
  return { ...shown, observations };
}

function withSent(shown: Shown, changes: Partial<RecordedRequest>): Shown {
  return { ...shown, exchanges: shown.exchanges.map((one) => withRequest(one, changes)) };
}

function header(name: string): Rule {
  return (raw, redacted) => {
    const value = raw.response?.headers[name];
    return value === undefined
      ? redacted
      : withResponse(redacted, { headers: { ...redacted.response?.headers, [name]: value } });
  };
}

function withBody(raw: Exchange, redacted: Exchange, wanted: (place: Switched) => boolean): Exchange {
  const before = jsonOf(raw.response?.body);
  if (before === undefined) return redacted;
  return withResponse(redacted, {
    body: JSON.stringify(merged(before, jsonOf(redacted.response?.body), wanted)),
  });
}

function jsonOf(body = ''): Members | undefined {
  return body.startsWith('{') ? (JSON.parse(body) as Members) : undefined;
}

function withResponse(exchange: Exchange, changes: Partial<RecordedResponse>): Exchange {
  return exchange.response ? { ...exchange, response: { ...exchange.response, ...changes } } : exchange;
}

function withRequest(exchange: Exchange, changes: Partial<RecordedRequest>): Exchange {
  return { ...exchange, request: { ...exchange.request, ...changes } };
}
