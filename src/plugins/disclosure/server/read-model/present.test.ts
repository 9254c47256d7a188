import { asOf } from './present';

describe('validity is read, not written', () => {
  test.each([
    ['the day before its last day', '2026-11-29', '有效'],
    ['its last day', '2026-11-30', '有效'],
    ['the day after', '2026-12-01', '失效'],
  ])('on %s', (_day, today, validity) => {
    expect(asOf({ validity: '有效', validUntil: '2026-11-30' }, today)).toMatchObject({ validity });
  });
  test('what has no last day stays as it was entered', () => {
    expect(asOf({ validity: '已修改', validUntil: null }, '2026-12-01').validity).toBe('已修改');
    expect(asOf({ validity: null }, '2026-12-01').validity).toBeNull();
  });
});
