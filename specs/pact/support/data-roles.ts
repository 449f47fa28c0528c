import { expect } from 'chai';
import { apiFor } from '../../../src/api.ts';
import { containing, eachLike, integer } from '../../../src/pacts/export/matchers.ts';
import type { Conversation } from './consumer.ts';
import type { DataBodies } from './data-bodies.ts';

const district = ['a district with {students} students', { students: 20 }] as const;

/** Where a version has one list of all people: the list by each role, and the number of records in place of them. */
export function roleConversations(bodies: DataBodies): readonly Conversation[] {
  const { profile, mainOperation, userWith, link } = bodies;
  const { choices } = apiFor(profile);
  const path = profile.prefix + mainOperation.path;
  const roles = choices.roleFilters[mainOperation.path as `/${string}`] ?? [];
  const counted: readonly Conversation[] = mainOperation.queryParams.includes('count')
    ? [
        {
          title: 'a list is counted',
          interactions: [
            {
              description: 'the number of records in place of them',
              given: [district],
              request: { path, query: { count: 'true' } },
              response: { status: 200, body: { count: integer(20), links: containing([link('self')]) } },
            },
          ],
          talk: async ({ get }) => {
            const { data } = await get(mainOperation.path, { params: { query: { count: true } } });
            expect(data).to.have.property('count', 20);
          },
        },
      ]
    : [];
  return [
    ...roles.map(
      (role): Conversation => ({
        title: `the list of those with the role ${role} is read to its end`,
        interactions: [
          {
            description: `the list of those with the role ${role}`,
            given: [district],
            request: { path, query: { role } },
            response: {
              status: 200,
              body: { data: eachLike(userWith(role)), links: containing([link('self')]) },
            },
          },
        ],
        talk: async ({ client }) => {
          const held = await client.collect(mainOperation.path, { query: { role } });
          expect(held, JSON.stringify(held)).to.include({ complete: true });
          expect(held.records[0]?.[choices.roles?.field ?? '']).to.have.property(role);
        },
      }),
    ),
    ...counted,
  ];
}
