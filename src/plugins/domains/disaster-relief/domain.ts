import demo from '../../../../database/seeds/demo/disaster-relief.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 救灾: 救灾领域基层政务公开标准目录(应急厅函〔2019〕390号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十二)突发公共事件的应对
  columns: ['statutory-12'],
  demo: demoOf(demo),
});
