import { type StateName, type StateParams, states } from '../../contracts/states.ts';
import { UsageError } from '../errors.ts';
import type { Target } from '../targets/target.ts';

/** A provider state with its parameters and values, before redaction. */
export interface TapedState {
  readonly probe: string;
  /** Number of requests that the probe had sent before. */
  readonly sent: number;
  readonly name: StateName;
  readonly params: StateParams;
  readonly values: Readonly<Record<string, unknown>>;
  /** The target rejected the state. */
  readonly refused?: true;
}

/** A target that records what exchanges do not contain. */
export interface Tape {
  readonly target: Target;
  readonly states: readonly TapedState[];
  /** Every real token: the target's, then those issued by states. */
  tokens(): readonly string[];
}

/** Wraps a target. The recorded data must be redacted before it is written. */
export function tapeTarget(target: Target): Tape {
  if (target.kind === 'replay')
    throw new UsageError('A replay cannot be recorded.', 'Record the server itself, or the sandbox.');
  const { setState } = target;
  const taped: TapedState[] = [];
  let probe = '';
  let sent = 0;
  return {
    target: {
      ...target,
      fetch: (request) => {
        sent++;
        return target.fetch(request);
      },
      startProbe: (name) => {
        target.startProbe?.(name);
        probe = name;
        sent = 0;
      },
      ...(setState
        ? {
            setState: async (name: StateName, params: StateParams = {}) => {
              const call = { probe, sent, name, params };
              const values = await setState(name, params).catch((error: unknown) => {
                if (error instanceof UsageError) taped.push({ ...call, values: {}, refused: true });
                throw error;
              });
              taped.push({ ...call, values: declared(name, values) });
              return values;
            },
          }
        : {}),
    },
    states: taped,
    tokens: () => [
      ...new Set(
        [target.token, target.secondToken, target.userToken, ...taped.map((one) => one.values.token)].filter(
          (one): one is string => typeof one === 'string',
        ),
      ),
    ],
  };
}

/** Only string values that the state is documented to return. */
function declared(name: StateName, values: Readonly<Record<string, unknown>>) {
  const names: readonly string[] = states.find((one) => one.name === name)?.returns ?? [];
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => names.includes(key) && typeof value === 'string'),
  );
}
