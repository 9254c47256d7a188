import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 城乡规划: 城乡规划领域基层政务公开标准指引. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (三)规划、(五)行政许可
  columns: ['statutory-03', 'statutory-05'],
});
