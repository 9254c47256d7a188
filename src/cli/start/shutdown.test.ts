import { createShutdown } from './shutdown';

/** Lets `stop` come to its end and returns the status it would have exited with. */
async function endOf(stop: () => unknown): Promise<number> {
  const exit = jest.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
  await stop();
  const [status] = exit.mock.calls.map(([code]) => code);
  exit.mockRestore();
  return Number(status);
}

test('undoes the last thing first, once, and ends with status 0', async () => {
  const order: string[] = [];
  const shutdown = createShutdown((line) => order.push(line));
  shutdown.onStop('lock', () => void order.push('lock'));
  shutdown.onStop('database', async () => {
    await Promise.resolve();
    order.push('database');
  });
  shutdown.onStop('web', () => void order.push('web'));
  shutdown.onBegin(() => order.push('begin'));
  expect(await endOf(() => Promise.all([shutdown.stop(0), shutdown.stop(1)]))).toBe(0);
  expect(order).toEqual(['begin', 'web', 'database', 'lock', '已停止。']);
});

test('goes on after a step that fails, says so, and ends with an error', async () => {
  const said: string[] = [];
  const shutdown = createShutdown((line) => said.push(line));
  const release = jest.fn();
  shutdown.onStop('实例锁', release);
  shutdown.onStop('数据库', () => Promise.reject(new Error('no answer')));
  expect(await endOf(() => shutdown.stop(0))).toBe(1);
  expect(release).toHaveBeenCalledTimes(1);
  expect(said).toEqual(['停止数据库时出错:no answer']);
});

test('gives back at once what is acquired while it stops', async () => {
  const shutdown = createShutdown(() => undefined);
  const late = jest.fn();
  shutdown.onStop('web', () => shutdown.onStop('database', late));
  await endOf(() => shutdown.stop(0));
  expect(late).toHaveBeenCalledTimes(1);
});
