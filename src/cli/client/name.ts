import { shellQuote } from '../../report/curl.ts';

const secretFlag =
  /^(-{0,2}[\w-]*(?:token|secret|passw|passphrase|api[-_]?key|credential)[\w-]*)(?:=(.*))?$/is;

/** The command line for people and reports: quoted for a shell, without the values of flags with the name of a secret. */
export function shownCommand(command: readonly string[]): string {
  return command
    .map((word, at) => {
      const [, name, value] = secretFlag.exec(word) ?? [];
      if (name !== undefined && value !== undefined) return shellQuote(`${name}=…`);
      const before = secretFlag.exec(command[at - 1] ?? '');
      const isValue = before?.[1]?.startsWith('-') && before[2] === undefined && !word.startsWith('-');
      return isValue ? '…' : shellQuote(word);
    })
    .join(' ');
}
