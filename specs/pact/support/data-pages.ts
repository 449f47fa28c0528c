import { expect } from 'chai';
import { containing, fromState } from '../../../src/pacts/export/matchers.ts';
import type { Conversation, Interaction } from './consumer.ts';
import type { DataBodies } from './data-bodies.ts';

const district = ['a district with {students} students', { students: 20 }] as const;
const [first, middle] = ['60a000000000000000000301', '60a000000000000000000302'] as const;

/** Paging: each kind of page of the main list, and the range of `limit`. */
export function pageConversations(bodies: DataBodies): readonly Conversation[] {
  const { profile, main, mainPage, link, pageLink, noNext } = bodies;
  const path = `${profile.prefix}/${main.name}`;
  const list = `/${main.name}`;
  const filters = Object.fromEntries(main.filters);
  const created = ['a record is created in {collection}', { collection: main.name }] as const;

  /** Pages of one entry: two students are created last, so that their ids are known as cursors. */
  const walk: readonly Interaction[] = [
    {
      description: 'the first page of a walk',
      given: [district],
      request: { path, query: { limit: '1', ...filters } },
      response: {
        status: 200,
        body: mainPage(containing([link('self'), pageLink('next', '1', first)]), first),
      },
    },
    {
      description: 'a page in the middle of a walk',
      given: [district, created, created],
      request: {
        path,
        query: { limit: '1', starting_after: fromState('{id_1}', { id_1: first }), ...filters },
      },
      response: {
        status: 200,
        body: mainPage(
          containing([link('self'), pageLink('prev', '1', middle), pageLink('next', '1', middle)]),
          middle,
        ),
      },
    },
    {
      description: 'the empty page after a full last page',
      given: [district, created],
      request: { path, query: { limit: '1', starting_after: fromState('{id}', { id: middle }), ...filters } },
      response: { status: 200, body: { data: [], links: noNext } },
    },
  ];

  const wholeInOnePage = (limit: string): Conversation => ({
    title: `a list that fits into limit=${limit} is one page without a next link`,
    interactions: [
      {
        description: `a list that fits into limit=${limit}`,
        given: [district],
        request: { path, query: { limit, ...filters } },
        response: { status: 200, body: mainPage(noNext) },
      },
    ],
    talk: async ({ client }) => {
      const held = await client.collect(list, { query: { limit: Number(limit), ...filters } });
      expect(held, JSON.stringify(held)).to.include({ complete: true });
      expect(held.records).to.have.length(1);
    },
  });

  return [
    {
      title: 'a walk visits the first, a middle and the empty last page',
      interactions: walk,
      talk: async ({ client }) => {
        const held = await client.collect(list, { query: { limit: 1, ...filters } });
        expect(held, JSON.stringify(held)).to.include({ complete: true });
        expect(held.records.map((one) => one.id)).to.deep.equal([first, middle]);
      },
    },
    {
      title: 'a short last page ends a walk from a known id',
      interactions: [
        {
          description: 'a short last page',
          given: [district, created, created],
          request: {
            path,
            query: { limit: '2', starting_after: fromState('{id_1}', { id_1: first }), ...filters },
          },
          response: { status: 200, body: mainPage(noNext, middle) },
        },
      ],
      talk: async ({ client }) => {
        const held = await client.collect(list, { query: { limit: 2, starting_after: first, ...filters } });
        expect(held).to.include({ complete: true });
      },
    },
    {
      title: 'a page before a known id is read backwards',
      interactions: [
        {
          description: 'a page before an id',
          given: [district, created],
          request: {
            path,
            query: { limit: '1', ending_before: fromState('{id}', { id: middle }), ...filters },
          },
          response: { status: 200, body: mainPage(containing([link('self')])) },
        },
      ],
      talk: async ({ get }) => {
        const { data } = await get(list, {
          params: { query: { limit: 1, ending_before: middle, ...filters } },
        });
        expect(data?.data).to.have.length(1);
      },
    },
    wholeInOnePage('100'),
    wholeInOnePage('10000'),
  ];
}
