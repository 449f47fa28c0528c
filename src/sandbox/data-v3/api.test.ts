import { expect } from 'chai';
import { laterProfiles } from '../../../contracts/profiles.ts';
import { apiFor } from '../../api.ts';
import { type Bench, createBench } from '../testing.ts';

for (const profile of laterProfiles) {
  const { prefix } = profile;
  const api = apiFor(profile);
  const operations = api.operations.filter((one) => one.method === 'GET');

  describe(`the sandbox as ${profile.name}`, () => {
    let bench: Bench;
    before(() => {
      bench = createBench({ students: 130 });
    });
    after(() => bench.sandbox.close());
    beforeEach(() => bench.clock.advance(60_000));

    for (const operation of operations.filter((one) => one.enveloped && one.path !== '/me')) {
      it(`${operation.id} returns what its description promises`, async () => {
        const collection = operation.path.split('/')[1] ?? '';
        const role = operation.path.endsWith('mystudents') ? 'role=teacher&' : '';
        const [id = ''] = operation.path.includes('{id}')
          ? await bench.idsOf(`${prefix}/${collection}?${role}limit=1000`)
          : [];
        const path = `${prefix}${operation.path.replace('{id}', id)}`;
        const answer = await bench.ask(path);
        expect(answer.status).to.equal(200);
        expect(api.validators.validateResponse(operation.id, 200, answer.json)).to.deep.equal([]);
        if (operation.answers === 'list') {
          expect(answer.json.data).to.not.have.length(0);
          const type = api.collectionOf(operation.record).slice(1);
          for (const { data, uri } of answer.json.data) expect(uri).to.equal(`${prefix}/${type}/${data.id}`);
        }
        const links: { rel: string; uri: string }[] = answer.json.links;
        expect(links[0]?.rel).to.equal('self');
        for (const { uri } of links) {
          bench.clock.advance(1000);
          expect((await bench.ask(uri)).status, uri).to.equal(200);
        }
      });
    }
  });
}
