import demo from '../../../../database/seeds/demo/food-drug-supervision.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 食品药品监管: 食品药品监管领域基层政务公开标准指引(市监办函〔2019〕1111号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十三)食品药品的监督检查
  columns: ['statutory-13'],
  demo: demoOf(demo),
});
