import type { Draft, Resource } from '../data/schema.ts';
import { type Random, randomFor } from '../seed/random.ts';

/** Languages with their codes; a few of the published 152. */
const languages = [
  ['English', 'eng'],
  ['Spanish', 'spa'],
  ['Vietnamese', 'vie'],
  ['Haitian Creole', 'hat'],
  ['Other', 'other'],
] as const;

const disabilities = [
  ['aut', 'Autism'],
  ['hi', 'Hearing impairment'],
  ['sld', 'Specific learning disability'],
  ['other', 'Other'],
] as const;

/** A generator for what a record has in later versions: it depends on the id alone, so events and lists agree. */
export function randomOf(seed: number, id: string): Random {
  return randomFor(seed ^ 0x3a11, Number.parseInt(id.slice(0, 8), 16));
}

/** When a record without timestamps was created and changed: its id says so. */
export function stampsOf(id: string): { readonly created: string; readonly last_modified: string } {
  const createdMs = Number.parseInt(id.slice(0, 8), 16) * 1000;
  const modifiedMs = createdMs + (Number.parseInt(id.slice(18), 16) % 5_000_000);
  return {
    created: new Date(createdMs).toISOString(),
    last_modified: new Date(modifiedMs).toISOString(),
  };
}

const yes = (random: Random, odds: number): string => (random.oneIn(9) ? '' : random.oneIn(odds) ? 'Y' : 'N');

/** What versions after v2.0 say of a record; each describes some of it. Optional values are sometimes missing, sometimes empty. */
export function addedTo(collection: Resource, record: Draft, random: Random): Draft {
  switch (collection) {
    case 'students':
      return addedToStudent(random, record);
    case 'teachers':
      return { ext: random.oneIn(4) ? { admin_permissions: 'none' } : {} };
    case 'school_admins':
      return addedToStaff(random);
    case 'districts':
      return addedToDistrict(random, record);
    case 'schools':
      return { ext: random.oneIn(4) ? { region: 'North' } : {} };
    case 'sections':
      return { ext: {}, ...lmsStatus(random) };
    default:
      return {};
  }
}

function addedToStudent(random: Random, { school, name }: Draft): Draft {
  const added: Draft = { enrollments: [], ext: {} };
  if (random.oneIn(3)) {
    added.enrollments = random.oneIn(4)
      ? [{ school }]
      : [{ end_date: '2026-06-12', school, start_date: '2025-08-18' }];
  }
  if (random.oneIn(5)) added.ext = { bus_route: `Route ${1 + random.int(30)}` };
  if (!random.oneIn(4)) {
    const [code, type] = random.oneIn(3) ? random.pick(disabilities) : ['', ''];
    added.disability = {
      ...(random.oneIn(9) ? {} : { disability_code: code }),
      disability_status: code === '' ? 'N' : 'Y',
      disability_type: type,
    };
  }
  if (!random.oneIn(5)) added.frl_status = random.pick(['Free', 'Reduced', 'Paid', 'Other', '']);
  if (!random.oneIn(5)) added.gifted_status = yes(random, 9);
  if (!random.oneIn(4)) {
    const [language, code] = random.pick(languages);
    added.home_language = language;
    added.home_language_code = code;
  }
  if (!random.oneIn(5)) added.iep_status = yes(random, 8);
  if (random.oneIn(6)) {
    const { first, last } = name as { first: string; last: string };
    added.preferred_name = { first: first.slice(0, 3), last, ...(random.oneIn(3) ? { middle: '' } : {}) };
  }
  if (!random.oneIn(5)) added.section_504_status = yes(random, 12);
  if (random.oneIn(4)) added.weighted_gpa = `${1 + random.int(4)}.${random.int(10)}`;
  if (random.oneIn(4)) added.unweighted_gpa = `${1 + random.int(3)}.${random.int(10)}`;
  return added;
}

function addedToStaff(random: Random): Draft {
  return {
    ...(random.oneIn(2) ? { department: random.oneIn(4) ? '' : 'Front office' } : {}),
    ext: {},
    roles: random.oneIn(3) ? [] : [random.pick(['Principal', 'Counselor', 'Registrar'])],
  };
}

function addedToDistrict(random: Random, { id, last_sync, name }: Draft): Draft {
  const contactId = `${String(id).slice(0, 23)}c`;
  return {
    district_contact: {
      district: id,
      email: `data.office@district.example.org`,
      id: contactId,
      name: { first: 'Morgan', last: 'Placeholder' },
      title: 'Data coordinator',
    },
    last_attendance_sync: last_sync,
    last_lms_sync: last_sync,
    lms_matched_percentage: {},
    lms_state: 'success',
    lms_type: 'canvas',
    login_methods: random.oneIn(2) ? ['Clever Passwords', 'Clever Badges'] : ['Google'],
    pause_end: '2026-07-31T00:00:00.000Z',
    pause_start: '2026-06-15T00:00:00.000Z',
    portal_url: `https://portal.example.org/${String(name).split(' ')[0]?.toLowerCase()}`,
  };
}

/** Whether a record is in the district's LMS; only where the district asked for it. */
export function lmsStatus(random: Random): Draft {
  return random.oneIn(6) ? {} : { lms_status: { synced_in_lms: !random.oneIn(5) } };
}
