import { rewriting, type ServerMutant } from '../../mutant.ts';
import { ignoring } from '../data/users.ts';
import type { ListBody } from './support.ts';

const apis = ['data-v3.1'] as const;
const ofAttendance = /^\/v3\.1\/attendance\//;

/** Changes the pages of attendance. */
function repaging(change: (page: ListBody, url: URL) => void): ServerMutant['tamper'] {
  return rewriting(
    (_, url, response) => response.status === 200 && ofAttendance.test(url.pathname),
    (page, _, url) => {
      if (page.data.length > 0) change(page, url);
      return page;
    },
  );
}

/** Servers of attendance that page it wrongly. */
export const attendancePageMutants: readonly ServerMutant[] = [
  {
    name: 'pagination/attendance-ends-with-the-first-page',
    breaks: 'pagination/attendance-paginates',
    apis,
    tamper: repaging((page) => {
      page.links = page.links.filter(({ rel }) => rel !== 'next');
    }),
  },
  {
    name: 'pagination/attendance-repeats-an-entry-on-the-next-page',
    breaks: 'pagination/attendance-paginates',
    apis,
    tamper: (sandbox) => {
      let last: ListBody['data'][number] | undefined;
      return repaging((page, url) => {
        if (url.searchParams.has('starting_after') && last) page.data.unshift(last);
        last = page.data.at(-1);
      })(sandbox);
    },
  },
  {
    name: 'pagination/attendance-skips-an-entry-between-pages',
    breaks: 'pagination/attendance-paginates',
    apis,
    tamper: repaging((page, url) => {
      if (url.searchParams.has('starting_after')) page.data.shift();
    }),
  },
  {
    name: 'pagination/attendance-ignores-its-limit',
    breaks: 'pagination/attendance-paginates',
    apis,
    tamper: ignoring(ofAttendance, 'limit'),
  },
  {
    name: 'pagination/attendance-leads-back-to-the-first-page-only',
    breaks: 'pagination/attendance-paginates',
    apis,
    tamper: ignoring(ofAttendance, 'ending_before'),
  },
  {
    name: 'pagination/attendance-links-lead-to-another-list',
    breaks: 'pagination/attendance-paginates',
    apis,
    tamper: repaging((page) => {
      for (const link of page.links)
        if (link.rel === 'next') link.uri = link.uri.replace(/attendance\/(\w+)\/\w+/, '$1');
    }),
  },
];
