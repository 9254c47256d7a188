import type { Core } from '@strapi/strapi';
import { startClock, untilNextLook } from './clock';
import { nextMidnight } from './next-change';

const strapi = { log: { error: jest.fn() } } as unknown as Core.Strapi;
const soon = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));
const NOW = new Date('2026-11-24T02:00:00Z');

test.each([
  ['nothing is known', null, 60_000],
  ['it is far away', '2026-11-25T02:00:00Z', 60_000],
  ['it is near', '2026-11-24T02:00:07Z', 7_000],
  ['it is overdue', '2026-11-24T01:00:00Z', 0],
])('the next look, when %s, comes after so many milliseconds', (_what, next, expected) => {
  expect(untilNextLook(next ? new Date(next) : null, NOW)).toBe(expected);
});

test('a day ends at midnight in Shanghai', () => {
  expect(nextMidnight(new Date('2026-11-24T15:59:59Z')).toISOString()).toBe('2026-11-24T16:00:00.000Z');
  expect(nextMidnight(new Date('2026-11-24T16:00:00Z')).toISOString()).toBe('2026-11-25T16:00:00.000Z');
});

test('looks at the instant that the last look has named', async () => {
  const looks: number[] = [];
  const begun = Date.now();
  const clock = startClock(strapi, async () => {
    looks.push(Date.now() - begun);
    return looks.length === 1 ? new Date(begun + 60) : null;
  });
  await soon(120);
  await clock.stop();
  expect(looks).toHaveLength(2);
  expect(looks[1]).toBeGreaterThanOrEqual(58);
});

test('woken many times while it works, it looks once more, and never twice at a time', async () => {
  let at = 0;
  let most = 0;
  let count = 0;
  const clock = startClock(strapi, async () => {
    count += 1;
    at += 1;
    most = Math.max(most, at);
    await soon(10);
    at -= 1;
    return null;
  });
  await soon(2);
  for (let i = 0; i < 5; i++) clock.wake();
  await soon(40);
  await clock.stop();
  expect({ count, most }).toEqual({ count: 2, most: 1 });
});

test('a look that fails is logged, and the clock goes on', async () => {
  let count = 0;
  const clock = startClock(strapi, async () => {
    count += 1;
    throw new Error('no database');
  });
  await soon(5);
  clock.wake();
  await soon(5);
  await clock.stop();
  expect(count).toBe(2);
  expect(strapi.log.error).toHaveBeenCalledTimes(2);
});

test('stopping waits for the running look, and nothing runs afterwards', async () => {
  let ended = false;
  let count = 0;
  const clock = startClock(strapi, async () => {
    count += 1;
    await soon(20);
    ended = true;
    return new Date(0);
  });
  await soon(2);
  await clock.stop();
  clock.wake();
  await soon(30);
  expect({ ended, count }).toEqual({ ended: true, count: 1 });
});
