import type { ServerMutant } from '../../mutant.ts';
import { choices } from './choices.ts';
import { grades, regrades } from './grades.ts';
import { lifetimes } from './lifetimes.ts';
import { changingData, handling, withBody } from './support.ts';
import { unknownIds } from './unknown-ids.ts';

type Data = Record<string, unknown>;

const assignments: readonly ServerMutant[] = [
  {
    name: 'lms/a-read-cuts-the-time-off-the-due-date',
    breaks: 'lms/create-read-update-delete',
    tamper: changingData(['GET assignment'], (data: Data) => ({
      ...data,
      due_date: `${String(data.due_date).slice(0, 10)}T00:00:00.000Z`,
    })),
  },
  {
    name: 'lms/an-update-forgets-the-points-that-it-does-not-name',
    breaks: 'lms/create-read-update-delete',
    tamper: handling(() => {
      const forgotten = new Set<string>();
      return async ({ what, path, body }, forward) => {
        const response = await forward();
        if (response.status !== 200 || !/^(?:GET|PATCH) assignment$/.test(what)) return response;
        if (what === 'PATCH assignment' && !('points_possible' in body)) forgotten.add(path);
        if (!forgotten.has(path)) return response;
        const { data } = (await response.json()) as { data: Data };
        const { points_possible: _, ...rest } = data;
        return withBody(response, { data: rest });
      };
    }),
  },
  {
    name: 'lms/a-change-is-confirmed-and-not-kept',
    breaks: 'lms/create-read-update-delete',
    tamper: handling(() => async ({ what, body }, forward) => {
      if (what !== 'PATCH assignment' || !('title' in body) || 'due_date' in body) return await forward();
      const { title, ...rest } = body;
      const response = await forward({ body: rest });
      if (response.status !== 200) return response;
      const { data } = (await response.json()) as { data: Data };
      return withBody(response, { data: { ...data, title } });
    }),
  },
  {
    name: 'lms/a-deleted-assignment-is-still-read',
    breaks: 'lms/create-read-update-delete',
    tamper: handling(() => {
      const last = new Map<string, string>();
      return async ({ what, path }, forward) => {
        const response = await forward();
        if (what !== 'GET assignment') return response;
        if (response.status === 200) last.set(path, await response.clone().text());
        const known = response.status === 404 ? last.get(path) : undefined;
        return known === undefined ? response : withBody(response, known, 200);
      };
    }),
  },
];

const submissions: readonly ServerMutant[] = [
  {
    name: 'lms/a-limit-of-101-is-served',
    breaks: 'lms/submissions-listed',
    tamper: handling(() => async ({ what, url }, forward) => {
      const isOver = what === 'GET submissions' && url.searchParams.get('limit') === '101';
      return await (isOver ? forward({ url: url.href.replace('limit=101', 'limit=100') }) : forward());
    }),
  },
  {
    name: 'lms/a-limit-of-2-gives-3',
    breaks: 'lms/submissions-listed',
    tamper: handling(() => async ({ what, url }, forward) => {
      const isSmall = what === 'GET submissions' && url.searchParams.get('limit') === '2';
      if (!isSmall) return await forward();
      const response = await forward({ url: url.href.replace('limit=2', 'limit=3') });
      return new Response((await response.text()).replace('limit=3', 'limit=2'), response);
    }),
  },
  {
    name: 'lms/the-last-page-loses-a-student',
    breaks: 'lms/submissions-listed',
    tamper: changingData(['GET submissions'], (data: unknown[], { url }) =>
      url.searchParams.has('cursor') && url.searchParams.get('limit') === '2' ? data.slice(0, -1) : data,
    ),
  },
  {
    name: 'lms/submissions-of-another-assignment-are-listed',
    breaks: 'lms/submissions-listed',
    tamper: changingData(['GET submissions'], (data: Data[]) =>
      data.map((one) => ({ ...one, assignment_id: '99999999-9999-4999-8999-999999999999' })),
    ),
  },
  {
    name: 'lms/a-second-page-links-back',
    breaks: 'lms/submissions-listed',
    tamper: handling(() => async ({ what, url, path }, forward) => {
      const response = await forward();
      if (what !== 'GET submissions' || !url.searchParams.has('cursor') || response.status !== 200)
        return response;
      const { data, links = [] } = (await response.json()) as { data: unknown; links?: unknown[] };
      return withBody(response, {
        data,
        links: [...links, { rel: 'prev', uri: `${path}?limit=1&cursor=x` }],
      });
    }),
  },
  {
    name: 'lms/a-page-has-two-next-links',
    breaks: 'lms/submissions-listed',
    tamper: handling(() => async ({ what }, forward) => {
      const response = await forward();
      if (what !== 'GET submissions' || response.status !== 200) return response;
      const { data, links = [] } = (await response.json()) as { data: unknown; links?: { rel: string }[] };
      const next = links.filter((link) => link.rel === 'next');
      return withBody(response, { data, links: [...links, ...next] });
    }),
  },
];

