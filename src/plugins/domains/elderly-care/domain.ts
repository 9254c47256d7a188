import demo from '../../../../database/seeds/demo/elderly-care.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 养老服务: 养老服务领域基层政务公开标准指引(民办函〔2019〕52号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十一)社会保障
  columns: ['statutory-11'],
  demo: demoOf(demo),
});
