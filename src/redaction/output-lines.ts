import { publishedTexts } from '../published.ts';

/** Longer lines are cut. */
const maxLine = 200;

/** What error messages and stack traces of common languages are made of. */
const errorWords = `
  a an the and or not no of to in on at by for from with without is are was were be been has have had do does did can cannot could will would
  this that it its after before than then if when while while only still already any all other more most too many much
  traceback most recent call last file line column char error errors exception exceptions uncaught caught unhandled rejection caused cause warning fatal
  panic goroutine running main thread stack trace module function method object class type value key keyerror index attribute argument arguments parameter
  undefined null none nil true false nan int integer str string list dict tuple array map number boolean bytes byte float
  cannot read property properties reading setting access expected unexpected expecting got invalid valid missing unknown unsupported
  decode decoding decoder encode encoding parse parsing parser json xml html utf unicode token position end start input output
  connection connect connected refused reset closed close aborted peer socket host port timeout timed out network address dns tls ssl certificate
  http https url request requests response server client internal service unavailable bad gateway forbidden unauthorized too found method
  allowed payload entity large teapot status code text body header headers content length location redirect redirects retry retries attempt attempts
  give giving gave up giving failed failing failure fail fails successfully done finished exit exited exiting code signal killed terminated
  out range bounds memory recursion depth maximum exceeded limit divide zero overflow import imported named
  import runtime thrown invoke lang local result callback countable default raise throw throws python ruby java perl php node go urllib urllib3 http.client httpx aiohttp fetch axios got undici faraday net lib json decoder open read
  anonymous async await promise internal process processticksandrejections eval require resolve init call called calling run running
  trying foreach iterable offset deprecated notice
  page pages record records sync syncing synced student students get post put patch delete head wait waiting waited seconds second next
  `;

/** A name of an error class, or of a source file: code, not data. */
const codeName = /^(?:[A-Z_a-z][\w$]*(?:Error|Exception|Warning|Interrupt|Timeout|Refused))$/;
const sourceFile =
  /(?:[\w.@+~-]*[\\/])*([\w-]{1,40}\.(?:py|rb|[cm]?[jt]sx?|php|go|java|kt|rs|cs|pl|sh|exs?))(?![\w.])/g;

/**
 * Makes what a client printed fit for a report: its last lines, in which only words that the API's documents and error messages have, names of errors and
 * source files, and numbers that are a place in them stay; everything else may be data and becomes `…`.
 */
export function createOutputRedactor(): (said: string, maxLines: number) => readonly string[] {
  const known = new Set(errorWords.trim().split(/\s+/));
  for (const text of publishedTexts().texts)
    for (const [word] of text.matchAll(/\p{L}+/gu)) known.add(word.toLowerCase());
  return (said, maxLines) => {
    const lines = essentialLines(said).slice(-maxLines);
    return lines.map((line) => redactLine(line.slice(0, 4 * maxLine), known));
  };
}

/** A place in a library or a runtime, in a stack trace. */
const foreignFrame =
  /^\s*(?:File ".*(?:[\\/]lib[\\/]|site-packages|<frozen)|at .*(?:node:|node_modules[\\/])|(?:from )?\S*[\\/](?:gems|lib[\\/]ruby)[\\/]|at (?:java|jdk|sun)[./])/;

const errorName = /\b[A-Z]\w*(?:Error|Exception)\b/;

/** Without the places in libraries, and without the source code that some languages print below each place. */
function essentialLines(said: string): readonly string[] {
  const lines = said.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  let inFrame = false;
  return lines.filter((line) => {
    const isPlace = /^\s*File ".*", line \d/.test(line);
    const isCode = inFrame && !isPlace && /^\s{4}/.test(line);
    inFrame = isPlace || isCode;
    // Ruby names the error in the line of the first place.
    return !isCode && (!foreignFrame.test(line) || errorName.test(line));
  });
}

function redactLine(line: string, known: ReadonlySet<string>): string {
  let shown = '';
  let at = 0;
  for (const file of line.matchAll(sourceFile)) {
    shown += redactWords(line.slice(at, file.index), known) + file[1];
    at = file.index + file[0].length;
  }
  shown += redactWords(line.slice(at), known);
  return shown
    .replaceAll('\t', '  ')
    .replace(/…(?:[^\p{L}\p{N}…:]*…)+/gu, '…')
    .slice(0, maxLine)
    .trimEnd();
}

function redactWords(text: string, known: ReadonlySet<string>): string {
  return text.replace(/[\p{L}\p{N}_$\p{M}]+/gu, (word, at: number) => {
    if (/^\d+$/.test(word)) return isPlace(word, text.slice(0, at)) ? word : '…';
    const isKnown = word.split('_').every((part) => part === '' || known.has(part.toLowerCase()));
    return isKnown || codeName.test(word) ? word : '…';
  });
}

/** Whether a number is a line, a column, a status or an exit code, by what stands before it. */
function isPlace(word: string, before: string): boolean {
  if (word.length > 5) return false;
  if (/(?:\b(?:line|column|char|code|position|exit status)\s|^(?::\d+)*:|^\()$/i.test(before)) return true;
  return /^[1-5]\d\d$/.test(word) && /(?:\b(?:error|status|http|HTTP\/\d\.\d)[: ]*|\w: )$/i.test(before);
}
