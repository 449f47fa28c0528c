import { expect } from 'chai';
import type { ClientMutant } from '../../../src/mutants/client-mutant.ts';
import { backoffClientMutants } from '../../../src/mutants/clients/backoff.ts';
import { documentedSend } from '../../../src/mutants/clients/naive-send.ts';
import { wholeClient } from '../../../src/mutants/clients/whole-client.ts';
import { backoffScenarios } from '../../../src/scenarios/backoff/backoff.ts';
import { lmsScenarios } from '../../../src/scenarios/lms.ts';
import {
  type ClientTheme,
  clientIdsOf,
  describeClientMutants,
  describeConformingClients,
  idsWith,
  judgeModule,
} from './testing.ts';

/** The theme in two halves, so that no mutant has to live through scenarios that mean nothing to it. */
const half = (isFinal: boolean): ClientTheme => ({
  scenarios: backoffScenarios.filter(
    ({ provokes }) => provokes.some((id) => id.startsWith('backoff/client-no-retry')) === isFinal,
  ),
  ids: clientIdsOf('backoff').filter((id) => id.startsWith('backoff/client-no-retry') === isFinal),
});
/** A mutant that fails requirements of both halves lives through both. */
const isOfBoth = ({ breaks, alsoFails = [] }: ClientMutant) =>
  [breaks, ...alsoFails].some((id) => id.startsWith('backoff/client-no-retry')) &&
  !breaks.startsWith('backoff/client-no-retry');
const mutantsOf = (theme: ClientTheme) =>
  backoffClientMutants.filter((mutant) => !isOfBoth(mutant) && theme.ids.includes(mutant.breaks));

/** Gives up at the first answer that says to come back later, and says so. */
const givingUpAtOnce = wholeClient({
  retryMs: (answer, retry, nowMs) =>
    answer.status === 0 || answer.status >= 500 ? undefined : documentedSend.retryMs(answer, retry, nowMs),
});

/** Only writes are reported done without a response: a list has no ids then. */
const outages = half(false);
const passing: ClientTheme = {
  ...outages,
  scenarios: [
    ...outages.scenarios,
    ...lmsScenarios.filter((one) => one.name === 'lms/create-whose-answer-is-lost'),
  ],
};
const final = half(true);

describeConformingClients('backoff, outages', passing, {
  'a client written from the documents': wholeClient(),
});
describeConformingClients('backoff, final answers', final, {
  'a client written from the documents': wholeClient(),
});

describeClientMutants('backoff, outages', passing, mutantsOf(passing));
describeClientMutants('backoff, final answers', final, mutantsOf(final));
describeClientMutants(
  'backoff, both',
  { scenarios: backoffScenarios, ids: clientIdsOf('backoff') },
  backoffClientMutants.filter(isOfBoth),
);

describe('a client that gives up at the first 5xx and says so', () => {
  it('fails the three rows about retrying, and nothing else', async () => {
    const outcomes = await judgeModule(passing, givingUpAtOnce);
    expect(idsWith(outcomes, 'failed')).to.deep.equal([
      'backoff/client-retries-500',
      'backoff/client-retries-502',
      'backoff/client-retries-503',
    ]);
    expect(idsWith(outcomes, 'passed')).to.include('backoff/client-reports-incomplete');
  });

  it('has its waits untested, since it never waited', async () => {
    const outcomes = await judgeModule(passing, givingUpAtOnce);
    expect(idsWith(outcomes, 'untested')).to.include.members([
      'backoff/client-first-wait-1s',
      'backoff/client-waits-double',
    ]);
  });
});
