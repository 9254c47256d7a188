import demo from '../../../../database/seeds/demo/work-safety.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 安全生产: 安全生产领域基层政务公开标准目录(应急厅函〔2019〕390号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十二)应急预案和预警、(十三)安全生产的监督检查
  columns: ['statutory-12', 'statutory-13'],
  demo: demoOf(demo),
});
