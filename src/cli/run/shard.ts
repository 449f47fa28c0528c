import { UsageError } from '../../errors.ts';
import type { ShardChoice } from '../../result.ts';
import type { Io } from '../io.ts';

/** The variables in which a CI says which of its parallel jobs this is. */
interface Source {
  readonly ci: string;
  readonly index: string;
  readonly total: string;
  /** The number of the first job. */
  readonly first: 0 | 1;
}

const sources: readonly Source[] = [
  { ci: 'GitLab', index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  { ci: 'CircleCI', index: 'CIRCLE_NODE_INDEX', total: 'CIRCLE_NODE_TOTAL', first: 0 },
  { ci: 'Buildkite', index: 'BUILDKITE_PARALLEL_JOB', total: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
  {
    ci: 'Azure Pipelines',
    index: 'SYSTEM_JOBPOSITIONINPHASE',
    total: 'SYSTEM_TOTALJOBSINPHASE',
    first: 1,
  },
  // Kubernetes gives the index of an Indexed Job only; the manifest has to repeat its completions.
  { ci: 'a Kubernetes Indexed Job', index: 'JOB_COMPLETION_INDEX', total: 'JOB_COMPLETIONS', first: 0 },
];

/** A run has at most so many parts. */
const maxOfRun = 99;

/** Parses `--shard`: `i/n`, or `auto` for what the variables of the CI say. Throws `UsageError`. */
export function readShard(text: string, env: Io['env'], max = maxOfRun): ShardChoice {
  if (text === 'auto') return shardOfCi(env, max);
  const shard = shardIn(text, max);
  if (shard) return shard;
  throw new UsageError(
    `--shard "${text}" is not a valid shard.`,
    'Give it as i/n with i from 1 to n, such as 2/3; or auto, where the CI has parallel jobs.',
  );
}

function shardIn(text: string, max: number): ShardChoice | undefined {
  const [, index = 0, of = 0] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).map(Number);
  return index >= 1 && index <= of && of <= max ? { index, of } : undefined;
}

function shardOfCi(env: Io['env'], max: number): ShardChoice {
  const source = sources.find(({ index }) => env[index] !== undefined);
  if (!source)
    throw new UsageError(
      `--shard auto: none of ${sources.map(({ index }) => index).join(', ')} is set.`,
      'Let the CI run the job in parallel, or give the shard as i/n.',
    );
  const { ci, index, total, first } = source;
  const shard = /^\d+$/.test(env[index] ?? '')
    ? shardIn(`${Number(env[index]) + 1 - first}/${env[total] ?? ''}`, max)
    : undefined;
  if (shard) return shard;
  throw new UsageError(
    `--shard auto: ${index}=${env[index]} and ${total}=${env[total] ?? ''} are no shard of ${ci}.`,
    `${total} has to be set to the number of parallel jobs, at most ${max}.`,
  );
}
