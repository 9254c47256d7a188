import { createTurns } from './turns';

/** Work whose end the test decides. */
function makeWork() {
  const running: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      running.push(name);
      ends.set(name, () => {
        running.splice(running.indexOf(name), 1);
        resolve(name);
      });
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { running, work, end };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('so many work at a time, the others in the order in which they came', async () => {
  const { running, work, end } = makeWork();
  const turns = createTurns({ atOnce: 2, waiting: 10 });
  const all = Promise.all(['a', 'b', 'c', 'd'].map((name) => turns.take(work(name))));
  await settled();
  expect(running).toEqual(['a', 'b']);
  await end('b');
  expect(running).toEqual(['a', 'c']);
  await end('c');
  await end('a');
  await end('d');
  await expect(all).resolves.toEqual(['a', 'b', 'c', 'd']);
  expect(turns.isIdle()).toBe(true);
});

test('a failure is its own, and holds up nobody', async () => {
  const turns = createTurns({ atOnce: 1, waiting: 10 });
  const failed = turns.take(async () => {
    throw new Error('wrong');
  });
  const next = turns.take(async () => 'right');
  await expect(failed).rejects.toThrow('wrong');
  await expect(next).resolves.toBe('right');
});

test('a flood is refused with a sentence, and serves again when it is over', async () => {
  const { running, work, end } = makeWork();
  const turns = createTurns({ atOnce: 1, waiting: 2, busy: '请稍后再试' });
  const taken = ['a', 'b', 'c'].map((name) => turns.take(work(name)));
  await expect(turns.take(work('d'))).rejects.toMatchObject({ code: 'BUSY', message: '请稍后再试' });
  for (const name of ['a', 'b', 'c']) {
    await settled();
    expect(running).toEqual([name]);
    await end(name);
  }
  await Promise.all(taken);
  await expect(turns.take(async () => 1)).resolves.toBe(1);
});
