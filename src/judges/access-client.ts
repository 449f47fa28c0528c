import type { Exchange } from '../exchange.ts';
import type { Finding } from '../outcome.ts';
import { findingAt } from './answers.ts';
import type { ClientJudges } from './client-judge.ts';
import { counted, judgeScenarios, type Look, ownRequests } from './client-material.ts';

/** Requests that do not carry a token that the server knows, and what they carry instead. */
function withoutToken(exchange: Exchange): string | undefined {
  if (exchange.request.method === 'UNREADABLE') return undefined;
  const { authorization } = exchange.request.headers;
  if (authorization === undefined) return 'no Authorization header';
  // The scheme is compared without case, as HTTP has it.
  if (!/^bearer +\S+$/i.test(authorization.trim())) return 'an Authorization header of another form';
  // Without a rule it is the server's own refusal, of a token that it does not know.
  const isRefused = exchange.step === undefined && exchange.response?.status === 401;
  return isRefused ? 'a token that the server does not know' : undefined;
}

const sendsBearer = judgeScenarios(
  'access/client-sends-bearer',
  (observation): Look => {
    const requests = ownRequests(observation);
    if (requests.length === 0) return { open: { outcome: 'untested', why: 'the client sent no request' } };
    const without = requests.flatMap((one): readonly { one: Exchange; what: string }[] => {
      const what = withoutToken(one);
      return what === undefined ? [] : [{ one, what }];
    });
    const [first] = without;
    if (!first) return {};
    const finding: Finding = findingAt(
      first.one,
      `${counted(without.length, 'request')} of ${requests.length} came without the bearer token.`,
      'Authorization: Bearer TOKEN on every request',
      first.what,
    );
    return { findings: [finding] };
  },
  { everywhere: true },
);

/** What is judged of a client's way of access. */
export const accessClientJudges: ClientJudges<'access'> = {
  'access/client-sends-bearer': sendsBearer,
};
