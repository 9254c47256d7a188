import { handOver, takeOver } from './handover';
import type { Sending } from './queue';

const sending = (name: string, state: Sending['state']): Sending => ({
  key: name,
  file: new File(['x'], name),
  state,
  share: 0.5,
  problem: null,
});

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('what was on its way waits on the next page, once', () => {
  handOver('a', [sending('甲.pdf', 'sending'), sending('乙.pdf', 'waiting'), sending('丙.exe', 'refused')]);
  expect(takeOver('a').map(({ key, state, share }) => [key, state, share])).toEqual([
    ['甲.pdf', 'waiting', 0],
    ['乙.pdf', 'waiting', 0.5],
  ]);
  expect(takeOver('a')).toEqual([]);
});

test('it reaches no other field, and no page that opens much later', () => {
  handOver('a', [sending('甲.pdf', 'waiting')]);
  expect(takeOver('b')).toEqual([]);
  jest.advanceTimersByTime(10_001);
  expect(takeOver('a')).toEqual([]);
});
