import type { Draft } from '../data/schema.ts';
import type { Maker } from './maker.ts';
import { location, schoolKind } from './places.ts';
import { type DistrictPlan, firstContacts } from './plan.ts';
import type { Random } from './random.ts';
import {
  contactTypes,
  firstNames,
  grades,
  lastNames,
  phoneTypes,
  races,
  relationships,
  titles,
} from './words.ts';

/** A made-up name and its ASCII form for addresses. */
function person(random: Random): { first: string; last: string; login: string } {
  const [first, firstAscii] = random.pick(firstNames);
  const [last, lastAscii] = random.pick(lastNames);
  return { first, last, login: `${firstAscii}.${lastAscii}` };
}

/** How many students the n-th school has: students are dealt out in turn. */
export function studentsOf(district: DistrictPlan, school: number): number {
  return Math.max(0, Math.ceil((district.students - school) / district.schools));
}

/** Index of a student's grade in `grades`: a school's students are ordered by grade. */
export function gradeOf(district: DistrictPlan, student: number): number {
  const school = student % district.schools;
  const kind = schoolKind(school);
  const local = Math.floor(student / district.schools);
  const span = kind.to - kind.from + 1;
  return (
    kind.from + Math.min(span - 1, Math.floor((local * span) / Math.max(1, studentsOf(district, school))))
  );
}

/** The person's own school, and for a few a second one. */
function schoolsOf(district: DistrictPlan, index: number, hasSecond: boolean): number[] {
  const own = index % district.schools;
  return hasSecond ? [own, (own + 1) % district.schools] : [own];
}

export const makeStudent: Maker = ({ district, index, key, random, id, stamps, districtId, idAt }) => {
  const { first, last, login } = person(random);
  const grade = gradeOf(district, index);
  const schools = schoolsOf(district, index, index % 40 === 7);
  const json: Draft = {
    created: stamps.created,
    credentials: { district_username: random.oneIn(12) ? '' : `${login}${index + 1}` },
    district: districtId,
  };
  if (!random.oneIn(30)) json.dob = `${1 + random.int(12)}/${1 + random.int(28)}/${2020 - grade}`;
  if (!random.oneIn(6)) json.ell_status = random.oneIn(8) ? '' : random.oneIn(6) ? 'Y' : 'N';
  if (!random.oneIn(10)) json.email = `${login}${index + 1}@students.example.org`;
  if (!random.oneIn(10)) json.gender = random.oneIn(14) ? '' : random.oneIn(2) ? 'F' : 'M';
  json.grade = grades[grade];
  if (random.oneIn(3)) json.graduation_year = random.oneIn(3) ? '' : `${2038 - grade}`;
  if (!random.oneIn(8)) json.hispanic_ethnicity = random.oneIn(9) ? '' : random.oneIn(4) ? 'Y' : 'N';
  json.id = id;
  json.last_modified = stamps.last_modified;
  if (!random.oneIn(4)) json.location = location(random);
  json.name = random.oneIn(3)
    ? { first, last }
    : { first, last, middle: random.oneIn(4) ? '' : first.slice(0, 1) };
  if (!random.oneIn(6)) json.race = random.pick(races);
  json.school = idAt('schools', schools[0] ?? 0);
  json.schools = schools.map((one) => idAt('schools', one)).sort();
  json.sis_id = `${200_000 + index}`;
  if (!random.oneIn(4)) json.state_id = `${71_000_000 + index * 3}`;
  if (!random.oneIn(4)) json.student_number = random.oneIn(15) ? '' : `${200_000 + index}`;
  return { json, relations: schools.map((one) => ['studentSchool', key, district.base.schools + one]) };
};

export const makeTeacher: Maker = ({ district, index, key, random, id, stamps, districtId, idAt }) => {
  const { first, last, login } = person(random);
  const schools = schoolsOf(district, index, index % 15 === 4);
  const json: Draft = { created: stamps.created };
  if (!random.oneIn(4))
    json.credentials = { district_username: random.oneIn(9) ? '' : `${login}.t${index + 1}` };
  json.district = districtId;
  if (!random.oneIn(9)) json.email = `${login}.${index + 1}@schools.example.org`;
  json.id = id;
  json.last_modified = stamps.last_modified;
  json.name = random.oneIn(4) ? { first, last, middle: 'Q' } : { first, last };
  json.school = idAt('schools', schools[0] ?? 0);
  json.schools = schools.map((one) => idAt('schools', one)).sort();
  json.sis_id = `${50_000 + index}`;
  if (random.oneIn(2)) json.state_id = `${6_000_000 + index}`;
  if (!random.oneIn(3)) json.teacher_number = `${700 + index}`;
  if (!random.oneIn(3)) json.title = random.pick(titles);
  return { json, relations: schools.map((one) => ['teacherSchool', key, district.base.schools + one]) };
};

export const makeContact: Maker = ({ district, index, key, random, id, districtId, idAt }) => {
  const { first, last, login } = person(random);
  const students = studentsOfContact(district, index);
  const json: Draft = { district: districtId };
  if (!random.oneIn(3)) json.email = `${login}@families.example.org`;
  json.id = id;
  json.name = random.oneIn(40) ? '' : `${first} ${last}`;
  if (!random.oneIn(3)) json.phone = `555-01${10 + random.int(90)}`;
  if (!random.oneIn(3)) json.phone_type = random.pick(phoneTypes);
  if (!random.oneIn(4)) json.relationship = random.pick(relationships);
  if (random.oneIn(2)) json.sis_id = `c${30_000 + index}`;
  json.students = students.map((one) => idAt('students', one));
  json.type = random.pick(contactTypes);
  return { json, relations: students.map((one) => ['contactStudent', key, district.base.students + one]) };
};

/** Nine of ten students have their own contact; some share it with the next student (siblings). */
function studentsOfContact(district: DistrictPlan, contact: number): number[] {
  if (district.students === 0) return [];
  const first = firstContacts(district.students);
  if (contact >= first) return [((contact - first) * 4) % district.students];
  const student = contact + Math.floor(contact / 9);
  return contact % 7 === 3 && student + 1 < district.students ? [student, student + 1] : [student];
}

export const makeSchoolAdmin: Maker = ({ district, index, key, random, id, districtId, idAt }) => {
  const { first, last, login } = person(random);
  const schools = schoolsOf(district, index, index >= district.schools).sort((a, b) => a - b);
  const json: Draft = {
    credentials: { district_username: random.oneIn(5) ? '' : `${login}.sa` },
    district: districtId,
    email: `${login}.sa${index + 1}@schools.example.org`,
    id,
    name: { first, last },
    schools: schools.map((one) => idAt('schools', one)),
    staff_id: `${8_000 + index}`,
  };
  if (random.oneIn(2)) json.title = 'Assistant Principal';
  return { json, relations: schools.map((one) => ['adminSchool', key, district.base.schools + one]) };
};

export const makeDistrictAdmin: Maker = ({ index, random, id, districtId }) => {
  const { first, last, login } = person(random);
  const json: Draft = { district: districtId, email: `${login}.da${index + 1}@district.example.org`, id };
  if (!random.oneIn(4)) json.name = { first, last };
  if (!random.oneIn(3)) json.title = random.oneIn(4) ? '' : 'Data Steward';
  return { json, relations: [] };
};
