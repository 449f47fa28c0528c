import type { Exchange } from '../exchange.ts';
import type { Finding } from '../outcome.ts';
import { findingAt } from './answers.ts';
import type { ClientJudges } from './client-judge.ts';
import { counted, judgeScenarios, type Look, ownRequests } from './client-material.ts';

/** Requests that do not carry a token that the server knows, and what they carry instead. */
function withoutToken(exchange: Exchange, isCaptured: boolean): string | undefined {
  if (exchange.request.method === 'UNREADABLE') return undefined;
  const { authorization } = exchange.request.headers;
  if (authorization === undefined) return 'no Authorization header';
  // The scheme is compared without case, as HTTP has it.
  if (!/^bearer +\S+$/i.test(authorization.trim())) return 'an Authorization header of another form';
  // Without a rule it is the server's own refusal, of a token that it does not know.
  // In captured traffic a token may have come to its end, which is nobody's fault.
  const isRefused = !isCaptured && exchange.step === undefined && exchange.response?.status === 401;
  return isRefused ? 'a token that the server does not know' : undefined;
}

const sendsBearer = judgeScenarios(
  'access/client-sends-bearer',
  (observation): Look => {
    const requests = ownRequests(observation);
    if (requests.length === 0) return { open: { outcome: 'untested', why: 'the client sent no request' } };
    // Whoever asks for nothing that is there has not shown that its token opens anything.
    if (requests.every((one) => one.step === undefined && one.response?.status === 404))
      return { open: { outcome: 'untested', why: 'the client asked for nothing that the server has' } };
    const without = requests.flatMap((one): readonly { one: Exchange; what: string }[] => {
      const what = withoutToken(one, observation.captured !== undefined);
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
