import { expect } from 'chai';
import type { Profile } from '../../../contracts/profiles.ts';
import type { ScriptedAnswer } from '../../../contracts/states.ts';
import { apiFor } from '../../../src/api.ts';
import { failureOf, messageOf } from '../../../src/client/index.ts';
import { like, regex } from '../../../src/pacts/export/matchers.ts';
import {
  type Conversation,
  type Interaction,
  type Reply,
  tokenPlaceholder,
  unknownToken,
  type Wire,
} from './consumer.ts';
import { errorBody } from './data-bodies.ts';

/** A well-formed id that does not exist. */
const unknownId = 'f'.repeat(24);

/** Sends directly what the client would not send. */
function refusedBare(title: string, interaction: Interaction): Conversation {
  const { path, authorization = `Bearer ${tokenPlaceholder}`, query = {} } = interaction.request;
  return {
    title,
    interactions: [interaction],
    talk: async ({ send }) => {
      const search = new URLSearchParams(query as Record<string, string>).toString();
      const headers: HeadersInit = authorization === null ? {} : { authorization };
      const answer = await send(`${String(path)}${search === '' ? '' : `?${search}`}`, { headers });
      expect(answer.status).to.equal(interaction.response.status);
      expect(messageOf(await answer.json())).to.not.equal('');
    },
  };
}

/** A response that the client returns as an error, after the documented number of attempts. */
function refused(
  title: string,
  interaction: Interaction,
  ask: (wire: Wire) => Promise<Reply>,
  attempts = 1,
): Conversation {
  const { response } = interaction;
  return {
    title,
    interactions: [interaction],
    talk: async (wire) => {
      const { data, error, response: answer } = await ask(wire);
      expect(data).to.equal(undefined);
      const failure = failureOf(answer);
      expect(answer.status, failure?.message).to.equal(response.status);
      if (response.body !== undefined) expect(messageOf(error)).to.not.equal('');
      expect(failure?.attempts ?? 1, failure?.message).to.equal(attempts);
    },
  };
}

/** Errors, and how the client handles them. */
export function errorConversations(profile: Profile): readonly Conversation[] {
  const list = `/${apiFor(profile).choices.main}`;
  const path = `${profile.prefix}${list}`;
  const askForList = ({ get }: Wire) => get(list);

  /** A response that a server gives only if scripted. */
  const scripted = (status: number, text: string, attempts: number): Conversation => {
    const script: readonly ScriptedAnswer[] = [{ status, body: JSON.stringify({ error: text }), times: 10 }];
    const again = attempts === 1 ? 'is not retried' : `is retried ${attempts - 1} times`;
    return refused(
      `a ${status} ${again}`,
      {
        description: `a list while the API answers ${status}`,
        given: [['the next answers are {script}', { script }]],
        request: { path },
        response: { status, body: errorBody(text) },
      },
      askForList,
      attempts,
    );
  };

  return [
    refusedBare('a limit of 10,001 is too large', {
      description: 'a limit above 10,000',
      request: { path, query: { limit: '10001' } },
      response: { status: 413, body: errorBody('Request entity too large') },
    }),
    refusedBare('a limit that is not a number is invalid', {
      description: 'a limit that is no number',
      request: { path, query: { limit: 'many' } },
      response: { status: 400, body: errorBody("Could not parse limit 'many'") },
    }),
    refusedBare('no token is a 401', {
      description: 'a list without a token',
      request: { path, authorization: null },
      response: {
        status: 401,
        headers: { 'WWW-Authenticate': regex('^Bearer.*$', 'Bearer') },
        body: errorBody('Unrecognized token string'),
      },
    }),
    refusedBare('an unknown token is a 401', {
      description: 'a list with an unknown token',
      request: { path, authorization: `Bearer ${unknownToken}` },
      response: {
        status: 401,
        headers: { 'WWW-Authenticate': regex('^Bearer.*$', 'Bearer') },
        body: errorBody('Unrecognized token string'),
      },
    }),
    refused(
      'a record that does not exist is a 404',
      {
        description: 'a record that does not exist',
        request: { path: `${path}/${unknownId}` },
        response: { status: 404, body: errorBody('Resource not found') },
      },
      ({ get }) => get(`${list}/{id}`, { params: { path: { id: unknownId } } }),
    ),
    refused(
      'a collection outside of the scopes of the token is a 404',
      {
        description: 'a list outside of the scopes of the token',
        given: [['a token with {scopes}', { scopes: ['read:schools'], agreement: false }]],
        request: { path },
        response: { status: 404, body: { error: like("Resource not in token's scopes") } },
      },
      askForList,
    ),
    refused(
      'an exhausted bucket is a 429 without a body, and is retried after Reset',
      {
        description: 'a list while the bucket is used up',
        given: [['the bucket has {remaining} left', { remaining: 0 }]],
        request: { path },
        response: { status: 429, headers: { 'X-RateLimit-Remaining': regex('^0(, ?\\d+)*$', '0') } },
      },
      askForList,
      6,
    ),
    scripted(500, 'Internal error', 6),
    scripted(501, 'Not implemented', 1),
    scripted(502, 'Bad gateway', 6),
    scripted(503, 'Service unavailable', 6),
  ];
}
