/** Directory of a report with all that a client printed. */
export const outputFolder = 'output';

/** What a client printed in a scenario, as a file in the report directory. */
export function outputFile(scenario: string): string {
  return `${outputFolder}/${scenario.replaceAll('/', '.')}.txt`;
}
