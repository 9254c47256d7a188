import demo from '../../../../database/seeds/demo/compulsory-education.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 义务教育: 义务教育领域基层政务公开标准指引. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (十一)教育
  columns: ['statutory-11'],
  demo: demoOf(demo),
});
