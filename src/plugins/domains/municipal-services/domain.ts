import demo from '../../../../database/seeds/demo/municipal-services.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 市政服务: 市政服务领域基层政务公开标准目录. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (五)行政许可、(十五)其他(第二十一条: 市政建设、公共服务)
  columns: ['statutory-05', 'statutory-15'],
  demo: demoOf(demo),
});
