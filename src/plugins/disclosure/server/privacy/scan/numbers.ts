const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
const ID_SHAPE = /^[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;

/** Whether 18 characters are built like a 公民身份号码, whatever their check character says. */
export const hasIdentityShape = (value: string): boolean => ID_SHAPE.test(value);

/** Whether `value` is a 公民身份号码 (rules 9.2): a date of birth that exists, and the check character. */
export function isIdentityNumber(value: string): boolean {
  if (!ID_SHAPE.test(value) || !isRealDay(value.slice(6, 14))) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(value[i]), 0);
  return value[17] === ID_CHECKS[sum % 11];
}

function isRealDay(yyyymmdd: string): boolean {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6)].map(Number);
  const last = new Date(Date.UTC(year as number, month as number, 0)).getUTCDate();
  return (day as number) <= last;
}

/** Luhn's check digit (ISO/IEC 7812), for a text of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const digit = digits.charCodeAt(i) - 48;
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** Whether 16 to 19 digits are a bank card: Luhn, a card's beginning, and not a mistyped identity number. */
export function isBankCard(digits: string, prefixes: readonly string[]): boolean {
  return (
    /^\d{16,19}$/.test(digits) &&
    !/^(\d)\1+$/.test(digits) &&
    prefixes.some((prefix) => digits.startsWith(prefix)) &&
    !hasIdentityShape(digits) &&
    passesLuhn(digits)
  );
}

export const isMobilePhone = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits);
