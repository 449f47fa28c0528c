/** A variable of the environment that the suite, Node or a client reads. */
export interface Variable {
  readonly name: string;
  readonly summary: string;
}

/** What the suite reads. */
export const suiteVariables: readonly Variable[] = [
  {
    name: 'CLEVER_TOKEN',
    summary:
      'The district token of a server at a URL. `--token-env` names another variable, `--token-file` a file.',
  },
  {
    name: 'CLEVER_SECOND_TOKEN',
    summary:
      'Another token of the same application and district: whether each token has a rate limit of its own.',
  },
  { name: 'CLEVER_USER_TOKEN', summary: 'The token of a user, whom `/me` names since v3.0.' },
  { name: 'PACT_BROKER_TOKEN', summary: 'Of a pact broker, for `pact verify --broker`.' },
  { name: 'NO_COLOR', summary: 'Set: no colours, as `--no-color`.' },
  { name: 'FORCE_COLOR', summary: 'Set: colours where the output is no terminal.' },
  { name: 'CI', summary: 'Set: progress in lines instead of one that moves.' },
  {
    name: 'XDG_CACHE_HOME',
    summary:
      'Where compiled code is kept between starts, in `clever-conformance`; otherwise `~/.cache`, on Windows `LOCALAPPDATA`.',
  },
  { name: 'LOCALAPPDATA', summary: 'The same on Windows.' },
  { name: 'NOCK_OFF', summary: 'A variable of nock: recordings cannot be replayed while it is `true`.' },
  { name: 'CI_NODE_INDEX', summary: 'With `CI_NODE_TOTAL`: the part of `--shard auto` on GitLab.' },
  { name: 'CIRCLE_NODE_INDEX', summary: 'With `CIRCLE_NODE_TOTAL`: the same on CircleCI.' },
  { name: 'BUILDKITE_PARALLEL_JOB', summary: 'With `BUILDKITE_PARALLEL_JOB_COUNT`: the same on Buildkite.' },
  {
    name: 'SYSTEM_JOBPOSITIONINPHASE',
    summary: 'With `SYSTEM_TOTALJOBSINPHASE`: the same on Azure Pipelines.',
  },
  {
    name: 'JOB_COMPLETION_INDEX',
    summary:
      'With `JOB_COMPLETIONS`, which the manifest has to set: the same in an Indexed Job of Kubernetes.',
  },
];

/** What Node reads, and a network may need. */
export const nodeVariables: readonly Variable[] = [
  {
    name: 'NODE_USE_ENV_PROXY',
    summary:
      '`1`: requests to a server at a URL go through the proxy of `HTTPS_PROXY`, but for the hosts in `NO_PROXY`.',
  },
  {
    name: 'NODE_EXTRA_CA_CERTS',
    summary: 'A file with further certificate authorities, as of a proxy that opens TLS.',
  },
];

/** What a client is given when the suite starts it; see docs/testing-a-client.md. */
export const clientVariables: readonly Variable[] = [
  { name: 'CLEVER_BASE_URL', summary: 'Where the client sends its requests, without a slash at its end.' },
  { name: 'CLEVER_TOKEN', summary: 'The token that it sends.' },
  {
    name: 'CLEVER_JOB',
    summary: 'What it does: `sync:students`, `create-assignment`, `update-submission` …',
  },
  { name: 'CLEVER_JOB_INPUT', summary: 'What the job needs, as JSON.' },
  { name: 'CLEVER_DATA_VERSION', summary: 'The version of the Data API: `v2.0`.' },
  { name: 'CLEVER_STATE_DIR', summary: 'A directory that lasts from one start of a scenario to the next.' },
  { name: 'CLEVER_SCENARIO', summary: 'The name of the scenario, for logs.' },
];
