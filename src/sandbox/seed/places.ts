import type { Draft } from '../data/schema.ts';
import type { Maker } from './maker.ts';
import type { Random } from './random.ts';
import { firstNames, grades, lastNames, places, stateCodes, streets, subjects } from './words.ts';

/** A postal address; parts are sometimes missing or empty, as in source systems. */
export function location(random: Random): Record<string, string> {
  const town = random.pick(places);
  const full = {
    address: `${1 + random.int(998)} ${random.pick(places)} ${random.pick(streets)}`,
    city: town,
    state: random.pick(stateCodes),
    zip: `00${100 + random.int(900)}`,
  };
  if (random.oneIn(9)) return { ...full, address: '', lat: '', lon: '' };
  return random.oneIn(9) ? { city: full.city, state: full.state } : full;
}

/** The three kinds of school, with the grades that they teach. */
export const schoolKinds = [
  { name: 'Elementary School', from: 0, to: 5 },
  { name: 'Middle School', from: 6, to: 8 },
  { name: 'High School', from: 9, to: 12 },
] as const;

/** The kind of the n-th school of a district. */
export function schoolKind(school: number): (typeof schoolKinds)[number] {
  return schoolKinds[school % schoolKinds.length] ?? schoolKinds[0];
}

export const makeDistrict: Maker = ({ plan, which, random, id, createdS }) => {
  const json = {
    error: '',
    id,
    last_sync: new Date((createdS + 86_400 * 180) * 1000 + 250).toISOString(),
    launch_date: `20${17 + random.int(7)}-0${1 + random.int(9)}-1${random.int(10)}`,
    mdr_number: `${10_000_000 + random.int(9_000_000)}`,
    name: `${places[(plan.seed * 7 + which * 3 + 1) % places.length]} Unified (made up)`,
    nces_id: which === 0 ? `00${10_000 + random.int(90_000)}` : '',
    sis_type: 'sftp_sync',
    state: 'running',
  };
  return { json, relations: [] };
};

export const makeSchool: Maker = ({ district, index, random, id, stamps, districtId }) => {
  const kind = schoolKind(index);
  const name = `${places[(index * 3 + random.int(3)) % places.length]} ${kind.name}`;
  const json: Draft = { ...stamps, district: districtId, high_grade: grades[kind.to], id };
  if (!random.oneIn(5)) json.location = location(random);
  json.low_grade = grades[kind.from];
  if (random.oneIn(3)) json.mdr_number = `${1_000_000 + random.int(900_000)}`;
  json.name = district.schools > 20 ? `${name} ${index + 1}` : name;
  if (!random.oneIn(4)) json.nces_id = random.oneIn(4) ? '' : `0012345${10_000 + index}`;
  if (!random.oneIn(4)) json.phone = `555-01${10 + random.int(90)}`;
  const [first, ascii] = random.pick(firstNames);
  const [last, lastAscii] = random.pick(lastNames);
  json.principal = random.oneIn(6)
    ? {}
    : { email: `${ascii}.${lastAscii}@schools.example.org`, name: `${first} ${last}` };
  json.school_number = `${100 + index}`;
  json.sis_id = `${9_255 + index}`;
  if (random.oneIn(2)) json.state_id = `${23_500 + index}`;
  return { json, relations: [] };
};

/** Courses are a grid of subject and grade, so that a section can compute its course's index. */
export const makeCourse: Maker = ({ index, random, id, districtId }) => {
  const subject = subjects[Math.floor(index / grades.length) % subjects.length]?.[1] ?? 'Elective';
  const grade = grades[index % grades.length] ?? '1';
  const json: Draft = { district: districtId, id };
  if (index === 0 || !random.oneIn(25)) json.name = `${subject} ${grade}`;
  if (index === 0 || !random.oneIn(8))
    json.number = random.oneIn(10) ? '' : `${subject.slice(0, 3).toUpperCase()}-${grade}`;
  return { json, relations: [] };
};

const termRows = [
  ['School year 2025-26', '2025-08-18', '2026-06-12'],
  ['Fall 2025', '2025-08-18', '2025-12-19'],
  ['Spring 2026', '2026-01-05', '2026-06-12'],
  ['Summer bridge', '', ''],
  ['', '2025-10-06', '2025-12-19'],
] as const;

export const makeTerm: Maker = ({ index, id, districtId }) => {
  const [name, start, end] = termRows[index % termRows.length] ?? termRows[0];
  const json: Draft = { district: districtId, id };
  if (end) json.end_date = end;
  json.name = name;
  if (start) json.start_date = start;
  return { json, relations: [] };
};
