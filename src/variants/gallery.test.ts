import { expect } from 'chai';
import { openQuestions } from '../../contracts/open-questions.ts';
import { themes } from '../../contracts/requirement.ts';
import { findRequirement } from '../catalogue.ts';
import { clientVariants, nullClients, nullServers, serverVariants, socketVariants } from './index.ts';

const galleries = {
  'conforming servers': serverVariants,
  'conforming clients': clientVariants,
  'ways to write to a socket': socketVariants,
};

describe('the conforming variants', () => {
  it('are at least 40 servers and 25 clients', () => {
    expect(serverVariants.length).to.be.at.least(40);
    expect(clientVariants.length).to.be.at.least(25);
  });

  for (const [what, gallery] of Object.entries(galleries))
    it(`${what}: names are unique, and each has a reason`, () => {
      const names = gallery.map((one) => one.name);
      expect(new Set(names).size).to.equal(names.length);
      for (const { name, why } of gallery) {
        expect(name).to.match(/^[a-z-]+\/[a-z0-9-]+$/);
        expect(why.length, name).to.be.above(10);
      }
    });

  it('every category and open question that they name exists', () => {
    const known = new Set<string>(openQuestions.map((one) => one.id));
    for (const { name, why } of [...serverVariants, ...clientVariants]) {
      expect(themes, name).to.include(name.split('/')[0]);
      for (const [, id = ''] of why.matchAll(/open question ([a-z0-9]+(?:-[a-z0-9]+)+)/g))
        expect(known, name).to.include(id);
    }
  });

  it('no server is allowed to fail a required requirement', () => {
    const allowed = serverVariants.flatMap(({ name, but = {} }) =>
      Object.entries(but).flatMap(([id, one]) =>
        one.outcomes.includes('failed') && findRequirement(id as never).level === 'required'
          ? [`${name} ${id}`]
          : [],
      ),
    );
    expect(allowed).to.deep.equal([]);
  });

  it('a client may fail required requirements only for giving up early', () => {
    const allowed = clientVariants.flatMap(({ but = {} }) =>
      Object.entries(but).flatMap(([id, one]) =>
        one.outcomes.includes('failed') && findRequirement(id as never).level === 'required' ? [id] : [],
      ),
    );
    expect([...new Set(allowed)].sort()).to.deep.equal([
      'backoff/client-retries-500',
      'backoff/client-retries-502',
      'backoff/client-retries-503',
    ]);
  });

  it('there are servers and clients without data', () => {
    expect(new Set(nullServers.map((one) => one.name)).size).to.equal(nullServers.length);
    expect(new Set(nullClients.map((one) => one.name)).size).to.equal(nullClients.length);
    expect(nullServers.length + nullClients.length).to.be.at.least(40);
  });
});
