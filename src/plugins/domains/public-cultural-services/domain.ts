import demo from '../../../../database/seeds/demo/public-cultural-services.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 公共文化服务: 公共文化服务领域基层政务公开标准指引(办办发〔2019〕139号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (五)行政许可、(十五)其他(第二十一条: 公共服务、公益事业)
  columns: ['statutory-05', 'statutory-15'],
  demo: demoOf(demo),
});
