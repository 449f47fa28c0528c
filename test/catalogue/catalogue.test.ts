import { expect } from 'chai';
import { type Requirement, themeOf, themes } from '../../contracts/requirement.ts';
import {
  type ClientRequirementId,
  type RequirementId,
  requirements,
  type ServerRequirementId,
} from '../../contracts/requirements/index.ts';

/**
 * The public promise: these ids are never dropped, renamed or put on another side, and a level changes only with a
 * major version of the catalogue. New rows are added here as well, at their place.
 */
const promised = `
  data/guaranteed-fields-present server required
  data/validated-fields-in-range server required
  data/list-envelope server required
  data/single-envelope server required
  data/operation-answers server required
  data/json-content-type server recommended
  data/no-record-missing server required
  data/relations-resolve server recommended
  data/list-and-single-agree server recommended
  data/item-uri server observed
  data/undocumented-field server observed
  data/undocumented-status server observed
  data/role-filter server required
  data/primary-filter server recommended
  data/count server recommended
  data/user-roles server required
  data/user-links server recommended
  data/ids-across-versions server recommended
  data/attendance-owner server required
  data/attendance-filters server recommended
  data/client-tolerates-absent-and-unknown client required
  pagination/default-limit-100 server required
  pagination/full-pages server recommended
  pagination/limit-honoured server required
  pagination/limit-10000-accepted server required
  pagination/next-while-more server required
  pagination/next-walk-complete server required
  pagination/ids-ascend server required
  pagination/starting-after-excludes-cursor server required
  pagination/ending-before-excludes-cursor server required
  pagination/prev-walk-mirrors-next server required
  pagination/empty-page-after-the-end server required
  pagination/empty-page-before-the-start server required
  pagination/links-host-relative server required
  pagination/link-rels-known server required
  pagination/link-cursor-form server required
  pagination/next-stays-in-collection server required
  pagination/links-keep-query server recommended
  pagination/links-keep-version server recommended
  pagination/self-link server recommended
  pagination/nested-lists-paginate server required
  pagination/attendance-paginates server required
  pagination/stable-under-insert server required
  pagination/stable-under-delete server required
  pagination/bad-limit server observed
  pagination/client-follows-next client required
  pagination/client-uses-link-as-given client recommended
  pagination/client-resolves-relative-links client required
  pagination/client-continues-past-short-page client required
  pagination/client-stops-at-the-end client recommended
  pagination/client-distrusts-missing-links client recommended
  pagination/client-accepts-any-link-order client required
  pagination/client-limit-within-10000 client required
  pagination/client-holds-each-record-once client required
  pagination/client-holds-repeated-record-once client recommended
  pagination/client-stops-on-cycle client required
  rate-limit/headers-present server required
  rate-limit/headers-well-formed server required
  rate-limit/limit-is-1200 server required
  rate-limit/remaining-counts-down server required
  rate-limit/remaining-in-range server required
  rate-limit/reset-within-a-minute server required
  rate-limit/window-is-fixed server required
  rate-limit/window-refills server required
  rate-limit/full-quota-admitted server required
  rate-limit/exceeding-is-429 server required
  rate-limit/429-body-empty server required
  rate-limit/429-headers server required
  rate-limit/admits-after-reset server required
  rate-limit/429-does-not-extend server recommended
  rate-limit/bucket-per-token server required
  rate-limit/bucket-stable server recommended
  rate-limit/headers-on-errors server observed
  rate-limit/client-waits-for-reset client required
  rate-limit/client-survives-empty-429 client required
  rate-limit/client-continues-after-429 client required
  rate-limit/client-paces-at-zero client recommended
  rate-limit/client-bounded-wait client required
  errors/success-is-200 server required
  errors/bad-request-is-400 server required
  errors/missing-token-is-401 server required
  errors/invalid-token-is-401 server required
  errors/unknown-record-is-404 server required
  errors/deleted-record-is-404 server required
  errors/unshared-record-is-404 server required
  errors/limit-over-10000-is-413 server required
  errors/unsupported-is-501 server required
  errors/outage-statuses server required
  errors/message-readable server recommended
  errors/no-secret-echo server required
  errors/error-is-side-effect-free server recommended
  errors/client-lowers-limit-on-413 client required
  errors/client-survives-unreadable-body client required
  errors/client-treats-page-error-as-incomplete client required
  access/bearer-token server required
  access/test-token server required
  access/scopes-limit-resources server required
  access/sharing-limits-data server required
  access/user-token server recommended
  access/user-token-cannot-page server recommended
  access/client-sends-bearer client required
  events/list-ascends server required
  events/type-known server required
  events/payload server required
  events/filters server recommended
  lms/create-read-update-delete server required
  lms/submissions-listed server required
  lms/grade-passback server required
  lms/regrade-overwrites server required
  lms/served-on-v3.1-only server required
  lms/requires-agreement server required
  lms/failed-write-changes-nothing server required
  lms/unknown-id-refused server required
  lms/client-creates-once client required
  lms/client-writes-what-the-job-says client required
  lms/client-shows-message client recommended
  lms/client-final-grade-wins client recommended
  lms-errors/missing-required-fields server required
  lms-errors/empty-body server required
  lms-errors/due-date-in-past server required
  lms-errors/invalid-escape server required
  lms-errors/empty-submission-type server required
  lms-errors/missing-value server required
  lms-errors/malformed-json server required
  lms-errors/invalid-assignment-id server required
  lms-errors/unknown-grader server required
  lms-errors/update-due-date-out-of-range server required
  lms-errors/lms-missing-required-field server required
  lms-errors/no-valid-assignees server required
  lms-errors/no-token server required
  lms-errors/invalid-token server required
  lms-errors/deleted-assignment server required
  lms-errors/user-not-found server required
  lms-errors/unsupported-method server required
  backoff/client-retries-500 client required
  backoff/client-retries-502 client required
  backoff/client-retries-503 client required
  backoff/client-first-wait-1s client required
  backoff/client-waits-double client required
  backoff/client-at-most-five-retries client required
  backoff/client-reports-incomplete client required
  backoff/client-resumes-later client recommended
  backoff/client-backoff-starts-over client recommended
  backoff/client-no-retry-400 client required
  backoff/client-no-retry-401 client required
  backoff/client-no-retry-403 client recommended
  backoff/client-no-retry-404 client recommended
  backoff/client-no-retry-405 client recommended
  backoff/client-no-retry-501 client required
  safety/client-keeps-token-on-origin client required
  safety/client-bounded-pages client required
  safety/client-bounded-body client recommended
`
  .trim()
  .split('\n')
  .map((line) => line.trim());

