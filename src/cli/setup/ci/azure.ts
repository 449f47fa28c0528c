import { baselineName, type CiFile, type CiJob, reportFolder, tarball } from './job.ts';

/** A pipeline of its own: a project may have several. */
export function azureFile({ side, words: [verb = side, ...words] }: CiJob): CiFile {
  const server = side === 'server';
  const name = 'clever-conformance.azure-pipelines.yml';
  return {
    name,
    next: `make a pipeline of ${name} (Pipelines, New pipeline, Existing YAML file)`,
    text: `# Judges this ${side} against the documentation of the Clever API. The report is an artifact of the run.
pool:
  vmImage: ubuntu-latest
steps:
  - task: UseNode@1
    inputs:
      version: 24.x
  # The package is on no registry: npm pack in a checkout of it writes this file; a git URL works, too.
  - script: npm install --no-save ./${tarball}
    displayName: Install
${server ? '' : '  # Install here what your client needs.\n'}  - script: >-
      npx clever-conformance ${verb}
      --baseline ${baselineName}
      --out ${reportFolder}
      ${words.join(' ')}
    displayName: Judge
${server ? '    # A secret variable of the pipeline.\n    env:\n      CLEVER_TOKEN: $(CLEVER_TOKEN)\n' : ''}  - task: PublishTestResults@2
    condition: always()
    inputs:
      testResultsFormat: JUnit
      testResultsFiles: ${reportFolder}/junit.xml
  - publish: ${reportFolder}
    artifact: conformance-report
    condition: always()
`,
  };
}
