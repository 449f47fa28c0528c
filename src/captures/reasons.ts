import type { Profile } from '../../contracts/profiles.ts';
import type { RequirementId } from '../../contracts/requirements/index.ts';
import { versionDependent } from '../../contracts/versions.ts';

/** What judges of LMS Connect say of a run in which a prober could not begin. */
const noSection = /^no such request was sent: no section/;

/** Why a capture cannot show what other runs can: each where the words of the judge speak of a prober or a scenario. */
const reasons: Partial<Record<RequirementId, string>> = {
  'pagination/stable-under-insert': 'it does not tell whether an entry was created while the list was read',
  'pagination/stable-under-delete': 'it does not tell whether an entry was deleted while the list was read',
  'errors/outage-statuses': 'it does not tell what kind of outage the server was in',
  'errors/unshared-record-is-404': 'it does not tell which records were no longer shared',
  'access/test-token':
    'tokens are replaced before they are looked at, so it cannot be told which one is TEST_TOKEN',
  'access/scopes-limit-resources': 'it does not tell the scopes of a token',
  'access/sharing-limits-data': 'it does not tell what a district shares with a token',
  'lms/requires-agreement': 'it does not tell which token lacks the agreement',
  'pagination/client-follows-next':
    'the client followed no next link in it, and it does not tell whether the whole list was wanted',
  'pagination/client-holds-each-record-once': 'it does not tell what the client holds',
  'pagination/client-stops-on-cycle': 'it shows no next link that leads back',
  'backoff/client-reports-incomplete': 'it does not tell what the client claims',
  'backoff/client-resumes-later': 'it does not tell where the client was started again',
  'backoff/client-backoff-starts-over': 'it does not tell which waits belong to one outage',
  'errors/client-survives-unreadable-body': 'it does not tell whether the client stumbled or stopped',
  'errors/client-treats-page-error-as-incomplete': 'it does not tell what the client claims',
  'data/client-tolerates-absent-and-unknown': 'it does not tell what the client holds',
  'lms/client-shows-message': 'it does not tell what the client shows',
  'safety/client-keeps-token-on-origin': 'no answer in it has a link or a redirect to another origin',
  'safety/client-bounded-pages': 'it shows no endless chain of pages',
  'safety/client-bounded-body': 'it shows no body without an end',
  'access/client-sends-bearer':
    'no request in it has an Authorization header; browsers leave it out unless told otherwise',
};

/** Why a requirement stays untested in a capture that speaks these versions; `said` is what its judge has to say. */
export function untestedReason(id: RequirementId, said: string, profiles: readonly Profile[]): string {
  const ids: ReadonlySet<RequirementId> = versionDependent;
  const versions = profiles.filter((one) => one.kind === 'data').map((one) => one.prefix.slice(1));
  if (
    ids.has(id) &&
    versions.length > 0 &&
    profiles.every((one) => one.kind !== 'data' || one.judged === 'wire')
  )
    return `the capture speaks ${versions.join(', ')} of the Data API only, and this rests on the description of v2.0`;
  if (/^lms(?:-errors)?\//.test(id) && profiles.length > 0 && profiles.every((one) => one.kind !== 'lms'))
    return 'the capture shows no traffic of LMS Connect';
  if (!/^lms/.test(id) && profiles.length > 0 && profiles.every((one) => one.kind === 'lms'))
    return 'the capture shows no traffic of the Data API';
  return `the capture shows none of it: ${reasons[id] ?? wordsFor(said)}`;
}

function wordsFor(said: string): string {
  if (said === 'no scenario that provokes it was run') return 'nothing of the kind happened in it';
  return noSection.test(said) ? 'no such request was sent to LMS Connect' : said;
}
