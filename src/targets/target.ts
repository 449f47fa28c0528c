import type { SetState } from '../../contracts/states.ts';
import type { Clock } from '../clock.ts';
import type { RequestGist } from '../recording.ts';
import type { Need } from '../requirement.ts';

/** Something that can be judged. Modes are one table of factories; nobody asks elsewhere which one it is. */
export interface Target {
  readonly kind: 'sandbox' | 'live' | 'replay';
  /** For people: `embedded sandbox`, `https://api.example.test`. */
  readonly name: string;
  /** Origin without a path. */
  readonly origin: string;
  /** The wire. Never follows redirects. Rejects only for transport failures. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly clock: Clock;
  /** The bearer token to judge with. */
  readonly token: string;
  readonly secondToken?: string;
  /** Absent where the target cannot be put into states. */
  readonly setState?: SetState;
  /** What the target allows; claims that need more come out `untested`. */
  readonly allows: ReadonlySet<Need>;
  /** Longest wait for one whole answer, in real time. Absent in process, where nothing gets lost. */
  readonly timeoutMs?: number;
  /** Its time is not that of `clock`: the state `the clock moves {seconds}` moves it. @default whether it is live */
  readonly hasOwnClock?: boolean;
  /** Of a replay: what was recorded, and so how strictly it is judged. */
  readonly recordedFrom?: 'sandbox' | 'live';
  /** The names of the only probes that it can answer. @default all */
  readonly probes?: ReadonlySet<string>;
  /** Told before each probe begins. */
  readonly startProbe?: (name: string) => void;
  /** Of a replay: what was recorded and, by the probes that have ended, not asked for, one line each. */
  readonly unused?: () => readonly string[];
  /** Of a replay: how each request that was answered stood in the evidence of the recording, in the order of sending. */
  readonly recorded?: () => readonly RequestGist[];
  close(): Promise<void>;
}
