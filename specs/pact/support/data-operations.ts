import { expect } from 'chai';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { apiFor, withId } from '../../../src/api.ts';
import { arrangementFor } from '../../../src/pacts/export/arrangement.ts';
import { fromState } from '../../../src/pacts/export/matchers.ts';
import type { Conversation } from './consumer.ts';
import type { DataBodies } from './data-bodies.ts';

const id = '60a000000000000000000301';

function conversationOf(operation: OperationModel, bodies: DataBodies): Conversation {
  const { path, answers } = operation;
  const { states, path: arranged } = arrangementFor(operation);
  const hasId = path.includes('{');
  const sent = withId(path, id);
  // A new record may have no related records yet.
  const body = answers === 'list' ? bodies.listBody(operation, hasId ? 0 : 1) : bodies.recordBody(operation);
  return {
    title: `GET ${path} gives ${answers === 'list' ? 'a list' : 'a record'}`,
    interactions: [
      {
        description: `${answers === 'list' ? 'the list' : 'the record'} at ${path}`,
        given: states,
        request: { path: fromState(bodies.profile.prefix + arranged, { id, district_id: id }) },
        response: { status: 200, ...(body === undefined ? {} : { body }) },
      },
    ],
    talk: async ({ client, get }) => {
      if (body === undefined) {
        const { response } = await get(sent);
        expect(response.status).to.equal(200);
        return;
      }
      if (answers === 'list') {
        const held = await client.collect(sent);
        expect(held).to.include({ complete: true });
        expect(held.records).to.have.length(1);
        return;
      }
      const { data } = await get(path, { params: { path: { id } } });
      expect(data).to.have.property('data').that.is.an('object');
    },
  };
}

/** Every operation of the Data API, with its guaranteed fields. */
export function operationConversations(bodies: DataBodies): readonly Conversation[] {
  return apiFor(bodies.profile).operations.map((operation) => conversationOf(operation, bodies));
}
