import { expect } from 'chai';
import { UsageError } from '../../errors.ts';
import { readShard } from './shard.ts';

describe('--shard', () => {
  for (const [ci, env, shard] of [
    ['GitLab', { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' }, { index: 2, of: 4 }],
    ['CircleCI', { CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '3' }, { index: 1, of: 3 }],
    ['Buildkite', { BUILDKITE_PARALLEL_JOB: '2', BUILDKITE_PARALLEL_JOB_COUNT: '3' }, { index: 3, of: 3 }],
    ['Azure', { SYSTEM_JOBPOSITIONINPHASE: '1', SYSTEM_TOTALJOBSINPHASE: '2' }, { index: 1, of: 2 }],
    ['Kubernetes', { JOB_COMPLETION_INDEX: '9', JOB_COMPLETIONS: '10' }, { index: 10, of: 10 }],
  ] as const)
    it(`auto is the job that ${ci} says`, () => expect(readShard('auto', env)).to.deep.equal(shard));

  for (const [why, env, says] of [
    ['no CI says a job', {}, /^--shard auto: none of CI_NODE_INDEX, .* is set\.$/],
    ['the number of jobs is missing', { JOB_COMPLETION_INDEX: '0' }, /JOB_COMPLETIONS= are no shard/],
    ['the job is none of them', { CI_NODE_INDEX: '5', CI_NODE_TOTAL: '4' }, /CI_NODE_TOTAL=4 are no shard/],
    ['the job is no number', { CI_NODE_INDEX: 'x', CI_NODE_TOTAL: '4' }, /are no shard of GitLab/],
    ['the first job is before the first', { CI_NODE_INDEX: '0', CI_NODE_TOTAL: '4' }, /are no shard/],
  ] as const)
    it(`auto is refused where ${why}`, () =>
      expect(() => readShard('auto', env))
        .to.throw(UsageError)
        .with.property('message')
        .that.matches(says));

  it('is what was given, whatever the CI says', () =>
    expect(readShard('1/2', { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '4' })).to.deep.equal({ index: 1, of: 2 }));
});
