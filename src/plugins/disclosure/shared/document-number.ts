/** 机关代字〔年份〕序号号, the number of a document by GB/T 9704. */
const DOCUMENT = /^[\u4e00-\u9fa5]{2,12}〔(19|20)\d{2}〕[1-9]\d*号$/;
/** 国令第711号, 省政府令第247号: decrees count through all years. */
const DECREE = /^\S{1,20}令第?[1-9]\d*号$/;

/** Whether `input` is a 文号 in its proper form, or the number of a 令. What is not can often be helped by `normaliseDocNo`. */
export function isValidDocNo(input: string): boolean {
  return DOCUMENT.test(input) || DECREE.test(input);
}

/**
 * The 文号 in its proper form: `青府发[2021]05号` becomes `青府发〔2021〕5号`.
 * Mends white space, full-width digits, the brackets of the year, 第, leading zeros and a missing 号.
 * What it does not recognise comes back only trimmed; nothing is guessed.
 */
export function normaliseDocNo(input: string): string {
  const compact = input.replace(/[\uff10-\uff19]/g, toAsciiDigit).replace(/\s+/g, '');
  const document =
    /^([\u4e00-\u9fa5]+)[〔[［(（【〖〈<《]((?:19|20)\d{2})[〕\]］)）】〗〉>》]第?0*([1-9]\d*)号?$/.exec(
      compact,
    );
  if (document) return `${document[1]}〔${document[2]}〕${document[3]}号`;
  const decree = /^(\S{1,20}令)(第?)0*([1-9]\d*)号$/.exec(compact);
  if (decree) return `${decree[1]}${decree[2]}${decree[3]}号`;
  return input.trim();
}

function toAsciiDigit(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) - 0xfee0);
}
