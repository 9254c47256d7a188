import { addTo, readObject, removeFrom } from './matrix';
import { emptyPlan, kindOf, summary, withPlan } from './reasons';

test('a department is added once, and an empty row goes away', () => {
  const one = addTo(addTo({}, 'bidding', 'finance'), 'bidding', 'finance');
  expect(one).toEqual({ bidding: ['finance'] });
  expect(removeFrom(one, 'bidding', 'finance')).toEqual({});
});

test('a JSON value is read whether it comes as text or as an object; what cannot be read is empty', () => {
  expect(readObject('{"a":["b"]}')).toEqual({ a: ['b'] });
  expect(readObject({ a: ['b'] })).toEqual({ a: ['b'] });
  expect(readObject(null)).toEqual({});
  expect(readObject('{')).toEqual({});
});

test('an item is open, does not apply, or was formed', () => {
  expect(kindOf(undefined)).toBe('open');
  expect(kindOf({ notApplicable: '无征地' })).toBe('notApplicable');
  expect(kindOf({ formedOn: '2026-11-02' })).toBe('formedOn');
  expect(emptyPlan('open')).toBeNull();
  expect(withPlan({ 'MP1-01': { formedOn: '2026-11-02' } }, 'MP1-01', null)).toEqual({});
});

test('a group says how many of its items are marked', () => {
  const plans = { a: { notApplicable: '无' }, b: { formedOn: '2026-11-02' }, c: { notApplicable: '无' } };
  expect(summary(plans, ['a', 'b', 'd'])).toBe('1项不适用，1项已形成');
  expect(summary(plans, ['d'])).toBeNull();
});
