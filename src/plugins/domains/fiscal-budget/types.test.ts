import type { TypeManifest } from '../../disclosure/server/domain/manifest';
import { budget } from './types/budget';
import { debt, directFund, performance, subsidy } from './types/money';
import { procurement, rowOfStage } from './types/procurement';
import { unit } from './types/unit';

const fieldsOf = (type: TypeManifest, values: Record<string, unknown>) =>
  (type.validate?.(values) ?? []).map(({ field }) => field);

test.each<[string, TypeManifest, Record<string, unknown>, string[]]>([
  ['a year of two digits', budget, { year: 26 }, ['year']],
  ['a real year', budget, { year: 2026 }, []],
  ['no year yet: the gate asks for it', budget, {}, []],
  ['a unit that ends before it begins', unit, { firstYear: 2020, lastYear: 2019 }, ['lastYear']],
  ['aims without aims', performance, { year: 2026, stage: 'aims' }, ['aims']],
  ['an award without its result', procurement, { stage: 'award' }, ['supplier', 'amount', 'awardedOn']],
  ['a contract without its day', procurement, { stage: 'contract', supplier: '甲', amount: 1 }, ['signedOn']],
  ['an intention', procurement, { stage: 'intention' }, []],
  ['a negative amount', procurement, { stage: 'intention', amount: -1 }, ['amount']],
  ['a debt of which nothing is told', debt, { year: 2026 }, ['limit', 'balance']],
  ['a balance above the limit', debt, { year: 2026, limit: 1, balance: 2 }, ['balance']],
  [
    'an issue without its conditions',
    debt,
    { year: 2026, issued: 10 },
    ['bondType', 'termYears', 'rate', 'repaymentPlan', 'repaymentSource'],
  ],
  ['money used by nobody', directFund, { year: 2026, stage: 'use', amount: 1 }, ['recipient']],
  ['money allocated', directFund, { year: 2026, stage: 'allocation', amount: 1 }, []],
  ['a village without its township', subsidy, { year: 2026, village: '甲村', amount: 1 }, ['township']],
])('%s', (_what, type, values, expected) => {
  expect(fieldsOf(type, values)).toEqual(expected);
});

test.each([
  ['notice', '公开招标', 'D02-09'],
  ['notice', undefined, 'D02-09'],
  ['notice', '询价', 'D02-11'],
  ['notice', '单一来源', 'D02-15'],
  ['award', '询价', 'D02-16'],
  ['contract', undefined, 'D02-17'],
  ['intention', undefined, null],
  ['performance', undefined, null],
])('the stage %s by %s stands in row %s', (stage, method, row) => {
  expect(rowOfStage(stage, method)).toBe(row);
});

test('政府采购法实施条例: 2 working days from the award and from the signing', () => {
  expect(procurement.timeLimitRulesOf?.({ stage: 'award' })).toEqual([
    { kind: 'working_days', days: 2, from: 'award_decision' },
  ]);
  expect(procurement.timeLimitRulesOf?.({ stage: 'contract' })).toEqual([
    { kind: 'working_days', days: 2, from: 'contract_signing' },
  ]);
});

test.each([
  ['D08-01', true],
  ['D08-08', true],
  ['D08-09', false],
  ['D05-01', false],
  [null, false],
])('accounts in row %s are of this domain: %s', (catalogueItem, known) => {
  expect(budget.scopeOf({ catalogueItem }) !== null).toBe(known);
});
