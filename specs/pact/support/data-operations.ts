import { expect } from 'chai';
import type { OperationModel } from '../../../openapi/model-types.ts';
import { arrangementFor } from '../../../src/pacts/export/arrangement.ts';
import { fromState } from '../../../src/pacts/export/matchers.ts';
import type { Conversation } from './consumer.ts';
import { listBody, operations, prefix, recordBody } from './data-bodies.ts';

const id = '60a000000000000000000301';

function conversationOf(operation: OperationModel): Conversation {
  const { path, answers } = operation;
  const { states, path: arranged } = arrangementFor(operation);
  const hasId = path.includes('{id}');
  const sent = path.replace('{id}', id);
  return {
    title: `GET ${path} gives ${answers === 'list' ? 'a list' : 'a record'}`,
    interactions: [
      {
        description: `${answers === 'list' ? 'the list' : 'the record'} at ${path}`,
        given: states,
        request: { path: fromState(prefix + arranged, { id, district_id: id }) },
        response: {
          status: 200,
          // A new record may have no related records yet.
          body: answers === 'list' ? listBody(operation, hasId ? 0 : 1) : recordBody(operation),
        },
      },
    ],
    talk: async ({ client }) => {
      if (answers === 'list') {
        const held = await client.collect(sent);
        expect(held).to.include({ complete: true });
        expect(held.records).to.have.length(1);
        return;
      }
      const get = client.data.GET as (path: string, init: object) => Promise<{ readonly data?: unknown }>;
      const { data } = await get(path, { params: { path: { id } } });
      expect(data).to.have.property('data').that.is.an('object');
    },
  };
}

/** Every operation of the Data API, with its guaranteed fields. */
export const operationConversations: readonly Conversation[] = operations.map(conversationOf);
