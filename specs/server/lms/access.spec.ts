import type { LmsErrorId } from '../../../contracts/lms-errors.ts';
import { isServed, isSuccess } from '../../../src/traffic/lms/responses.ts';
import { expectConclusive, nothingSent, undecidedWithoutControl } from '../../support/lms.ts';
import { claim, expect, undecided, violation } from '../../support/server.ts';

claim('lms/served-on-v3.1-only', {
  cases: ({ lms }) => lms.otherVersions,
  otherwise: { untested: nothingSent },
  control: ({ underLms }, { lms }) => {
    if (underLms === 'not-requested')
      undecided(
        'not-exercised',
        'the same path was not requested under v3.1, so there is nothing to compare',
      );
    if (underLms === 'other-response')
      undecidedWithoutControl(lms, 'the path was not served under v3.1 either');
  },
  assert: ({ exchange: asked, documentedError }) => {
    expectConclusive(asked);
    if (isSuccess(asked))
      violation('An LMS Connect path is served under another version.', {
        expected: 'no success under any version but v3.1',
      });
    if (documentedError && idErrors.has(documentedError))
      violation(
        'An LMS Connect path exists under another version: it responds with an error of LMS Connect.',
        {
          expected: 'no response of LMS Connect under any version but v3.1',
        },
      );
  },
});

/** Errors that follow from looking up the ids in the path, so the path has to exist. */
const idErrors: ReadonlySet<string> = new Set<LmsErrorId>([
  'lms-errors/deleted-assignment',
  'lms-errors/invalid-assignment-id',
  'lms-errors/user-not-found',
]);

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