const all: readonly Requirement[] = requirements;
const needs = ['states', 'clock', 'writes', 'exhaust', 'second-token', 'user-token', 'test-token'];

describe('catalogue', () => {
  it('holds every promised row, at its place, with its side and level', () => {
    expect(all.map((one) => `${one.id} ${one.binds} ${one.level}`)).to.deep.equal(promised);
  });

  it('has ids that are types: a misspelt one, or one of the other side, does not compile', () => {
    const right: [ServerRequirementId, ClientRequirementId] = ['data/item-uri', 'access/client-sends-bearer'];
    // @ts-expect-error misspelt
    const misspelt: RequirementId = 'data/item-url';
    // @ts-expect-error binds a client
    const otherSide: ServerRequirementId = 'access/client-sends-bearer';
    const known: readonly string[] = all.map((one) => one.id);
    expect(known)
      .to.include.members([...right, otherSide])
      .and.not.include(misspelt);
  });

  it('has no id twice', () => {
    expect(new Set(all.map((one) => one.id)).size).to.equal(all.length);
  });

  it('keeps the order of the themes, server rows first', () => {
    const rank = (one: Requirement) => themes.indexOf(themeOf(one.id)) * 2 + (one.binds === 'client' ? 1 : 0);
    const ranks = all.map(rank);
    expect(ranks).to.deep.equal([...ranks].sort((a, b) => a - b));
    expect(ranks.filter((one) => one < 0)).to.deep.equal([]);
  });

  it('keeps each theme in the file of its name', async () => {
    for (const theme of themes) {
      const file: Record<string, readonly Requirement[]> = await import(
        `../../contracts/requirements/${theme}.ts`
      );
      const rows = Object.values(file).flat();
      expect(rows, theme).to.have.length.above(0);
      expect(rows, theme).to.deep.equal(all.filter((one) => themeOf(one.id) === theme));
    }
  });

  it('has ids of lower-case words', () => {
    for (const { id } of all) expect(id).to.match(/^[a-z]+(-[a-z]+)*\/[a-z0-9.]+(-[a-z0-9.]+)*$/);
  });

  it('has a text in every field: claims are facts without a stop, the others are sentences', () => {
    for (const one of all) {
      expect(one.claim, one.id).to.match(/^[A-Za-z0-9`].{15,}[A-Za-z0-9`]$/);
      expect(one.claim, one.id).not.to.match(/\bshould\b|\bmust\b/i);
      for (const text of [one.levelReason, one.harm, one.provokedBy, one.fix]) {
        expect(text, one.id).to.match(/^[A-Z`].{12,}[^\s.]\.$/);
        expect(text, one.id).not.to.match(/ {2}|\.\.|\bTODO\b/);
      }
    }
  });

  it('describes the harm of each requirement in words of its own', () => {
    const harms = all.map((one) => one.harm);
    expect(harms.filter((harm, at) => harms.indexOf(harm) !== at)).to.deep.equal([]);
  });

  it('names a source for each row, with a digest where a document has the sentence', () => {
    for (const one of all) {
      expect(one.sources, one.id).to.have.length.above(0);
      for (const source of one.sources) {
        const cited = source.document === 'OV' || source.document === 'ERR';
        if (cited) expect(source.sentenceSha256, one.id).to.match(/^[0-9a-f]{64}$/);
        else expect(source, one.id).not.to.have.property('sentenceSha256');
        expect(source.section, one.id).to.match(/^\S.+[^.\s]$/);
      }
    }
  });

  it('asks a target only for what targets can allow, and a client for nothing', () => {
    for (const one of all) {
      expect(needs, one.id).to.include.members([...one.needs]);
      if (one.binds === 'client') expect(one.needs, one.id).to.deep.equal([]);
    }
  });

  it('sends no writes for a row of the error table that is plain reading', () => {
    const reading = all.filter((one) => one.id.startsWith('lms-errors/') && one.needs.length === 0);
    expect(reading.map((one) => one.id)).to.deep.equal([
      'lms-errors/invalid-assignment-id',
      'lms-errors/no-token',
      'lms-errors/invalid-token',
    ]);
  });
});
