import { baselineName, type CiFile, type CiJob, reportFolder, tarball } from './job.ts';

/** A configuration of its own: the main one may exist, and can call it or take its job over. */
export function circleciFile({ side, words: [verb = side, ...words] }: CiJob): CiFile {
  const server = side === 'server';
  const name = '.circleci/clever-conformance.yml';
  return {
    name,
    next: `take its job over into .circleci/config.yml, or make a pipeline of ${name} (Project settings, Pipelines)`,
    text: `# Judges this ${side} against the documentation of the Clever API. The report is an artifact of the job.
version: 2.1
jobs:
  clever-conformance:
    docker:
      - image: node:24
    steps:
      - checkout
      # The package is on no registry: npm pack in a checkout of it writes this file; a git URL works, too.
      - run: npm install --no-save ./${tarball}
${server ? '      # CLEVER_TOKEN is a variable of the project (Project settings, Environment variables).\n' : '      # Install here what your client needs.\n'}      - run:
          name: Judge
          command: >-
            npx clever-conformance ${verb}
            --baseline ${baselineName}
            --out ${reportFolder}
            ${words.join(' ').replaceAll('<<', '\\<<')}
      - store_test_results:
          path: ${reportFolder}/junit.xml
      - store_artifacts:
          path: ${reportFolder}
workflows:
  conformance:
    jobs:
      - clever-conformance
`,
  };
}
