import demo from '../../../../database/seeds/demo/urban-law-enforcement.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 城市综合执法: 城市综合执法领域基层政务公开标准目录. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (六)行政处罚和行政强制
  columns: ['statutory-06'],
  demo: demoOf(demo),
});
