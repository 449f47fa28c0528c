import { expect } from 'chai';
import { themeOf } from '../../contracts/requirement.ts';
import { requirements } from '../../contracts/requirements/index.ts';
import { emptyAnswer, failing, htmlAnswer, jsonAnswer, resetIn, tooMany } from './answers.ts';
import { backoffScenarios } from './backoff/backoff.ts';
import { errorsScenarios } from './errors.ts';
import { lmsScenarios } from './lms.ts';
import { rateLimitScenarios } from './rate-limit.ts';
import type { Asked } from './scenario.ts';

const asked = { nowMs: 1_700_000_000_400 } as Asked;
const themes = {
  'rate-limit': rateLimitScenarios,
  backoff: backoffScenarios,
  errors: errorsScenarios,
  lms: lmsScenarios,
};
const all = Object.values(themes).flat();

describe('responses of scenarios', () => {
  it('a 429 has an empty body, nothing remaining, and the requested Reset', () => {
    const { status, body, headers, untouched } = tooMany(resetIn(2, asked));
    expect({ status, body, untouched }).to.deep.equal({ status: 429, body: '', untouched: true });
    expect(headers).to.include({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1700000003' });
    expect(tooMany(null).headers?.['x-ratelimit-reset']).to.equal(null);
  });

  it('Reset is a whole second, and never earlier than requested', () => {
    for (const nowMs of [1000, 1001, 1999, 2000])
      expect(Number(resetIn(2, { ...asked, nowMs })) * 1000 - nowMs).to.be.within(2000, 3000);
  });

  it('errors are valid JSON without side effects; HTML and empty bodies are as declared', () => {
    const good = { status: 200, headers: {}, body: 'x' };
    for (const status of [400, 401, 403, 404, 413, 500, 501, 502, 503]) {
      const answer = failing(status)(good, asked);
      expect([answer.status, answer.untouched]).to.deep.equal([status, true]);
      expect(JSON.parse(answer.body ?? '')).to.be.an('object');
    }
    expect(() => JSON.parse(htmlAnswer(500).body ?? '')).to.throw();
    expect(emptyAnswer(405).body).to.equal('');
    expect(jsonAnswer(200, { a: 1 }).body).to.equal('{"a":1}');
  });
});

describe('scenarios of failing and waiting', () => {
  it('have unique names, prefixed with their category', () => {
    for (const [theme, scenarios] of Object.entries(themes))
      for (const { name } of scenarios) expect(themeOf(name)).to.equal(theme);
    expect(new Set(all.map(({ name }) => name)).size).to.equal(all.length);
  });

  it('have unique labels, and requirements that they exercise', () => {
    for (const { name, rules, provokes } of all) {
      expect(new Set(rules.map(({ label }) => label)).size, name).to.equal(rules.length);
      expect(provokes, name).to.not.be.empty;
      expect(new Set(provokes).size, name).to.equal(provokes.length);
    }
  });

  it('exercise every client requirement of their categories', () => {
    for (const theme of Object.keys(themes)) {
      const ids = requirements
        .filter(({ id, binds }) => binds === 'client' && id.startsWith(`${theme}/client`))
        .map(({ id }) => id);
      const provoked = new Set<string>(all.flatMap(({ provokes }) => provokes));
      expect(ids.filter((id) => !provoked.has(id))).to.deep.equal([]);
    }
  });

  it('cover every documented outage one to five times, and every final status', () => {
    const names = new Set<string>(all.map(({ name }) => name));
    for (const status of [500, 502, 503])
      for (const often of ['once', 'twice', 'three-times', 'four-times', 'five-times', 'for-ever'])
        expect(names).to.include(`backoff/${status}-${often}`);
    for (const status of [400, 401, 403, 404, 405, 501])
      expect(names).to.include(`backoff/${status}-in-mid-walk`);
    expect(names).to.include('errors/413-in-mid-walk');
  });
});
