import type { StateName, StateParams } from '../../contracts/states.ts';
import type { Clock } from '../clock.ts';
import type { Need } from '../requirement.ts';

/** Puts a target into a provider state and gives back the values that it answers. */
export type SetState = (name: StateName, params?: StateParams) => Promise<Readonly<Record<string, unknown>>>;

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
  close(): Promise<void>;
}
