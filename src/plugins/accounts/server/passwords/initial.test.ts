import { accountSettingsSchema } from '../settings';
import { initialPassword } from './initial';
import { brokenRules } from './policy';

const strictest = accountSettingsSchema.parse({ password: { classes: 4, minLength: 20 } }).password;

test('every initial password keeps the strictest policy', () => {
  for (let turn = 0; turn < 500; turn += 1) {
    const password = initialPassword(strictest.minLength);
    expect({ password, broken: brokenRules(password, { email: 'wang@example.test' }, strictest) }).toEqual({
      password,
      broken: [],
    });
  }
});

test('no two are the same, and none has letters that look alike', () => {
  const made = Array.from({ length: 500 }, () => initialPassword(10));
  expect(new Set(made).size).toBe(made.length);
  expect(made.join('')).not.toMatch(/[0OIl1io]/);
  expect(made.every((password) => /^\w{4}-\w{4}-\w{4}$/.test(password))).toBe(true);
});
