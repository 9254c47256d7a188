const ORG_CODE_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** GB 32100 leaves out I, O, S, V and Z, which look like digits or each other. */
const USCC_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether `code` is a 组织机构代码 by GB 11714: 8 characters and the check character, without the hyphen. */
export function isValidOrgCode(code: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false;
  const sum = ORG_CODE_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(code.charAt(i), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return code[8] === (check === 10 ? 'X' : String(check % 11));
}

/** Whether `code` is a 统一社会信用代码 by GB 32100: 18 characters, the last one a check character. */
export function isValidUscc(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += weight * USCC_CHARACTERS.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return code[17] === USCC_CHARACTERS[(31 - (sum % 31)) % 31];
}
