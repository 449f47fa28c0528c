import type { Draft, Relation } from '../data/schema.ts';
import type { Maker } from './maker.ts';
import { gradeOf, studentsOf } from './people.ts';
import { schoolKind } from './places.ts';
import { classSize, type DistrictPlan } from './plan.ts';
import { grades, subjects } from './words.ts';

/**
 * Students of a section, ascending. A school's students are ordered by grade; its sections take twenty each, in several
 * rounds with a different subject per round. So a class has one age, and a student is in about five sections.
 */
export function studentsOfSection(district: DistrictPlan, section: number): readonly number[] {
  const school = section % district.schools;
  const enrolled = studentsOf(district, school);
  const size = Math.min(classSize, enrolled);
  if (size === 0) return [];
  const start = (Math.floor(section / district.schools) * size) % enrolled;
  return Array.from({ length: size }, (_, n) => school + district.schools * ((start + n) % enrolled)).sort(
    (a, b) => a - b,
  );
}

/** The round, which determines subject, period and term. */
function roundOf(district: DistrictPlan, section: number): number {
  const enrolled = studentsOf(district, section % district.schools);
  const size = Math.min(classSize, enrolled);
  return size === 0 ? 0 : Math.floor((Math.floor(section / district.schools) * size) / enrolled);
}

/** One teacher, sometimes two, rarely none. The first sections of a school are complete. */
function teachersOfSection(district: DistrictPlan, section: number): readonly number[] {
  const school = section % district.schools;
  const local = Math.floor(section / district.schools);
  if (local > 10 && local % 50 === 33) return [];
  const main = local % district.teachersPerSchool;
  const locals = local % 6 === 5 ? [main, (main + 1) % district.teachersPerSchool] : [main];
  return locals.map((one) => school + district.schools * one);
}

export const makeSection: Maker = ({ district, index, key, random, id, stamps, districtId, idAt }) => {
  const school = index % district.schools;
  const local = Math.floor(index / district.schools);
  const complete = local < 5;
  const students = studentsOfSection(district, index);
  const teachers = teachersOfSection(district, index);
  const round = roundOf(district, index);
  const subjectAt = (round * 2 + school + (round > 2 ? 1 : 0)) % subjects.length;
  const [subject, short] = subjects[subjectAt] ?? ['other', 'Elective'];
  const gradeAt = students[0] === undefined ? schoolKind(school).from : gradeOf(district, students[0]);
  const course = complete || local % 15 !== 14 ? subjectAt * grades.length + gradeAt : undefined;
  const term = complete || local % 20 !== 19 ? (round === 0 ? 0 : 1 + (round % 2)) : undefined;
  const { base } = district;

  const json: Draft = {};
  const rows: (readonly [Relation, number, number])[] = [['sectionSchool', key, base.schools + school]];
  if (course !== undefined) {
    json.course = idAt('courses', course);
    rows.push(['sectionCourse', key, base.courses + course]);
  }
  json.created = stamps.created;
  json.district = districtId;
  if (complete || !random.oneIn(10)) json.grade = grades[gradeAt];
  json.id = id;
  json.last_modified = stamps.last_modified;
  json.name = `${short} ${grades[gradeAt]} - ${local + 1}`;
  if (!random.oneIn(6)) json.period = random.oneIn(12) ? '' : `${round + 1}`;
  json.school = idAt('schools', school);
  if (!random.oneIn(5)) json.section_number = random.oneIn(9) ? '' : `${local + 1}`;
  json.sis_id = `s${10_000 + index}`;
  json.students = students.map((one) => idAt('students', one));
  json.subject = subject;
  if (teachers[0] !== undefined) json.teacher = idAt('teachers', teachers[0]);
  json.teachers = [...teachers].sort((a, b) => a - b).map((one) => idAt('teachers', one));
  if (term !== undefined) {
    json.term_id = idAt('terms', term);
    rows.push(['sectionTerm', key, base.terms + term]);
  }
  for (const one of teachers) rows.push(['sectionTeacher', key, base.teachers + one]);
  for (const one of students) rows.push(['sectionStudent', key, base.students + one]);
  return { json, relations: rows };
};
