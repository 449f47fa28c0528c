import { baselineName, type CiFile, type CiJob, reportFolder, tarball } from './job.ts';

/** Actions are pinned to major versions, so that they receive fixes. */
export function githubFile({ side, words: [verb = side, ...words] }: CiJob): CiFile {
  const server = side === 'server';
  return {
    name: '.github/workflows/clever-conformance.yml',
    text: `# Judges this ${side} against the documentation of the Clever API. The report is an artifact of the run.
name: Clever conformance
on: [push, pull_request]
permissions:
  contents: read
jobs:
  conformance:
    runs-on: ubuntu-latest
${server ? '    # A pull request from a fork gets no secrets, so it has no token.\n    if: github.event.pull_request.head.repo.fork != true\n' : ''}    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
        with:
          node-version: 24
      # The package is on no registry: npm pack in a checkout of it writes this file; a git URL works, too.
      - name: Install
        run: npm install --no-save ./${tarball}
${server ? '' : '      # Install here what your client needs.\n'}      - name: Judge
${server ? `        env:\n          CLEVER_TOKEN: \${{ secrets.CLEVER_TOKEN }}\n` : ''}        run: >-
          npx clever-conformance ${verb}
          --baseline ${baselineName}
          --out ${reportFolder}
          --reporter markdown:$GITHUB_STEP_SUMMARY github:reports/annotations.txt
          ${words.join(' ')}
      - name: Annotate
        if: always()
        run: test ! -f reports/annotations.txt || cat reports/annotations.txt
      - uses: actions/upload-artifact@v7
        if: always()
        with:
          name: conformance-report
          path: ${reportFolder}
`,
  };
}
