import { accountSettingsSchema } from './settings';

test('without settings, the numbers that assessors usually ask for hold', () => {
  expect(accountSettingsSchema.parse({})).toEqual({
    password: { minLength: 10, classes: 3, history: 5, maxAgeDays: 90 },
    lock: { failures: 5, minutes: 10 },
    idleMinutes: 30,
    secondFactor: { requiredFor: [] },
  });
});

test.each([
  [{ password: { minLength: 4 } }],
  [{ password: { classes: 5 } }],
  [{ lock: { failures: 0 } }],
  [{ idleMinutes: 0 }],
  [{ secondFactor: { requiredFor: ['boss'] } }],
  [{ passwords: {} }],
])('%j is refused at the start, not found out later', (settings) => {
  expect(accountSettingsSchema.safeParse(settings).success).toBe(false);
});
