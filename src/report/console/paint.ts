/** Functions that colour a text for a terminal. */
export type Paint = Readonly<Record<'red' | 'green' | 'yellow' | 'dim' | 'bold', (text: string) => string>>;

/** Without colour, each returns its text. */
export function paintOf(color: boolean): Paint {
  const codes = (on: number, off: number) => (text: string) =>
    color ? `\x1b[${on}m${text}\x1b[${off}m` : text;
  return {
    red: codes(31, 39),
    green: codes(32, 39),
    yellow: codes(33, 39),
    dim: codes(2, 22),
    bold: codes(1, 22),
  };
}
