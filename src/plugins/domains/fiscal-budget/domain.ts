import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 财政预决算: 财政预决算领域基层政务公开标准指引(财办发〔2019〕77号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (七)财政预算、决算
  columns: ['statutory-07'],
});
