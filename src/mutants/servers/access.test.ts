import { answering } from '../mutant.ts';
import { accessMutants } from './access.ts';
import { says, tokenIn } from './errors-support.ts';
import { describeLegal, describeMutants } from './testing.ts';

describeMutants('access', accessMutants);

const isIssued = (request: Request) => /^sandbox-token-\d+$/.test(tokenIn(request));

describeLegal('access', {
  'what is out of scope is 403': answering(isIssued, (response) =>
    response.status === 404 ? says(response, 403, 'Forbidden') : response,
  ),
  'what is out of scope is an empty list': answering(isIssued, (response, _, url) =>
    response.status === 404 && url.pathname.split('/').length === 3
      ? new Response('{"data":[],"links":[]}', { headers: response.headers })
      : response,
  ),
  'the scheme in lower case is refused': answering(
    (request) => request.headers.get('authorization')?.startsWith('bearer') === true,
    (response) => says(response, 401, 'Unrecognized token string'),
  ),
});
