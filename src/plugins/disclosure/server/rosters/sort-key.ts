/** Digits after the point that an amount may have. */
export const AMOUNT_DECIMALS = 4;
const SCALE = 10 ** AMOUNT_DECIMALS;
/** Amounts stay below it: with the digits after the point still exact in a JavaScript number. */
export const AMOUNT_END = 10 ** 11;
const OFFSET = AMOUNT_END * SCALE;
const WIDTH = String(2 * OFFSET).length;

/** Characters of a text by which it is sorted; an entry of a PostgreSQL index holds no more than 2,700 bytes. */
const TEXT_CHARACTERS = 200;

/** An amount as text whose plain order is the order of the numbers. */
export const amountKey = (amount: number): string =>
  String(Math.round(amount * SCALE) + OFFSET).padStart(WIDTH, '0');

/** The beginning of a text: all of it, but for very long ones. */
export const textKey = (text: string): string =>
  text.length <= TEXT_CHARACTERS ? text : [...text].slice(0, TEXT_CHARACTERS).join('');
