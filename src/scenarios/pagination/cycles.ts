import { always, leadingTo, listAt } from '../page-answers.ts';
import type { Asked, Scenario } from '../scenario.ts';

function cycle(
  name: string,
  title: string,
  page: number,
  back: (asked: Asked) => string,
  size: Pick<Scenario, 'students' | 'pageSize'> = {},
): Scenario {
  return {
    name: `pagination/${name}`,
    title,
    provokes: ['pagination/client-stops-on-cycle'],
    job: 'sync:students',
    ...size,
    rules: [
      {
        label: `the next link of page ${page} leads back`,
        when: (asked) => asked.page === page,
        times: always,
        answer: (good, asked) => leadingTo(good, back(asked)),
      },
    ],
  };
}

/** Loops of next links. */
export const cycleScenarios: readonly Scenario[] = [
  cycle('self-loop', 'the next link of the second page leads to the second page', 1, (asked) =>
    listAt(asked, asked.query.get('starting_after') ?? undefined),
  ),
  cycle('two-cycle', 'the next link of the second page leads to the first page', 1, (asked) => listAt(asked)),
  cycle(
    'long-cycle',
    'the next link of the forty-first page leads to the first page',
    40,
    (asked) => listAt(asked),
    { students: 60, pageSize: 1 },
  ),
];
