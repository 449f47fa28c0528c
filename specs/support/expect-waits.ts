import { use, util as utils } from 'chai';
import { undecided, violation } from '../../src/claims/check.ts';
import { punctualityOf, seconds, type Wait } from '../../src/traffic/client/waits.ts';

declare global {
  namespace Chai {
    interface Assertion {
      /** The client waited so many milliseconds; undecided where the clocks are too inexact to say. Late always passes. */
      waitedAtLeast(ms: number): Assertion;
      /** The client waited less than so many milliseconds. */
      waitedLessThan(ms: number): Assertion;
    }
  }
}

use(({ Assertion }) => {
  Assertion.addMethod('waitedAtLeast', function (this: Chai.AssertionStatic, ms: number) {
    const { after, waitedMs, timing } = utils.flag(this, 'object') as Wait;
    const punctuality = punctualityOf(waitedMs, ms, timing);
    if (punctuality === 'unsure')
      undecided(
        'timing-unsure',
        `a wait measured short, but by no more than the clocks may be off (${Math.ceil(timing.lagMs)} ms)`,
      );
    if (punctuality === 'early')
      violation(messageOf(this, 'The client waited too short a time.'), {
        expected: `at least ${seconds(ms)} after the ${after.status}`,
        actual: seconds(waitedMs),
      });
  });
  Assertion.addMethod('waitedLessThan', function (this: Chai.AssertionStatic, ms: number) {
    const { after, waitedMs } = utils.flag(this, 'object') as Wait;
    if (waitedMs >= ms)
      violation(messageOf(this, 'The client waited too long.'), {
        expected: `less than ${seconds(ms)} after the ${after.status}`,
        actual: seconds(waitedMs),
      });
  });
});

function messageOf(assertion: Chai.AssertionStatic, otherwise: string): string {
  return (utils.flag(assertion, 'message') as string | undefined) ?? otherwise;
}
