import demo from '../../../../database/seeds/demo/administrative-enforcement.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';
import { enforcementBasic } from './enforcement-basic';
import { enforcementResult } from './enforcement-result';

/** 行政执法: a local domain; before and after enforcement, in one shape for every enforcing department. */
export const domain = standardDomain({
  catalogue,
  local: true,
  // 条例第二十条: (五)行政许可、(六)行政处罚和行政强制
  columns: ['statutory-05', 'statutory-06'],
  types: [enforcementBasic, enforcementResult],
  demo: demoOf(demo),
});