const access: readonly ServerMutant[] = [
  {
    name: 'lms/v3.0-serves-submissions-as-well',
    breaks: 'lms/served-on-v3.1-only',
    tamper: handling(() => async ({ url }, forward) => {
      const isOther = /^\/v3\.0\/sections\/.*\/submissions$/.test(url.pathname);
      return await (isOther ? forward({ url: url.href.replace('/v3.0/', '/v3.1/') }) : forward());
    }),
  },
  {
    name: 'lms/v2.1-serves-assignments-as-well',
    breaks: 'lms/served-on-v3.1-only',
    tamper: handling(() => async ({ url }, forward) => {
      const isOther = /^\/v2\.1\/sections\/[^/]+\/assignments\/[^/]+$/.test(url.pathname);
      return await (isOther ? forward({ url: url.href.replace('/v2.1/', '/v3.1/') }) : forward());
    }),
  },
  {
    name: 'lms/the-agreement-is-asked-for-on-writes-only',
    breaks: 'lms/requires-agreement',
    tamper: handling((sandbox) => async ({ method, what, caller }, forward) => {
      const response = await forward();
      const isRead = method === 'GET' && what !== '' && caller.startsWith('Bearer sandbox-token-');
      return isRead && response.status === 403
        ? await forward({ caller: `Bearer ${sandbox.token}` })
        : response;
    }),
  },
  {
    name: 'lms/the-agreement-is-asked-for-on-reads-only',
    breaks: 'lms/requires-agreement',
    tamper: handling((sandbox) => async ({ what, caller }, forward) => {
      const response = await forward();
      const isCreate = what === 'POST assignments' && caller.startsWith('Bearer sandbox-token-');
      return isCreate && response.status === 403
        ? await forward({ caller: `Bearer ${sandbox.token}` })
        : response;
    }),
  },
];

const addresses: readonly ServerMutant[] = [
  {
    name: 'lms/v2.0-knows-assignments-that-do-not-exist',
    breaks: 'lms/served-on-v3.1-only',
    tamper: handling(() => async ({ url }, forward) => {
      const isOther = /^\/v2\.0\/sections\/[^/]+\/assignments\//.test(url.pathname);
      return isOther
        ? Response.json({ message: 'Assignment does not exist' }, { status: 404 })
        : await forward();
    }),
  },
];

const failedWrites: readonly ServerMutant[] = [
  {
    name: 'lms/a-refused-update-keeps-its-title',
    breaks: 'lms/failed-write-changes-nothing',
    tamper: handling(() => async ({ what, body }, forward) => {
      const response = await forward();
      if (what === 'PATCH assignment' && response.status === 400 && 'title' in body)
        await forward({ body: { title: body.title } });
      return response;
    }),
  },
  {
    name: 'lms/an-unknown-grader-is-refused-after-the-grade-was-stored',
    breaks: 'lms/failed-write-changes-nothing',
    tamper: handling(() => async ({ what, body }, forward) => {
      const response = await forward();
      const { grader_id: _, ...rest } = body;
      if (what === 'PATCH submission' && response.status === 400) await forward({ body: rest });
      return response;
    }),
  },
  {
    name: 'lms/a-made-up-token-is-refused-after-the-update',
    breaks: 'lms/failed-write-changes-nothing',
    tamper: handling((sandbox) => async ({ what, caller }, forward) => {
      const response = await forward();
      if (what === 'PATCH assignment' && response.status === 403 && !caller.includes('sandbox-token'))
        await forward({ caller: `Bearer ${sandbox.token}` });
      return response;
    }),
  },
  {
    name: 'lms/a-refused-update-hides-a-submission',
    breaks: 'lms/failed-write-changes-nothing',
    tamper: handling(() => {
      const refused = new Set<string>();
      return async ({ what, path }, forward) => {
        const response = await forward();
        if (what === 'PATCH assignment' && response.status === 400) refused.add(path);
        if (what !== 'GET submissions' || response.status !== 200) return response;
        if (!refused.has(path.replace(/\/submissions$/, ''))) return response;
        const page = (await response.json()) as { readonly data: readonly unknown[] };
        return withBody(response, { ...page, data: page.data.slice(0, -1) });
      };
    }),
  },
];

/** Sandboxes with one violation of LMS Connect each. */
export const lmsMutants: readonly ServerMutant[] = [
  ...assignments,
  ...lifetimes,
  ...unknownIds,
  ...choices,
  ...submissions,
  ...grades,
  ...regrades,
  ...access,
  ...addresses,
  ...failedWrites,
];
