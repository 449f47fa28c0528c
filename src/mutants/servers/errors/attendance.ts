import { answering, type ServerMutant } from '../../mutant.ts';
import { again, hasNoToken } from './support.ts';

const apis = ['data-v3.1'] as const;
const ofAttendance = /^\/v3\.1\/attendance\//;

/** Serves attendance as to the sandbox's own token where a request is refused. */
function openTo(isCaller: (request: Request) => boolean): ServerMutant['tamper'] {
  return (sandbox) => async (request) => {
    const response = await sandbox.fetch(request);
    const isOpen = ofAttendance.test(new URL(request.url).pathname) && isCaller(request);
    return isOpen && response.status === 401 ? await again(sandbox, request, sandbox.token) : response;
  };
}

/** Servers that refuse everything as documented but attendance, whose entries have neither envelopes nor ids. */
export const attendanceErrorMutants: readonly ServerMutant[] = [
  {
    name: 'errors/attendance-needs-no-token',
    breaks: 'errors/missing-token-is-401',
    apis,
    tamper: openTo(hasNoToken),
  },
  {
    name: 'errors/attendance-takes-any-token',
    breaks: 'errors/invalid-token-is-401',
    apis,
    tamper: openTo((request) => !hasNoToken(request)),
  },
  {
    name: 'errors/schools-that-do-not-exist-have-empty-attendance',
    breaks: 'errors/unknown-record-is-404',
    apis,
    tamper: answering(
      (_, { pathname }) => pathname.startsWith('/v3.1/attendance/schools/'),
      (response) =>
        response.status === 404 ? new Response('{"data":[]}', { headers: response.headers }) : response,
    ),
  },
];
