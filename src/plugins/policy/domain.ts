import { standardDomain } from '../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 政策文件库: a local domain for what the work priorities of 2021 want of policy documents. */
export const domain = standardDomain({
  catalogue,
  local: true,
  // 条例第二十条: (一)行政法规、规章和规范性文件
  columns: ['statutory-01'],
  types: [],
});
