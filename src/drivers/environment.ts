import type { Assignment } from './driver.ts';

/** What a variable is called that holds a secret, or an address with one in it. */
const secretName =
  /TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY|_AUTH|AUTH_|COOKIE|SESSION|_DSN$|DATABASE_URL/i;

/** A proxy would stand between the client and a port of this machine, and its address may hold a password. */
const proxyName = /^(?:https?|all)_proxy$/i;

/**
 * The environment of a client: the user's own, without what is named like a secret, without proxies and without any
 * `CLEVER_…` of theirs, and the fixed protocol on top. A client under test needs its language and its paths, never the user's keys; what
 * is not named like one cannot be told.
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
