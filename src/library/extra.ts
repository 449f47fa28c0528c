import '../../specs/support/expect-waits.ts';
import { expect } from '../../specs/support/expect.ts';
import { alsoEach, each, note, undecided, violation } from '../claims/check.ts';
import { serverClaim as claim, clientClaim, type ExtraClaim } from '../claims/extra.ts';

export type { ExtraClaim, ExtraForm, ExtraId } from '../claims/extra.ts';
export type { UndecidedCode } from '../claims/undecided.ts';
export type { ClientTraffic } from '../traffic/client/client-traffic.ts';
export type { Traffic } from '../traffic/traffic.ts';
/**
 * Requirements of your own, in the form of the suite's: `claim` makes one for servers, `clientClaim` one for clients; the others say
 * what holds in them. They are judged beside the catalogue, stand in a section of their own, and are no part of the verdict.
 */
export { alsoEach, claim, clientClaim, each, expect, note, undecided, violation };

/** The same, for a file of `--extra`, which need not find this package. */
export const vocabulary = { alsoEach, claim, clientClaim, each, expect, note, undecided, violation };

/** What a file of `--extra` exports by default. */
export type ExtraModule = (words: typeof vocabulary) => readonly ExtraClaim[];
