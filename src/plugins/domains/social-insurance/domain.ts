import demo from '../../../../database/seeds/demo/social-insurance.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 社会保险: 就业和社会保险领域基层政务公开标准指引(人社厅函〔2019〕113号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十一)社会保障
  columns: ['statutory-11'],
  demo: demoOf(demo),
});
