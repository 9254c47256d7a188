import demo from '../../../../database/seeds/demo/fiscal-budget.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';
import { choices } from './choices';
import { readUnitCoverage } from './read-unit-coverage';
import { budget } from './types/budget';
import { debt, directFund, performance, subsidy } from './types/money';
import { procurement } from './types/procurement';
import { unit } from './types/unit';
import { unitCoverageGraphql } from './unit-coverage-graphql';

const EVERY_DEPARTMENT = ['@departments', '@townships'];

/** 财政预决算: 财政预决算领域基层政务公开标准指引(财办发〔2019〕77号), and the money that the rows do not hold. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (七)财政预算、决算
  columns: ['statutory-07'],
  types: [budget, unit, performance, procurement, debt, directFund, subsidy],
  responsibilities: {
    'fiscal-budget/units': EVERY_DEPARTMENT,
    'fiscal-budget/performances': EVERY_DEPARTMENT,
    'fiscal-budget/procurements': EVERY_DEPARTMENT,
    'fiscal-budget/debts': ['finance'],
    'fiscal-budget/direct-funds': EVERY_DEPARTMENT,
    'fiscal-budget/subsidies': EVERY_DEPARTMENT,
  },
  choices,
  reads: [
    {
      path: '/unit-coverage/:year',
      summary: '部门和所属单位预决算：谁已公开、迟、缺',
      read: (strapi, { year }) => readUnitCoverage(strapi, String(year)),
      graphql: unitCoverageGraphql,
    },
  ],
  demo: demoOf(demo),
});
