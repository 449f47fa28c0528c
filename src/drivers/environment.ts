import type { Assignment } from './driver.ts';

/** Names of variables that contain a secret, or a URL with one. */
const secretName =
  /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY|_AUTH|AUTH_|COOKIE|SESSION|_DSN$|DATABASE_URL/i;

/** A proxy would intercept requests to localhost, and its URL may contain a password. */
const proxyName = /^(?:https?|all)_proxy$/i;

/**
 * The environment of a client: the user's, without variables named like secrets, proxies and `CLEVER_…`, plus the protocol.
 * A client needs its runtime and paths, never the user's keys; secrets under other names cannot be recognized.
 */
export function environmentFor(
  assignment: Assignment,
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const kept = Object.entries(own).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && isHarmless(entry[0]),
  );
  return {
    ...Object.fromEntries(kept),
    CLEVER_BASE_URL: assignment.baseUrl,
    CLEVER_TOKEN: assignment.token,
    CLEVER_JOB: assignment.job,
    CLEVER_JOB_INPUT: JSON.stringify(assignment.input),
    CLEVER_STATE_DIR: assignment.stateDir,
    CLEVER_SCENARIO: assignment.scenario,
  };
}

function isHarmless(name: string): boolean {
  return !secretName.test(name) && !proxyName.test(name) && !name.toUpperCase().startsWith('CLEVER_');
}
