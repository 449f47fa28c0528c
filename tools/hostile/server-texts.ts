import type { Answer, Hostile } from './hostile-server.ts';
import type { Run } from './process.ts';
import { id, json } from './server-answers.ts';

/** Every text that misleads a reader of the terminal, of a CI log, of HTML, XML, Markdown or a spreadsheet. */
const texts: readonly (readonly [row: number, what: string, text: string])[] = [
  [42, 'control sequences', '\u001b[2J\u001b]0;owned\u0007\u009b31m\rPASSED'],
  [43, 'invisible and reversing letters', '\u202egnp.exe\u2066\u200b\ufeffadmin'],
  [
    44,
    'commands of CI systems',
    '\n::error::owned\n##vso[task.setvariable variable=x]y\n##teamcity[testFailed]',
  ],
  [
    45,
    'markup',
    '<script>alert(1)</script><img src=x onerror=alert(1)>"><svg/onload=alert(1)></script><!--<script>',
  ],
  [46, 'a link that runs', 'javascript:alert(1)'],
  [47, 'Markdown', '![x](http://track.example/x.png) @org/team <details> `|`'],
  [48, 'what XML cannot hold', ']]>&amp;\u0000\uffff\ud800'],
  [49, 'a formula', '=cmd|calc'],
  [50, 'a message of 5 MiB', 'm'.repeat(5 * 1024 * 1024)],
];
const record = (text: string) =>
  JSON.stringify({
    data: [{ data: { id: id(1), name: { first: text }, [text.slice(0, 60)]: text } }],
    links: [],
    error: text,
  });
/** Has the text as an error, as a value, and in the name of a field. */
export const speaks = (text: string) => () => {
  const body = record(text);
  return ((_request, response) =>
    response.writeHead(200, { ...json, 'x-request-id': 'x' }).end(body)) as Answer;
};
/** Nothing of a text takes effect in what the suite prints and writes. */
export const isInert = (run: Run): string => {
  const html = run.report('report.html');
  const xml = run.report('junit.xml');
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/.test(run.text))
    return 'control characters on the terminal';
  if (/^\s*::(?:error|add)|##(?:vso|teamcity)\[/m.test(run.text)) return 'a CI command on the terminal';
  if (/<img src=x|<svg\/onload|<!--<script>/.test(html)) return 'markup in the page';
  if (/href=["']?(?:javascript|data):/i.test(html)) return 'a link that runs';
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) return 'XML that is not well-formed';
  return xml.length > 0 && html.length > 0 ? '' : 'a report is missing';
};

export const everything: readonly string[] = ['--grep', 'data/'];

/** Servers whose texts mislead a reader. */
export const misleading: readonly Hostile[] = texts.map(([row, what, text]) => ({
  row,
  what: `texts: ${what}`,
  answer: speaks(text),
  select: everything,
  // A record of megabytes is not read, so that nothing is decided about its list.
  codes: row === 50 ? [4] : [0, 1],
  expects: isInert,
}));
