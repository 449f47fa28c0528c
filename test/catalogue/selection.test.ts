import { expect } from 'chai';
import { requirements } from '../../contracts/requirements/index.ts';
import {
  catalogueDigest,
  catalogueVersion,
  findRequirement,
  matchesPattern,
  requirementsOf,
  selectRequirements,
} from '../../src/catalogue.ts';

describe('findRequirement', () => {
  it('finds a row by its id and nothing by any other word', () => {
    expect(findRequirement('lms/grade-passback').level).to.equal('required');
    expect(findRequirement('lms/grade')).to.equal(undefined);
    expect(findRequirement('__proto__')).to.equal(undefined);
  });
});

describe('requirementsOf', () => {
  it('divides the catalogue between the two sides', () => {
    expect(requirementsOf('server').length + requirementsOf('client').length).to.equal(requirements.length);
  });
});

describe('selectRequirements', () => {
  const idsOf = (selection: Parameters<typeof selectRequirements>[0]) =>
    selectRequirements(selection).requirements.map((one) => one.id);

  it('lets everything through without a filter', () => {
    expect(idsOf({})).to.have.length(requirements.length);
    expect(idsOf({ ids: [], grep: '' })).to.have.length(requirements.length);
  });

  it('holds all filters at once, in the order of the catalogue', () => {
    expect(idsOf({ side: 'server', level: 'recommended', grep: 'rate-limit/' })).to.deep.equal([
      'rate-limit/429-does-not-extend',
      'rate-limit/bucket-stable',
    ]);
    expect(idsOf({ ids: ['lms/grade-passback', 'data/item-uri', 'data/item-uri'] })).to.deep.equal([
      'data/item-uri',
      'lms/grade-passback',
    ]);
  });

  it('greps the claim as well as the id', () => {
    expect(idsOf({ grep: 'TEST_TOKEN' })).to.deep.equal(['access/test-token']);
    expect(idsOf({ grep: 'lms/*delete' })).to.deep.equal(['lms/create-read-update-delete']);
  });

  it('suggests ids for one that it does not know, and still selects the others', () => {
    const selected = selectRequirements({ ids: ['pagination/next-while-mor', 'data/item-uri'] });
    expect(selected.requirements.map((one) => one.id)).to.deep.equal(['data/item-uri']);
    expect(selected.unknownIds.map((one) => [one.id, one.suggestions[0]])).to.deep.equal([
      ['pagination/next-while-mor', 'pagination/next-while-more'],
    ]);
    expect(selected.excludedIds).to.deep.equal([]);
  });

  it('suggests an id whose theme was left out or mistaken', () => {
    const selected = selectRequirements({ ids: ['grade-passback', 'lms-errors/bucket-per-tokn', 'xyzzy'] });
    expect(selected.unknownIds.map((one) => one.suggestions[0])).to.deep.equal([
      'lms/grade-passback',
      'rate-limit/bucket-per-token',
      undefined,
    ]);
  });

  it('says which known id another filter keeps out', () => {
    const selected = selectRequirements({ side: 'client', ids: ['data/item-uri'] });
    expect(selected).to.deep.equal({ requirements: [], unknownIds: [], excludedIds: ['data/item-uri'] });
  });
});

describe('matchesPattern', () => {
  it('takes a star for any characters and everything else for itself', () => {
    expect(matchesPattern('a*c', 'xABBCx')).to.equal(true);
    expect(matchesPattern('a*c', 'cba')).to.equal(false);
    expect(matchesPattern('(a+)+$', 'aaaa')).to.equal(false);
    expect(matchesPattern('ab*ba', 'aba')).to.equal(false);
  });
});

describe('catalogueDigest', () => {
  it('is the same each time, 64 hex digits, beside a semantic version', () => {
    expect(catalogueDigest())
      .to.match(/^[0-9a-f]{64}$/)
      .and.to.equal(catalogueDigest());
    expect(catalogueVersion).to.match(/^\d+\.\d+\.\d+$/);
  });
});
