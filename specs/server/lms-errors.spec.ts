import { type LmsErrorRow, lmsErrorTable } from '../../contracts/lms-errors.ts';
import { type ReadExchange, shorten } from '../../src/traffic/read-exchange.ts';
import { expectConclusive, nothingSent, undecidedWithoutControl } from '../support/lms.ts';
import { documentedText, errorTextOf, wordingOf } from '../support/lms-error-text.ts';
import { claim, each, expect, note, undecided, violation } from '../support/server.ts';

const noControl = 'no good request of this kind was served, so a refusal proves nothing';

/** Without a token, and with an invalid one. */
const callerStatuses: ReadonlySet<number> = new Set([401, 403]);

/** Each row of the error table: its status, the form of its body, and its text. */
for (const row of lmsErrorTable)
  claim(row.id, {
    cases: ({ lms }) => lms.errors(row.id),
    otherwise: { untested: nothingSent },
    control: ({ asked, isControlled }, { lms }) => {
      if (asked && !isControlled) undecidedWithoutControl(lms, noControl);
    },
    assert: ({ name, asked, isControlled, mayBeWrong }, { lms }) => {
      if (!asked) undecided('not-exercised', 'no such student was found');
      expectConclusive(asked);
      if (!isControlled && !mayBeWrong) undecidedWithoutControl(lms, noControl);
      if (mayCountAsNone(row, name) && callerStatuses.has(asked.status)) {
        note(`${asked.status} for an Authorization header without a token (bad-token-401-or-403)`);
        return;
      }
      each([asked], (response) =>
        expect(response, `The status is not ${row.status} (${row.on}).`).to.have.status(row.status),
      );
      // A success and a crash have texts of their own.
      if (asked.status >= 400 && asked.status < 500)
        each([asked], (response) => expectDocumentedText(row, response));
    },
  });

/** An empty token and one of another scheme may be taken for no token, whose text is another row. */
function mayCountAsNone({ id }: LmsErrorRow, name: string): boolean {
  return id === 'lms-errors/invalid-token' && /, (?:an empty token|another scheme)$/.test(name);
}

function expectDocumentedText(row: LmsErrorRow, response: ReadExchange): void {
  const { text, isBare } = errorTextOf(row, response);
  if (isBare) note('the message came as bare text');
  if (row.body === 'empty') expect(text?.trim(), 'The response has a message.').to.equal('');
  else expectWording(row, text, response);
}

function expectWording(row: LmsErrorRow, text: string | undefined, response: ReadExchange): void {
  if (text === undefined)
    violation(`The body of the ${response.status} is not a JSON object with a \`message\` string.`, {
      expected: 'a JSON object with a text under `message`',
    });
  const message = text;
  const wording = wordingOf(row, message, response);
  if (wording.kind === 'similar') note(`the exact text differs: "${shorten(message)}"`);
  else if (wording.kind === 'alternative')
    note(`the other documented wording: "${shorten(message)}" (${wording.question})`);
  else if (wording.kind === 'different')
    expect(message, 'The message is not the documented one.').to.equal(documentedText(row, response));
}
