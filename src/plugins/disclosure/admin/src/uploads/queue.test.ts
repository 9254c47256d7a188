import { nextToSend, type QueueAction, queueReducer, type Sending } from './queue';

const file = (name: string, content = 'x') => new File([content], name);
const add = (...files: File[]): QueueAction => {
  let last = 0;
  return { do: 'add', files, keyOf: () => `${++last}` };
};
const after = (...actions: QueueAction[]) => actions.reduce<readonly Sending[]>(queueReducer, []);
const read = (queue: readonly Sending[]) => queue.map(({ file: { name }, state }) => `${name} ${state}`);

test('files wait in the order in which they were chosen, and go one at a time', () => {
  const queue = after(add(file('甲.pdf'), file('乙.pdf')));
  expect(read(queue)).toEqual(['甲.pdf waiting', '乙.pdf waiting']);
  expect(nextToSend(queue)?.key).toBe('1');
  expect(nextToSend(queueReducer(queue, { do: 'start', key: '1' }))).toBeNull();
});

test('what cannot be sent is refused before, with the reason, and does not stop the others', () => {
  const queue = after(add(file('安装.exe'), file('空.pdf', ''), file('甲.pdf')));
  expect(read(queue)).toEqual(['安装.exe refused', '空.pdf refused', '甲.pdf waiting']);
  expect(queue[0]?.problem).toContain('.exe');
  expect(nextToSend(queue)?.key).toBe('3');
});

test('one that failed can be sent again, and keeps its place', () => {
  const failed = after(
    add(file('甲.pdf'), file('乙.pdf')),
    { do: 'start', key: '1' },
    { do: 'progress', key: '1', share: 0.4 },
    { do: 'fail', key: '1', problem: '网络中断' },
  );
  expect(failed[0]).toMatchObject({ state: 'failed', problem: '网络中断', share: 0.4 });
  expect(nextToSend(failed)?.key).toBe('2');
  const again = queueReducer(failed, { do: 'retry', key: '1' });
  expect(again[0]).toMatchObject({ state: 'waiting', problem: null, share: 0 });
  expect(nextToSend(again)?.key).toBe('1');
});

test('one that is cancelled or done leaves the list; late news of it changes nothing', () => {
  const queue = after(add(file('甲.pdf')), { do: 'start', key: '1' }, { do: 'remove', key: '1' });
  expect(queue).toEqual([]);
  expect(queueReducer(queue, { do: 'progress', key: '1', share: 1 })).toEqual([]);
});
