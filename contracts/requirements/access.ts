import { overview } from '../sources.ts';
import type { ThemeRequirement } from './row.ts';

/** Tokens and what they give access to. */
export const accessRequirements = [
  {
    id: 'access/bearer-token',
    binds: 'server',
    level: 'required',
    claim: 'a bearer token in the Authorization header grants access',
    levelReason: 'It is the only authentication that the overview shows.',
    harm: 'No integration can authenticate, and no class can use its applications.',
    provokedBy: 'The first request of the run, with the configured token.',
    fix: 'Read `Authorization: Bearer TOKEN`, with a case-insensitive scheme, and look up the token.',
    sources: [overview.bearerExample],
    needs: [],
    doubts: [],
  },
  {
    id: 'access/test-token',
    binds: 'server',
    level: 'required',
    claim: 'the documented TEST_TOKEN gives access to the API',
    levelReason: 'The overview offers it to everyone.',
    harm: 'A new developer who follows the documentation fails at the first step, and opens a ticket.',
    provokedBy: 'Lists and records are read with TEST_TOKEN, only if the target is a sandbox that knows it.',
    fix: 'Seed the sandbox with TEST_TOKEN as the token of its demo district.',
    sources: [overview.testToken],
    needs: ['test-token'],
    doubts: [],
  },
  {
    id: 'access/scopes-limit-resources',
    binds: 'server',
    level: 'required',
    claim: 'a token is served the resources within its scopes and none outside them',
    levelReason: 'The introduction ties resources to scopes, and the data is about children.',
    harm: 'An application that was granted only sections can read the addresses of all families.',
    provokedBy:
      'For each type a token without its scope requests every path that leads to such records, and a token with that scope alone requests its own records and what is below them. Each is a case.',
    fix: 'Check scopes for the returned resource, not only for the first segment of the path.',
    sources: [overview.scopes],
    needs: ['states'],
    doubts: ['scope-refusal'],
  },
  {
    id: 'access/sharing-limits-data',
    binds: 'server',
    level: 'required',
    claim: 'only what the district shares is served, and no token can read another district',
    levelReason:
      'The introduction lets schools and districts decide what they share, and the data is about children.',
    harm: "A partner of one district reads another district's students, and both districts have to inform the parents.",
    provokedBy:
      'A token limited to some schools, and a token of a second district, request data outside them by every path: lists, by id and second-level. The latter also reads an assignment of LMS Connect with its submissions, and writes to them if writes are allowed. Each is a case.',
    fix: 'Filter by district and sharing in the store itself, so that every path applies it.',
    sources: [overview.sharing],
    needs: ['states'],
    doubts: [],
  },
  {
    id: 'access/client-sends-bearer',
    binds: 'client',
    level: 'required',
    claim: 'the client sends its token as a bearer token with every request',
    levelReason: 'It is the only authentication that the overview shows.',
    harm: 'The second page is rejected because the token was set only on the first request, and the roster ends there.',
    provokedBy: 'Every request that the client sends to the API in any scenario.',
    fix: 'Set `Authorization: Bearer TOKEN` where requests are built, so that pages and retries have it too.',
    sources: [overview.bearerExample],
    needs: [],
    doubts: [],
  },
] as const satisfies readonly ThemeRequirement<'access'>[];
