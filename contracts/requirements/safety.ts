import type { Row } from './row.ts';

/** What a client must not let a faulty or hostile server do to it. */
export const safetyRequirements = [
  {
    id: 'safety/client-keeps-token-on-origin',
    binds: 'client',
    level: 'required',
    claim: 'a link or redirect to another origin gets neither the request nor the token',
    levelReason: 'A safety rule of ours: the token opens the data of a whole district.',
    harm: 'One forged link, and a stranger reads the names and birthdays of every child in the district.',
    provokedBy:
      'Next links and redirects to another host, port or scheme, and spellings that only look like the own origin; each is a case, watched by a second server.',
    fix: 'Resolve the link, compare `URL.origin` with your own, and refuse to follow redirects elsewhere.',
    sources: [{ document: 'OWN', section: 'a token stays with its origin' }],
    needs: [],
    doubts: [],
  },
  {
    id: 'safety/client-bounded-pages',
    binds: 'client',
    level: 'required',
    claim: 'an endless chain of pages is cut off and reported',
    levelReason: 'A safety rule of ours: a walk has to end even if the server does not want it to.',
    harm: 'The disk of the sync server is full on Monday, and with it every application that it hosts.',
    provokedBy: 'Pages that always lead to another one, with new ids and with no ids at all; each is a case.',
    fix: 'Set a limit on pages or time that no real district reaches, and end with an error there.',
    sources: [{ document: 'OWN', section: 'every walk ends' }],
    needs: [],
    doubts: [],
  },
  {
    id: 'safety/client-bounded-body',
    binds: 'client',
    level: 'recommended',
    claim: 'a huge or never-ending body is cut off',
    levelReason: 'A safety rule of ours; few HTTP libraries do it by themselves, so it warns only.',
    harm: 'One answer eats all memory, and the process takes the jobs of all other districts down with it.',
    provokedBy: 'A body far beyond any real page, and one that trickles on without end; each is a case.',
    fix: 'Read the body as a stream with a limit on bytes and on time.',
    sources: [{ document: 'OWN', section: 'input has a size' }],
    needs: [],
    doubts: [],
  },
] as const satisfies readonly Row<'safety'>[];
