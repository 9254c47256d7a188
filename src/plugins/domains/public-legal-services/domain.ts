import demo from '../../../../database/seeds/demo/public-legal-services.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 公共法律服务: 公共法律服务领域基层政务公开标准指引(司办通〔2019〕57号). */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (五)对外管理服务事项
  columns: ['statutory-05'],
  demo: demoOf(demo),
});
