import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 扶贫: 扶贫领域基层政务公开标准指引. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十一)扶贫
  columns: ['statutory-11'],
});
