import demo from '../../../../database/seeds/demo/public-institutions.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';
import { readUnits, unitsGraphql } from './units';

/** 公共企事业单位(条例第五十五条): a local domain; the units publish, their regulators review. */
export const domain = standardDomain({
  catalogue,
  local: true,
  // 条例第二十条: (十五)其他
  columns: ['statutory-15'],
  reads: [{ path: '/units', summary: '公共企事业单位及其主管部门', read: readUnits, graphql: unitsGraphql }],
  demo: demoOf(demo),
});
