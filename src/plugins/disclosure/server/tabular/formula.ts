/** What Excel and WPS take for the beginning of a formula, full-width forms included. */
const RISKY = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * A text that no spreadsheet program runs as a formula when the CSV is opened: risky beginnings get an
 * apostrophe in front. Plain numbers with a sign stay numbers.
 */
export const withoutFormula = (text: string): string =>
  RISKY.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
