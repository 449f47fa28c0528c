import { baselineName, type CiFile, type CiJob, reportFolder, tarball } from './job.ts';

/** A declarative pipeline in a container, so that the agent needs no Node. */
export function jenkinsFile({ side, words: [verb = side, ...words] }: CiJob): CiFile {
  const server = side === 'server';
  const command = `npx clever-conformance ${verb} --baseline ${baselineName} --out ${reportFolder} ${words.join(' ')}`;
  const name = 'clever-conformance.Jenkinsfile';
  return {
    name,
    next: `make a pipeline job of ${name} (Definition: Pipeline script from SCM)`,
    text: `// Judges this ${side} against the documentation of the Clever API. The report is an artifact of the build.
pipeline {
  agent { docker { image 'node:24' } }
${server ? "  // A secret text of the credentials of Jenkins.\n  environment { CLEVER_TOKEN = credentials('clever-token') }\n" : ''}  stages {
    stage('Clever conformance') {
      steps {
        // The package is on no registry: npm pack in a checkout of it writes this file; a git URL works, too.
        sh 'npm install --no-save ./${tarball}'
${server ? '' : '        // Install here what your client needs.\n'}        sh ${groovyText(command)}
      }
    }
  }
  post {
    always {
      junit '${reportFolder}/junit.xml'
      archiveArtifacts artifacts: '${reportFolder}/**'
    }
  }
}
`,
  };
}

/** A text in single quotes: Groovy reads escapes in it, and no variables. */
function groovyText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
