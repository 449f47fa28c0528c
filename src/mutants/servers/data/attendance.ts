import { answering, rewriting, type ServerMutant } from '../../mutant.ts';
import { says } from '../errors/support.ts';
import { lookUp } from '../pagination/support.ts';
import { type Changeable, recordsOf, strayId } from './records.ts';
import { asked, ignoring } from './users.ts';

const apis = ['data-v3.1'] as const;
const ofSchools = /^\/v3\.1\/attendance\/schools\//;
const ofAll = /^\/v3\.1\/attendance\//;

/** The last entry of each page of some attendance is one of another school or section. */
function ofAnother(pattern: RegExp, field: 'school_id' | 'section_id'): ServerMutant['tamper'] {
  return rewriting(
    (_, url, response) => response.status === 200 && pattern.test(url.pathname),
    (body) => {
      const last = body.data.at(-1);
      if (last) last[field] = strayId;
      return body;
    },
  );
}

/** Servers of attendance with one violation of the category each. */
export const attendanceMutants: readonly ServerMutant[] = [
  {
    name: 'data/attendance-has-an-entry-of-another-school',
    breaks: 'data/attendance-owner',
    // With each filter, another entry comes last.
    alsoFails: ['data/attendance-filters'],
    apis,
    tamper: ofAnother(ofSchools, 'school_id'),
  },
  {
    name: 'data/attendance-has-an-entry-of-another-section',
    breaks: 'data/attendance-owner',
    // With each filter, another entry comes last.
    alsoFails: ['data/attendance-filters'],
    apis,
    tamper: ofAnother(/^\/v3\.1\/attendance\/sections\//, 'section_id'),
  },
  {
    name: 'data/attendance-of-schools-is-refused',
    breaks: 'data/operation-answers',
    apis,
    tamper: answering(
      (_, { pathname }) => ofSchools.test(pathname),
      (response) => says(response, 404, 'Resource not found'),
    ),
  },
  {
    name: 'data/attendance-of-a-section-is-that-of-another',
    breaks: 'data/attendance-owner',
    apis,
    tamper: (sandbox) => async (request) => {
      const url = new URL(request.url);
      const [, , , group, id = ''] = url.pathname.split('/');
      const response = await sandbox.fetch(request);
      if (group !== 'sections' || response.status !== 200 || !ofAll.test(url.pathname)) return response;
      const sections = await lookUp(sandbox, request, '/v3.1/sections?limit=10000');
      const all = recordsOf(await sections.json());
      const own = all.find((one) => one.id === id)?.students ?? [];
      const isOther = ({ students }: Changeable) => !students.some((one: string) => own.includes(one));
      const path = url.pathname.replace(id, all.find(isOther)?.id ?? id) + url.search;
      const other = await (await lookUp(sandbox, request, path)).json();
      const text = JSON.stringify(other).replaceAll(/"section_id":"\w+",?/g, '');
      return new Response(text.replaceAll(path.split('?')[0] ?? '', url.pathname), {
        headers: response.headers,
      });
    },
  },
  ...(['date_range_start', 'date_range_end', 'attendance_status'] as const).map(
    (parameter): ServerMutant => ({
      name: `data/${parameter.replaceAll('_', '-')}-is-ignored`,
      breaks: 'data/attendance-filters',
      apis,
      tamper: ignoring(ofAll, parameter),
    }),
  ),
  {
    name: 'data/a-date-range-lacks-late-entries',
    breaks: 'data/attendance-filters',
    apis,
    tamper: asked(ofSchools, 'date_range_start', (body) => ({
      ...body,
      data: body.data.filter((one: Changeable) => one.attendance_status !== 'tardy'),
    })),
  },
  {
    name: 'data/no-status-has-the-excused',
    breaks: 'data/attendance-filters',
    apis,
    tamper: asked(ofAll, 'attendance_status', (body) => ({
      ...body,
      data: body.data.filter((one: Changeable) => !('excuse_code' in one)),
    })),
  },
];
