import { type StateName, type StateParams, states } from '../../contracts/states.ts';
import { UsageError } from '../errors.ts';
import type { Target } from '../targets/target.ts';

/** A provider state as it was asked for and answered, before redaction. */
export interface TapedState {
  readonly probe: string;
  /** How many requests the probe had sent by then. */
  readonly sent: number;
  readonly name: StateName;
  readonly params: StateParams;
  readonly values: Readonly<Record<string, unknown>>;
  /** The target could not be put into that state. */
  readonly refused?: true;
}

/** A target that remembers what an exchange does not tell. */
export interface Tape {
  readonly target: Target;
  readonly states: readonly TapedState[];
  /** Every token that is somebody's: the target's own ones, then those that states gave out. */
  tokens(): readonly string[];
}

/** Puts a tape around a target. Nothing that it holds may be written before it is redacted. */
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
        [target.token, target.secondToken, ...taped.map((one) => one.values.token)].filter(
          (one): one is string => typeof one === 'string',
        ),
      ),
    ],
  };
}

/** Only the values that the state is documented to answer, and only texts: nothing else is looked at, or kept. */
function declared(name: StateName, values: Readonly<Record<string, unknown>>) {
  const names: readonly string[] = states.find((one) => one.name === name)?.returns ?? [];
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => names.includes(key) && typeof value === 'string'),
  );
}
