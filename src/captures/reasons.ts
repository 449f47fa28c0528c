import type { Profile } from '../../contracts/profiles.ts';
import type { RequirementId, ServerRequirementId } from '../../contracts/requirements/index.ts';
import { isJudgedIn } from '../../contracts/versions.ts';

/** Reasons of LMS Connect claims if the probes could not start. */
const noSection = /^no such request was sent: no section/;

/** Why a capture cannot show something, if the claim's own reason is about a probe or a scenario. */
const reasons: Partial<Record<RequirementId, string>> = {
  'pagination/stable-under-insert': 'it does not show whether a record was created while the list was read',
  'pagination/stable-under-delete': 'it does not show whether a record was deleted while the list was read',
  'errors/outage-statuses': 'it does not show what kind of outage the server had',
  'errors/unshared-record-is-404': 'it does not show which records were no longer shared',
  'access/test-token':
    'tokens are replaced before anything is judged, so none can be recognized as TEST_TOKEN',
  'access/scopes-limit-resources': 'it does not show the scopes of a token',
  'access/sharing-limits-data': 'it does not show what a district shares with a token',
  'lms/requires-agreement': 'it does not show which token lacks the agreement',
  'lms/unknown-id-refused': 'it does not show which ids no record has',
  'data/count': 'it does not show the whole list that a count stands for',
  'pagination/client-follows-next':
    'the client followed no `next` link in it, and it does not show whether the whole list was wanted',
  'pagination/client-holds-each-record-once': 'it does not show which records the client has',
  'pagination/client-stops-on-cycle': 'no `next` link in it leads back',
  'backoff/client-reports-incomplete': 'it does not show what the client reports',
  'backoff/client-resumes-later': 'it does not show where the client was started again',
  'backoff/client-backoff-starts-over': 'it does not show which waits belong to one outage',
  'errors/client-survives-unreadable-body': 'it does not show whether the client crashed or gave up',
  'errors/client-treats-page-error-as-incomplete': 'it does not show what the client reports',
  'data/client-tolerates-absent-and-unknown': 'it does not show which records the client has',
  'lms/client-shows-message': 'it does not show what the client prints',
  'safety/client-keeps-token-on-origin': 'no response in it has a link or a redirect to another origin',
  'safety/client-bounded-pages': 'it shows no endless chain of pages',
  'safety/client-bounded-body': 'it shows no body without an end',
  'access/client-sends-bearer':
    'no request in it has an Authorization header; browsers leave it out of their exports by default',
};

/** Why a requirement is untested in a capture of these API versions; `reason` is the claim's own. */
export function untestedReason(id: RequirementId, reason: string, profiles: readonly Profile[]): string {
  const data = profiles.filter((one) => one.kind === 'data');
  if (data.length > 0 && data.every((one) => !isJudgedIn(id as ServerRequirementId, one))) {
    const versions = data.map((one) => one.prefix.slice(1)).join(', ');
    return `the capture contains only ${versions} of the Data API, and this requirement is for v2.0`;
  }
  if (/^lms(?:-errors)?\//.test(id) && profiles.length > 0 && profiles.every((one) => one.kind !== 'lms'))
    return 'the capture shows no traffic of LMS Connect';
  if (!/^lms/.test(id) && profiles.length > 0 && profiles.every((one) => one.kind === 'lms'))
    return 'the capture shows no traffic of the Data API';
  return `the capture shows none of it: ${reasons[id] ?? plainReason(reason)}`;
}

function plainReason(reason: string): string {
  if (/^no scenario that (?:provokes|exercises) it was run$/.test(reason)) return 'it has no such exchange';
  return noSection.test(reason) ? 'no such request was sent to LMS Connect' : reason;
}
