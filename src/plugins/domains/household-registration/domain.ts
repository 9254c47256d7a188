import demo from '../../../../database/seeds/demo/household-registration.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 户籍管理: 户籍管理领域基层政务公开标准指引. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (五)对外管理服务事项
  columns: ['statutory-05'],
  demo: demoOf(demo),
});
