import { profiles } from '../../../../contracts/profiles.ts';
import type { Theme } from '../../../../contracts/requirement.ts';
import { apiFor } from '../../../api.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { ServerMutant } from '../../mutant.ts';
import { Answer, type Asked, answerOf, askedBy, responseOf } from './exchange.ts';

/** One operator at one place: a server that is wrong there and nowhere else. */
export interface ServerFault {
  readonly operator: string;
  /** Where: an operation, and what else narrows it. Unique for the operator. */
  readonly place: string;
  /** The category whose requirements should notice; for the table of `prove --deep`. */
  readonly theme: Theme;
  /** Whether it concerns an exchange of a conforming server. Cheap, since it is asked of every exchange of a run. */
  touches(asked: Asked, answer: Answer): boolean;
  /** Whether it takes the request before the sandbox does, as what does not write what it should. @default false */
  readonly isEarly?: (asked: Asked) => boolean;
  /** Creates a handler with its own state for one run; it gets the exchanges that the fault touches. */
  open(): Handler;
}

/** What a wrong server sends. The same object back: nothing is changed. */
export type Handler = (meeting: Meeting) => Answer | Promise<Answer>;

export interface Meeting {
  readonly asked: Asked;
  /** The response of the sandbox. Of a fault that is early: a placeholder. */
  readonly answer: Answer;
  /** Sends the request itself, changed; only for faults that are early. */
  forward(change?: { readonly body?: string; readonly path?: string }): Promise<Answer>;
  /** Sends another request in the name of the whole district. No counter of the caller shows it. */
  ask(change: { readonly method?: string; readonly path?: string; readonly body?: string }): Promise<Answer>;
}

/** What a fault did in a run. */
export interface Tally {
  /** Responses that differ from those of the sandbox, and writes of its own. */
  changed: number;
}

const unasked = new Answer(0, {}, '');

/** A fault in front of a sandbox; `tally` counts what it changed. */
export function tamperOf(fault: ServerFault, tally: Tally): ServerMutant['tamper'] {
  return (sandbox) => {
    const handle = fault.open();
    return async (request) => {
      const asked = await askedBy(request, { own: sandbox.token });
      const forward: Meeting['forward'] = async (change = {}) => {
        const { method, headers } = request;
        const body = change.body ?? asked.body;
        const url = change.path === undefined ? request.url : new URL(change.path, request.url);
        return await answerOf(
          await sandbox.fetch(new Request(url, { method, headers, ...(body === '' ? {} : { body }) })),
        );
      };
      const ask: Meeting['ask'] = async (change) => {
        const answer = await askAsDistrict(sandbox, asked, change);
        if ((change.method ?? asked.method) !== 'GET' && answer.status < 300) tally.changed++;
        return answer;
      };
      if (fault.isEarly?.(asked)) {
        tally.changed++;
        return responseOf(await handle({ asked, answer: unasked, forward, ask }));
      }
      const answer = await answerOf(await sandbox.fetch(request));
      if (!fault.touches(asked, answer)) return responseOf(answer);
      const changed = await handle({ asked, answer, forward, ask });
      if (!changed.equals(answer)) tally.changed++;
      return responseOf(changed);
    };
  };
}

const scopes = apiFor(profiles[0]).collections.map(({ name }) => `read:${name}`);

/** With a token of its own, so that its requests lower no other counter. */
async function askAsDistrict(
  sandbox: Sandbox,
  asked: Asked,
  { method = asked.method, path, body = asked.body }: Parameters<Meeting['ask']>[0],
): Promise<Answer> {
  const { token } = await sandbox.setState('a token with {scopes}', { scopes, agreement: true });
  const url = path === undefined ? asked.url : new URL(path, asked.url);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return await answerOf(
    await sandbox.fetch(new Request(url, { method, headers, ...(body === '' ? {} : { body }) })),
  );
}
