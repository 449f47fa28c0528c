import { isServed, isSuccess } from '../../../src/traffic/lms/responses.ts';
import { expectConclusive, nothingSent } from '../../support/lms.ts';
import { claim, expect, undecided, violation } from '../../support/server.ts';

claim('lms/served-on-v3.1-only', {
  cases: ({ lms }) => lms.otherVersions,
  otherwise: { untested: nothingSent },
  control: ({ isServedByLms }) => {
    if (!isServedByLms) undecided('no-control', 'the path was not served under v3.1 either');
  },
  assert: ({ exchange: asked }) => {
    expectConclusive(asked);
    if (isSuccess(asked))
      violation('An LMS Connect path is served under another version.', {
        expected: 'no success under any version but v3.1',
      });
  },
});

/** Any 4xx is a refusal (`agreement-refusal`). */
claim('lms/requires-agreement', {
  cases: (traffic) =>
    traffic.steps('lms/requires-agreement').flatMap((one) => {
      const [granted, refused] = [one.role('with'), one.role('without')];
      return granted && refused ? [{ name: one.name, granted, exchange: refused }] : [];
    }),
  otherwise: { untested: nothingSent },
  assert: ({ granted, exchange: refused }) => {
    expectConclusive(refused);
    expectConclusive(granted);
    if (!isServed(granted) && !isServed(refused))
      undecided('no-control', 'a token with the agreement was not served either');
    expect(refused.status, 'A token without the agreement was not refused.').to.be.within(400, 499);
  },
});
