import { overview } from '../sources.ts';
import type { Row } from './row.ts';

/** Tokens, and what they open. */
export const accessRequirements = [
  {
    id: 'access/bearer-token',
    binds: 'server',
    level: 'required',
    claim: 'a bearer token in Authorization gives access',
    levelReason: 'It is the only way of access that the overview shows.',
    harm: 'No integration can sign in, and no class has its applications.',
    provokedBy: 'The first request of the run, with the token that was configured.',
    fix: 'Read `Authorization: Bearer TOKEN`, with the scheme in any case, and look the token up.',
    sources: [overview.bearerExample],
    needs: [],
    doubts: [],
  },
  {
    id: 'access/test-token',
    binds: 'server',
    level: 'required',
    claim: 'the documented TEST_TOKEN explores the API',
    levelReason: 'The overview offers it to everybody.',
    harm: 'A newcomer who follows the documentation fails at the first step, and opens a ticket.',
    provokedBy:
      'Lists and records are read with TEST_TOKEN; only where the target is a sandbox that knows it.',
    fix: 'Seed the sandbox with TEST_TOKEN as the token of its demonstration district.',
    sources: [overview.testToken],
    needs: ['test-token'],
    doubts: [],
  },
  {
    id: 'access/scopes-limit-resources',
    binds: 'server',
    level: 'required',
    claim: "a resource outside the token's scopes is not served",
    levelReason: 'The introduction ties resources to scopes, and the data is that of children.',
    harm: 'An application that was granted sections only can read the addresses of all families.',
    provokedBy:
      'A token with few scopes asks for resources outside them: lists, by id and nested, each a case.',
    fix: 'Check scopes for the resource that is returned, not only for the first segment of the path.',
    sources: [overview.scopes],
    needs: ['states'],
    doubts: ['scope-refusal'],
  },
  {
    id: 'access/sharing-limits-data',
    binds: 'server',
    level: 'required',
    claim: 'only what the district shares is served, and no token sees another district',
    levelReason:
      'The introduction leaves sharing to schools and districts, and the data is that of children.',
    harm: 'A partner of one district reads the students of its neighbour, and both have to inform the parents.',
    provokedBy:
      'A token that sees some schools only, and a token of a second district, ask for what lies outside: lists, by id and nested, each a case.',
    fix: 'Filter by district and sharing in the store itself, so that no path can forget it.',
    sources: [overview.sharing],
    needs: ['states'],
    doubts: [],
  },
  {
    id: 'access/client-sends-bearer',
    binds: 'client',
    level: 'required',
    claim: 'the client sends its token as a bearer token on every request',
    levelReason: 'It is the only way of access that the overview shows.',
    harm: 'The second page is refused because the token was only set on the first, and the roster ends there.',
    provokedBy: 'Every request that the client sends to the API in any scenario.',
    fix: 'Set `Authorization: Bearer TOKEN` where requests are built, so that pages and retries have it too.',
    sources: [overview.bearerExample],
    needs: [],
    doubts: [],
  },
] as const satisfies readonly Row<'access'>[];
