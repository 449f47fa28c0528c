import { jobListIn, mainList } from '../contracts/jobs.ts';
import { allProfiles, type Profile, profiles } from '../contracts/profiles.ts';
import type { Job } from './observation.ts';

/** What a reading job asks for. */
export interface AskedList {
  /** As in the job, and below the prefix of a version: `users?role=student`. */
  readonly path: string;
  /** `users`. */
  readonly name: string;
  /** The parameters that make it the list that it is; any others are the client's choice. */
  readonly filters: readonly (readonly [name: string, value: string])[];
}

/** `undefined` for the write jobs. */
export function listOf(job: Job): AskedList | undefined {
  if (!job.startsWith('sync:')) return undefined;
  const path = job.slice('sync:'.length);
  const [name = '', query] = path.split('?', 2);
  return { path, name, filters: [...new URLSearchParams(query)] };
}

/** Whether a request asks for a list. `name`: its path below the prefix, `users`. */
export function asksFor(list: AskedList, name: string, query: URLSearchParams): boolean {
  return name === list.name && list.filters.every(([filter, value]) => query.get(filter) === value);
}

/** The job of a scenario as a client of a version is given it: `sync:users?role=student` for `sync:students`. */
export function jobIn({ document }: Profile, job: Job): Job {
  const list = listOf(job);
  return list ? `sync:${jobListIn(document, list.path).path}` : job;
}

/** The versions of the Data API that a client can be judged by. */
export const dataProfiles: readonly Profile[] = allProfiles.filter(({ kind }) => kind === 'data');

/** What a client is judged by that reads this version: LMS Connect is the same for all. */
export function profilesWith(data: Profile): readonly Profile[] {
  return [data, ...profiles.filter(({ kind }) => kind !== 'data')];
}

/** The job that almost every client does. */
export function mainJobIn(profile: Profile): Job {
  return jobIn(profile, `sync:${mainList}`);
}

/** What a client does that does not do all jobs: `sync` reads lists, `grades` writes assignments and submissions. */
export type OnlyJobs = 'sync' | 'grades';
