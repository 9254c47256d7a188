import { oneAtATime } from './one-at-a-time';

const pause = () => new Promise((resolve) => setImmediate(resolve));

test('attempts for one account wait for each other, those for another do not', async () => {
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await pause();
    seen.push(`${name} ends`);
  };
  await Promise.all([
    oneAtATime('a', work('first')),
    oneAtATime('a', work('second')),
    oneAtATime('b', work('other')),
  ]);
  expect(seen.filter((line) => !line.startsWith('other'))).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
  ]);
  expect(seen.indexOf('other begins')).toBeLessThan(seen.indexOf('first ends'));
});

test('a flood is refused instead of remembered', async () => {
  const waiting = Array.from({ length: 51 }, () => oneAtATime('flood', pause));
  await expect(oneAtATime('flood', pause)).rejects.toMatchObject({ code: 'BUSY' });
  await Promise.all(waiting);
  await expect(oneAtATime('flood', async () => 1)).resolves.toBe(1);
});
