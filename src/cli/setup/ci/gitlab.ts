import { baselineName, type CiFile, type CiJob, reportFolder, tarball } from './job.ts';

/** A file to include: a project has one `.gitlab-ci.yml`, which may exist. */
export function gitlabFile({ side, words: [verb = side, ...words] }: CiJob): CiFile {
  const name = 'clever-conformance.gitlab-ci.yml';
  return {
    name,
    next: `include it: "include: ${name}" in .gitlab-ci.yml`,
    text: `# Judges this ${side} against the documentation of the Clever API. The report is an artifact of the job.
clever-conformance:
  image: node:24
  script:
    # The package is on no registry: npm pack in a checkout of it writes this file; a git URL works, too.
    - npm install --no-save ./${tarball}
${side === 'server' ? '    # CLEVER_TOKEN is a masked variable of the project (Settings, CI/CD).\n' : '    # Install here what your client needs.\n'}    - >-
      npx clever-conformance ${verb}
      --baseline ${baselineName}
      --out ${reportFolder}
      ${words.join(' ')}
  artifacts:
    when: always
    paths: [${reportFolder}]
    reports:
      junit: ${reportFolder}/junit.xml
`,
  };
}
