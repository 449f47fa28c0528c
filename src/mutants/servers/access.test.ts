import { answering } from '../mutant.ts';
import { accessMutants } from './access.ts';
import { says, tokenIn } from './errors-support.ts';
import { describeLegal, describeMutants, describeNobody, describeReadOnly } from './errors-testing.ts';

describeMutants('access', accessMutants);
describeNobody('access');

const isIssued = (request: Request) => /^sandbox-token-\d+$/.test(tokenIn(request));

describeLegal('access', {
  'what is out of scope is 403': {
    tamper: answering(isIssued, (response) =>
      response.status === 404 ? says(response, 403, 'Forbidden') : response,
    ),
  },
  'what is out of scope is an empty list': {
    tamper: answering(isIssued, (response, _, url) =>
      response.status === 404 && url.pathname.split('/').length === 3
        ? new Response('{"data":[],"links":[]}', { headers: response.headers })
        : response,
    ),
  },
  'the scheme in lower case is refused': {
    tamper: answering(
      (request) => request.headers.get('authorization')?.startsWith('bearer') === true,
      (response) => says(response, 401, 'Unrecognized token string'),
    ),
  },
});

describe('a foreign server', () => {
  describeReadOnly('access');
});
