import { always, changedPage, isList } from './page-answers.ts';
import { changeParts, keepGuaranteed } from './record-parts.ts';
import type { Scenario } from './scenario.ts';

/** Three to six pages of people of all roles. */
const people = { job: 'sync:people', students: 60, pageSize: 50 } as const;

/** Four pages; some teachers are employees in another role as well. */
const teachers = { job: 'sync:teachers', students: 230, pageSize: 5 } as const;

/** All people in one list, where a version has one: the shape of a record depends on what the person is. */
export const peopleScenarios: readonly Scenario[] = [
  {
    name: 'pagination/people-of-every-role',
    title: 'a list of all people, whatever their roles, in pages of fifty',
    provokes: ['pagination/client-follows-next', 'pagination/client-holds-each-record-once'],
    ...people,
    rules: [],
  },
  {
    // As they come, a teacher's other role is the first; no document says that members have an order.
    name: 'pagination/teachers-with-roles-in-another-order',
    title: 'a list of teachers, some with a second role, and each with the roles in the reverse order',
    provokes: ['pagination/client-holds-each-record-once'],
    ...teachers,
    rules: [
      {
        label: 'roles are in the reverse order',
        when: isList,
        times: always,
        answer: (good) =>
          changedPage(good, (page) => ({
            ...page,
            data: page.data.map(({ data, ...entry }) => ({
              ...entry,
              data: { ...data, roles: Object.fromEntries(Object.entries(data.roles ?? {}).reverse()) },
            })),
          })),
      },
    ],
  },
  {
    name: 'data/people-without-optional-fields',
    title: 'people of every role have only the guaranteed fields of that role',
    provokes: ['data/client-tolerates-absent-and-unknown'],
    ...people,
    rules: [
      {
        label: 'optional fields of people are absent',
        when: isList,
        times: always,
        answer: (good, asked) =>
          changedPage(good, (page) => ({
            ...page,
            data: page.data.map((entry) => ({
              ...entry,
              data: changeParts(entry.data, asked, (part, fields) => keepGuaranteed(part, fields)),
            })),
          })),
      },
    ],
  },
];
