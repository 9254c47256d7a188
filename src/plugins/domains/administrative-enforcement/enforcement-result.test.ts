import { enforcementResult, rowOfResult } from './enforcement-result';

test.each([
  ['market', 'licence', 'L02-02'],
  ['urban-management', 'penalty', 'L02-03'],
  ['safety', 'coercion', 'L02-04'],
  ['safety', null, 'L02-04'],
  ['antitrust', 'penalty', 'L02-05'],
  ['unfair-competition', null, 'L02-05'],
  [null, 'penalty', null],
])('a result in %s by %s stands in row %s', (field, decisionType, row) => {
  expect(rowOfResult(field, decisionType)).toBe(row);
});

test.each([
  ['licence', 7],
  ['penalty', 7],
  ['coercion', 20],
  [null, 20],
])('国办发〔2018〕118号: a decision of type %s has %i working days', (decisionType, days) => {
  expect(enforcementResult.timeLimitRulesOf?.({ decisionType })).toEqual([
    { kind: 'working_days', days, from: 'decision' },
  ]);
});
