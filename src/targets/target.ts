import type { ApiName } from '../../contracts/profiles.ts';
import type { Need } from '../../contracts/requirement.ts';
import type { SetState } from '../../contracts/states.ts';
import type { Clock } from '../clock.ts';
import type { RedactedRequest } from '../recording.ts';
import type { Received } from './received.ts';

/** A server under test. Code outside of the factories does not depend on the kind. */
export interface Target {
  readonly kind: 'sandbox' | 'live' | 'replay';
  /** Display name: `embedded sandbox`, `https://api.example.test`. */
  readonly name: string;
  /** Origin without a path. */
  readonly origin: string;
  /** Never follows redirects. Rejects only for transport failures. */
  readonly fetch: (request: Request) => Promise<Received>;
  readonly clock: Clock;
  readonly token: string;
  readonly secondToken?: string;
  /** The token of a user, whom `/me` names. */
  readonly userToken?: string;
  /** Absent if the target has no provider states. */
  readonly setState?: SetState;
  /** What the target allows; requirements that need more are `untested`. */
  readonly allows: ReadonlySet<Need>;
  /** Timeout per response in real time. Absent in process. */
  readonly timeoutMs?: number;
  /** Its time differs from `clock`; the state `the clock moves {seconds}` advances it. @default whether it is live */
  readonly hasOwnClock?: boolean;
  /** In a replay: the recorded kind, which determines how strictly it is judged. */
  readonly recordedFrom?: 'sandbox' | 'live';
  /** In a replay: the versions that were recorded. */
  readonly apis?: readonly ApiName[];
  /** Names of the supported probes. @default all */
  readonly probes?: ReadonlySet<string>;
  /** Called before each probe starts. */
  readonly startProbe?: (name: string) => void;
  /** In a replay: recorded requests that finished probes did not send, one line each. */
  readonly unused?: () => readonly string[];
  /** In a replay: the recording's redacted form of each request with a response, in order of sending. */
  readonly recorded?: () => readonly RedactedRequest[];
  close(): Promise<void>;
}
