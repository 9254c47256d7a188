import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 农村集体土地征收: 农村集体土地征收基层政务公开标准指引. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十五)其他(第二十一条: 土地征收)
  columns: ['statutory-15'],
});
