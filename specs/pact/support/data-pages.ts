import { expect } from 'chai';
import { containing, eachLike, fromState } from '../../../src/pacts/export/matchers.ts';
import type { Conversation, Interaction } from './consumer.ts';
import { entryOf, link, listBody, noNext, operations, pageLink, pageOf, prefix } from './data-bodies.ts';

const students = operations.find((one) => one.id === 'getStudents')!;
const path = `${prefix}/students`;
const district = ['a district with {students} students', { students: 20 }] as const;
const created = ['a record is created in {collection}', { collection: 'students' }] as const;
const [first, middle] = ['60a000000000000000000301', '60a000000000000000000302'] as const;

/** Pages of one entry: two students are created last, so that their ids are known as cursors. */
const walk: readonly Interaction[] = [
  {
    description: 'the first page of a walk',
    given: [district],
    request: { path, query: { limit: '1' } },
    response: {
      status: 200,
      body: pageOf(students, first, containing([link('self'), pageLink('next', '/students', '1', first)])),
    },
  },
  {
    description: 'a page in the middle of a walk',
    given: [district, created, created],
    request: { path, query: { limit: '1', starting_after: fromState('{id_1}', { id_1: first }) } },
    response: {
      status: 200,
      body: pageOf(
        students,
        middle,
        containing([
          link('self'),
          pageLink('prev', '/students', '1', middle),
          pageLink('next', '/students', '1', middle),
        ]),
      ),
    },
  },
  {
    description: 'the empty page after a full last page',
    given: [district, created],
    request: { path, query: { limit: '1', starting_after: fromState('{id}', { id: middle }) } },
    response: { status: 200, body: { data: [], links: noNext } },
  },
];

function wholeInOnePage(limit: string): Conversation {
  return {
    title: `a list that fits into limit=${limit} is one page without a next link`,
    interactions: [
      {
        description: `a list that fits into limit=${limit}`,
        given: [district],
        request: { path, query: { limit } },
        response: { status: 200, body: { data: eachLike(entryOf(students)), links: noNext } },
      },
    ],
    talk: async ({ client }) => {
      const held = await client.collect('/students', { query: { limit: Number(limit) } });
      expect(held, JSON.stringify(held)).to.include({ complete: true });
      expect(held.records).to.have.length(1);
    },
  };
}

/** Paging: each kind of page, and the range of `limit`. */
export const pageConversations: readonly Conversation[] = [
  {
    title: 'a walk visits the first, a middle and the empty last page',
    interactions: walk,
    talk: async ({ client }) => {
      const held = await client.collect('/students', { query: { limit: 1 } });
      expect(held).to.include({ complete: true });
      expect(held.records.map((one) => one.id)).to.deep.equal([first, middle]);
    },
  },
  {
    title: 'a short last page ends a walk from a known id',
    interactions: [
      {
        description: 'a short last page',
        given: [district, created, created],
        request: { path, query: { limit: '2', starting_after: fromState('{id_1}', { id_1: first }) } },
        response: { status: 200, body: pageOf(students, middle, noNext) },
      },
    ],
    talk: async ({ client }) => {
      const held = await client.collect('/students', { query: { limit: 2, starting_after: first } });
      expect(held).to.include({ complete: true });
    },
  },
  {
    title: 'a page before a known id is read backwards',
    interactions: [
      {
        description: 'a page before an id',
        given: [district, created],
        request: { path, query: { limit: '1', ending_before: fromState('{id}', { id: middle }) } },
        response: { status: 200, body: listBody(students, 1) },
      },
    ],
    talk: async ({ client }) => {
      const { data } = await client.data.GET('/students', {
        params: { query: { limit: 1, ending_before: middle } },
      });
      expect(data?.data).to.have.length(1);
    },
  },
  wholeInOnePage('100'),
  wholeInOnePage('10000'),
];
