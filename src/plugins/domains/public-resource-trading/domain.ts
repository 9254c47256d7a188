import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 公共资源交易: 公共资源交易领域基层政务公开标准指引. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (九)政府集中采购、(十五)其他(招标投标、土地和产权交易)
  columns: ['statutory-09', 'statutory-15'],
});
