import { idleState } from './idle';

const MINUTE = 60_000;

test.each([
  [0, { kind: 'active' }],
  [27 * MINUTE, { kind: 'active' }],
  [28 * MINUTE, { kind: 'warning', secondsLeft: 120 }],
  [29.5 * MINUTE, { kind: 'warning', secondsLeft: 30 }],
  [30 * MINUTE - 1, { kind: 'warning', secondsLeft: 1 }],
  [30 * MINUTE, { kind: 'over' }],
  [300 * MINUTE, { kind: 'over' }],
])('after %d milliseconds without anything done, of 30 minutes', (idle, expected) => {
  expect(idleState(idle, 30 * MINUTE)).toEqual(expected);
});
