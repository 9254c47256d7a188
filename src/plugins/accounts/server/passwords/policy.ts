import type { PasswordPolicy } from '../contract';

/** What a password is judged by beside itself. */
export type PasswordOwner = { email: string; name?: string | null | undefined };

/** A rule of the policy as a person reads it, and whether a password keeps it. */
export type RuleResult = { id: string; text: string; isKept: boolean };

/** bcrypt looks at no more. */
const MAX_BYTES = 72;
/** A shorter part of an address stands in a password by chance. */
const NAME_LENGTH = 4;

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}\s]/u];

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const countClasses = (password: string): number => CLASSES.filter((kind) => kind.test(password)).length;

/** Parts of a person's name and address that her password must not contain. */
function guessable({ email, name }: PasswordOwner): string[] {
  const [local = ''] = email.toLowerCase().split('@');
  return [local, (name ?? '').toLowerCase()].filter((part) => part.length >= NAME_LENGTH);
}

/** Each rule of the policy with whether the password keeps it; the same in the form and on the server. */
export function checkRules(password: string, owner: PasswordOwner, policy: PasswordPolicy): RuleResult[] {
  const lower = password.toLowerCase();
  return [
    {
      id: 'length',
      text: `至少${policy.minLength}个字符`,
      isKept: [...password].length >= policy.minLength,
    },
    { id: 'bytes', text: '不超过72个字节（一个汉字3个字节）', isKept: bytesOf(password) <= MAX_BYTES },
    {
      id: 'classes',
      text: `大写字母、小写字母、数字、其他符号中至少${policy.classes}种`,
      isKept: countClasses(password) >= policy.classes,
    },
    {
      id: 'name',
      text: '不含登录邮箱@前面的部分或姓名',
      isKept: password !== '' && !guessable(owner).some((part) => lower.includes(part)),
    },
  ];
}

/** The rules that a password breaks, in words; empty when it may be used. */
export const brokenRules = (password: string, owner: PasswordOwner, policy: PasswordPolicy): string[] =>
  checkRules(password, owner, policy)
    .filter(({ isKept }) => !isKept)
    .map(({ text }) => text);

/** Whether a password is older than the policy allows; one whose age is not known is not. */
export function isTooOld(setAt: Date | null, at: Date, { maxAgeDays }: PasswordPolicy): boolean {
  return maxAgeDays !== null && setAt !== null && at.getTime() - setAt.getTime() > maxAgeDays * 86_400_000;
}
