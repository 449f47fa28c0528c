import { rewriting, type ServerMutant } from '../../mutant.ts';
import { type Changeable, strayId } from './records.ts';
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
