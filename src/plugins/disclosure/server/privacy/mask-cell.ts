import type { ColumnKind } from './column-kinds';
import { maskAddress, maskNames } from './mask-words';
import { maskMiddle } from './scan/mask';
import { normalise } from './scan/normalise';
import { maskHits, scanText } from './scan/scan-text';
import { DEFAULT_PRIVACY, type PrivacySettings } from './settings';

/**
 * A cell of a roster as the public may see it (rules 9.2). Total: whatever stands in a column that should
 * hold numbers of a person, no long run of digits leaves it whole; and an identity or card number in any
 * other column is masked as well.
 */
export function maskCell(
  kind: ColumnKind,
  value: string,
  settings: PrivacySettings = DEFAULT_PRIVACY,
): string {
  switch (kind) {
    case 'identity-number':
      return maskRuns(value, settings.identityNumber, 18);
    case 'bank-card':
      return maskRuns(value, settings.bankCard, 16);
    case 'phone':
      return maskRuns(value, settings.phone, 11);
    case 'person-name':
      return maskSure(settings.maskNames ? maskNames(value) : value, settings);
    case 'address':
      return maskSure(settings.maskAddresses ? maskAddress(value) : value, settings);
    default:
      return maskSure(value, settings);
  }
}

const maskSure = (value: string, settings: PrivacySettings): string =>
  maskHits(
    value,
    scanText(value, settings).filter(({ level }) => level === 'sure'),
  );

/** Digits with what may stand between them; the X of an identity number belongs to its end. */
const RUN =
  /\d(?:[ \u00A0\u3000\r\n\-‐-―−_·•・.]?\d){6,}[ -]?[xX]?(?![0-9A-Za-z])|\d(?:[ \u00A0\u3000\r\n\-‐-―−_·•・.]?\d){6,}/g;

/** Masks each run of seven digits or more: as a whole number where it is long enough, else a half of it. */
function maskRuns(value: string, kept: { first: number; last: number }, whole: number): string {
  return normalise(value).text.replace(RUN, (run) => {
    const number = run.replace(/[^\dxX]/g, '').toUpperCase();
    if (number.length >= whole) return maskMiddle(number, kept);
    const visible = Math.floor(number.length / 4);
    return maskMiddle(number, { first: visible, last: visible });
  });
}
