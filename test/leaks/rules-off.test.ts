import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { profiles } from '../../contracts/profiles.ts';
import { model } from '../../generated/model.ts';
import { createLeakGuard } from '../../src/cli/leak-guard.ts';
import { SafetyStop } from '../../src/errors.ts';
import type { Exchange, RecordedRequest, RecordedResponse } from '../../src/exchange.ts';
import type { ScenarioObservation } from '../../src/observation.ts';
import { redactObservations } from '../../src/redaction/client-redactor.ts';
import { redactExchanges } from '../../src/redaction/redactor.ts';
import { merged, observationOf, type Switched, trafficOf } from './rules-testing.ts';

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
  'x-redact: drop': leaves('who'),
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
  'paths of requests': (raw, redacted) => withRequest(redacted, { path: raw.request.path }),
};

/** A server's traffic, raw and redacted, and a guard that learned it. */
function worldOf(seed: number) {
  const raw = trafficOf(seed);
  const guard = createLeakGuard('server', Date.UTC(2026, 0, 5), []);
  for (const exchange of raw) guard.sawServer(exchange);
  const tokens = [...new Set(raw.map((one) => one.request.headers.authorization?.slice(7) ?? ''))];
  return { raw, guard, redacted: redactExchanges(raw, { model, profiles, tokens, key: randomBytes(32) }) };
}

const written = (exchanges: readonly unknown[]) =>
  exchanges.map((one) => `${JSON.stringify(one)}\n`).join('');

/** What a client may print or send. */
const shownOfClients: Readonly<Record<string, (raw: ScenarioObservation) => unknown>> = {
  'a line': (raw) => raw.runs[0]?.claim.said.split('\n')[1],
  'an id': (raw) => raw.runs[0]?.claim.ids[0],
  'a path': (raw) => raw.exchanges[0]?.request.path,
  'a header': (raw) => raw.exchanges[0]?.request.headers['user-agent'],
  'a body': (raw) => raw.exchanges[0]?.request.body,
};

describe('the leak scanner, with one redaction rule disabled', () => {
  let worlds: readonly ReturnType<typeof worldOf>[] = [];
  before(() => {
    worlds = Array.from({ length: 12 }, (_, seed) => worldOf(seed));
  });

  it('stops nothing while all rules are enabled', () => {
    for (const { guard, redacted } of worlds) guard.check('evidence.json', written(redacted));
  });

  for (const [name, rule] of Object.entries(rules))
    it(`stops output with ${name}, every time`, () => {
      for (const { raw, guard, redacted } of worlds) {
        const shown = raw.map((one, at) => rule(one, redacted[at] ?? one));
        expect(() => guard.check('evidence.json', written(shown))).to.throw(SafetyStop, /evidence\.json/);
      }
    });

  for (const [name, show] of Object.entries(shownOfClients))
    it(`stops output with ${name} of a client, every time`, () => {
      for (let seed = 0; seed < 4; seed++) {
        const raw = observationOf(seed);
        const guard = createLeakGuard('client', Date.UTC(2026, 0, 5), []);
        guard.sawClient([raw]);
        const options = { model, profiles, tokens: ['a-district-token'], key: randomBytes(32) };
        const redacted = redactObservations([raw], options);
        guard.check('evidence.json', written([redacted]));
        expect(() => guard.check('evidence.json', written([redacted, show(raw)]))).to.throw(SafetyStop);
      }
    });
});

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
