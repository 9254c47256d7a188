import demo from '../../../../database/seeds/demo/health.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 卫生健康: 卫生健康领域基层政务公开标准指引(试行)(国卫办政务函〔2019〕698号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (五)行政许可、(十一)医疗、(十三)公共卫生的监督检查
  columns: ['statutory-05', 'statutory-11', 'statutory-13'],
  demo: demoOf(demo),
});
