import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 涉农补贴: 涉农补贴领域基层政务公开标准指引. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十一)扶贫、社会保障等方面的政策
  columns: ['statutory-11'],
});
