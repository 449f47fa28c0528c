import type { ThemeRequirement } from './row.ts';

/** What a client must withstand from a faulty or hostile server. */
export const safetyRequirements = [
  {
    id: 'safety/client-keeps-token-on-origin',
    binds: 'client',
    level: 'required',
    claim: 'the client sends neither request nor token to another origin, by link or by redirect',
    levelReason: "The suite's own safety rule: the token gives access to the data of a whole district.",
    harm: 'One forged link, and an attacker reads the names and birthdays of every child in the district.',
    provokedBy:
      "`next` links and redirects to another host, port or scheme, and spellings that only resemble the client's origin. Each is a case, observed by a second server.",
    fix: 'Resolve the link, compare its `URL.origin` with your own, and do not follow redirects to other origins.',
    sources: [{ document: 'OWN', section: 'a token stays with its origin' }],
    needs: [],
    doubts: [],
  },
  {
    id: 'safety/client-bounded-pages',
    binds: 'client',
    level: 'required',
    claim: 'the client stops an endless chain of pages and reports an error',
    levelReason: "The suite's own safety rule: a walk has to end even if the server never ends it.",
    harm: 'The disk of the sync server is full on Monday, and every application on it is down.',
    provokedBy: 'Pages that always link to another one, with new ids and with no ids at all. Each is a case.',
    fix: 'Set a limit on the number of `next` links followed, or on time, that no real district reaches, and stop with an error there.',
    sources: [{ document: 'OWN', section: 'every walk ends' }],
    needs: [],
    doubts: [],
  },
  {
    id: 'safety/client-bounded-body',
    binds: 'client',
    level: 'recommended',
    claim: 'the client stops reading a huge or never-ending body',
    levelReason:
      "The suite's own safety rule; few HTTP libraries do it by default, so a violation is only a warning.",
    harm: 'One response uses up all memory, and the process takes the jobs of all other districts down with it.',
    provokedBy: 'A body far larger than any real page, and one that trickles without end. Each is a case.',
    fix: 'Read the body as a stream with a limit on bytes and on time.',
    sources: [{ document: 'OWN', section: 'input has a size' }],
    needs: [],
    doubts: [],
  },
] as const satisfies readonly ThemeRequirement<'safety'>[];
