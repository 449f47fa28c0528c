import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientModule } from '../../drivers/driver.ts';
import type { ClientMutant } from '../client-mutant.ts';
import { documentedSteps } from './naive-client.ts';
import { wholeClient } from './whole-client.ts';

/** Clients that do not continue well where an earlier start stopped. */
export const resumptionClientMutants: readonly ClientMutant[] = [
  {
    name: 'backoff/starts-at-page-one-each-time',
    breaks: 'backoff/client-resumes-later',
    run: wholeClient({ resumes: false }),
  },
  {
    name: 'backoff/keeps-no-place-when-it-is-killed',
    breaks: 'backoff/client-resumes-later',
    run: forgettingWhenKilled(),
  },
  {
    name: 'backoff/takes-the-page-at-its-place-for-read',
    breaks: 'backoff/client-resumes-later',
    run: losingThePageAtItsPlace(),
  },
];

/** Saves its position only when it exits by itself. */
function forgettingWhenKilled(): ClientModule {
  return async (options) => {
    const mark = join(options.stateDir, 'ended');
    if (!existsSync(mark)) rmSync(join(options.stateDir, 'walk.json'), { force: true });
    const walked = await wholeClient()(options);
    writeFileSync(mark, '');
    return walked;
  };
}

/** A later start follows the kept link, and drops the records of that page. */
function losingThePageAtItsPlace(): ClientModule {
  return async (options) => {
    let isAtItsPlace = existsSync(join(options.stateDir, 'walk.json'));
    return await wholeClient({
      hold: (held, ids) => {
        const holds = isAtItsPlace ? held : documentedSteps.hold(held, ids);
        isAtItsPlace = false;
        return holds;
      },
    })(options);
  };
}
