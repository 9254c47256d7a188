import { clearHidden } from './hidden-values';

const attributes = {
  title: { type: 'string' },
  bidSection: { type: 'string', conditions: { visible: { in: 'bidding' } } },
  landArea: { type: 'decimal', conditions: { visible: { in: 'land' } } },
};
const evaluate = (condition: { in: string }, values: unknown) =>
  (values as { item: string }).item === condition.in;

test('a field of another class is emptied, the own one kept', () => {
  const values = { item: 'bidding', title: '标题', bidSection: '一标段', landArea: 3 };
  expect(clearHidden(values, attributes, evaluate)).toEqual({ ...values, landArea: null });
});

test('what was never filled in is not sent', () => {
  expect(clearHidden({ item: 'bidding' }, attributes, evaluate)).toEqual({ item: 'bidding' });
});
