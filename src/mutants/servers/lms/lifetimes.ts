import type { ServerMutant } from '../../mutant.ts';
import { changingData, handling, saying, withBody } from './support.ts';

type Data = Record<string, unknown>;

const claim = 'lms/create-read-update-delete';

/** Serves what a deleted assignment showed last, from a number of reads after its deletion on. */
function fromTheGrave(name: string, what: string, reads: number): ServerMutant {
  return {
    name: `lms/${name}`,
    breaks: claim,
    tamper: handling(() => {
      const last = new Map<string, string>();
      const misses = new Map<string, number>();
      return async (incoming, forward) => {
        const response = await forward();
        if (incoming.what !== what) return response;
        const { path } = incoming;
        if (response.status === 200) last.set(path, await response.clone().text());
        const known = response.status === 404 ? last.get(path) : undefined;
        if (known === undefined) return response;
        misses.set(path, (misses.get(path) ?? 0) + 1);
        return (misses.get(path) ?? 0) > reads ? withBody(response, known, 200) : response;
      };
    }),
  };
}

/** The time until an assignment is due, by the server's own clock, in milliseconds. */
function aheadMs(body: Readonly<Data>, response: Response): number {
  return Date.parse(String(body.due_date)) - Date.parse(response.headers.get('date') ?? '');
}

const dayMs = 86_400_000;

/** Assignments that come back, are forgotten, or are refused although they are due ahead. */
export const lifetimes: readonly ServerMutant[] = [
  fromTheGrave('a-deleted-assignment-comes-back-on-the-second-read', 'GET assignment', 1),
  fromTheGrave('submissions-of-a-deleted-assignment-are-still-listed', 'GET submissions', 0),
  fromTheGrave('a-submission-of-a-deleted-assignment-is-still-read', 'GET submission', 0),
  {
    name: 'lms/a-deleted-assignment-can-be-changed',
    breaks: claim,
    tamper: handling(() => {
      const last = new Map<string, string>();
      return async ({ what, path }, forward) => {
        const response = await forward();
        if (what === 'GET assignment' && response.status === 200)
          last.set(path, await response.clone().text());
        const known = what === 'PATCH assignment' && response.status === 404 ? last.get(path) : undefined;
        return known === undefined ? response : withBody(response, known, 200);
      };
    }),
  },
  {
    name: 'lms/a-change-is-shown-by-the-second-read',
    breaks: claim,
    tamper: handling(() => {
      const last = new Map<string, string>();
      const stale = new Set<string>();
      return async ({ what, path }, forward) => {
        const response = await forward();
        if (what === 'PATCH assignment' && response.status === 200) stale.add(path);
        if (what !== 'GET assignment' || response.status !== 200) return response;
        const known = last.get(path);
        last.set(path, await response.clone().text());
        return stale.delete(path) && known !== undefined ? withBody(response, known) : response;
      };
    }),
  },
  {
    name: 'lms/a-second-assignment-replaces-the-first',
    breaks: claim,
    // The submissions go with it.
    alsoFails: ['lms/grade-passback'],
    tamper: handling((sandbox) => {
      const last = new Map<string, string>();
      return async ({ what, path, url, caller }, forward) => {
        const response = await forward();
        if (what !== 'POST assignments' || response.status !== 200) return response;
        const { data } = (await response.clone().json()) as { data: { id: string } };
        const before = last.get(path);
        last.set(path, data.id);
        if (before !== undefined)
          await sandbox.fetch(
            new Request(`${url.href}/${before}`, { method: 'DELETE', headers: { authorization: caller } }),
          );
        return response;
      };
    }),
  },
  {
    name: 'lms/points-of-zero-are-taken-for-none-on-updates',
    breaks: claim,
    tamper: handling(() => async ({ what, body }, forward) => {
      const { points_possible: points, ...rest } = body;
      return await (what === 'PATCH assignment' && points === 0 ? forward({ body: rest }) : forward());
    }),
  },
  {
    name: 'lms/an-assignment-due-within-the-hour-is-refused',
    breaks: claim,
    tamper: handling(() => async ({ what, body }, forward) => {
      const response = await forward();
      const isSoon = what === 'POST assignments' && aheadMs(body, response) < dayMs / 24;
      return isSoon && response.status === 200
        ? saying(response, 'due_date must be in the future', 400)
        : response;
    }),
  },
  {
    name: 'lms/an-update-to-later-today-is-refused',
    breaks: claim,
    tamper: handling(() => async ({ what, body }, forward) => {
      const response = await forward();
      const isSoon = what === 'PATCH assignment' && 'due_date' in body && aheadMs(body, response) < dayMs;
      return isSoon && response.status === 200
        ? saying(response, 'due_date must be in the future', 400)
        : response;
    }),
  },
  {
    name: 'lms/a-description-is-cut-off',
    breaks: claim,
    tamper: changingData(['GET assignment'], (data: Data) => ({
      ...data,
      description: `<p>${String(data.description).slice(0, 20)}</p>`,
    })),
  },
];
