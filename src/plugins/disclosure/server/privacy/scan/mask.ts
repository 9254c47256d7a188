import type { PrivacySettings } from '../settings';

export type FindKind = 'identity-number' | 'bank-card' | 'phone' | 'email';

/** Chinese names of what is found. */
export const FIND_NAMES: Record<FindKind, string> = {
  'identity-number': '身份证号',
  'bank-card': '银行卡号',
  phone: '手机号码',
  email: '电子邮箱',
};

/** Keeps the first and last characters and hides those between. */
export function maskMiddle(value: string, { first, last }: { first: number; last: number }): string {
  const hidden = Math.max(value.length - first - last, 0);
  return value.slice(0, first) + '*'.repeat(hidden) + value.slice(value.length - last);
}

/** The masked form of a number without separators, or of an address. */
export function mask(kind: FindKind, value: string, settings: PrivacySettings): string {
  switch (kind) {
    case 'identity-number':
      return maskMiddle(value, settings.identityNumber);
    case 'bank-card':
      return maskMiddle(value, settings.bankCard);
    case 'phone':
      return maskMiddle(value, settings.phone);
    case 'email':
      return `${value.slice(0, 1)}***${value.slice(value.indexOf('@'))}`;
  }
}
