import { azureFile } from './azure.ts';
import { circleciFile } from './circleci.ts';
import { githubFile } from './github.ts';
import { gitlabFile } from './gitlab.ts';
import { jenkinsFile } from './jenkins.ts';
import type { CiFile, CiJob } from './job.ts';

/** The CI systems that `init` writes a file for. */
export const systems = {
  github: githubFile,
  gitlab: gitlabFile,
  jenkins: jenkinsFile,
  azure: azureFile,
  circleci: circleciFile,
} as const satisfies Readonly<Record<string, (job: CiJob) => CiFile>>;

export type CiSystem = keyof typeof systems;
export const systemNames = Object.keys(systems) as readonly CiSystem[];
