import demo from '../../../../database/seeds/demo/epidemic-control.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';

/** 疫情防控: a local domain; notices in the categories of the work priorities of 2021, each a row. */
export const domain = standardDomain({
  catalogue,
  local: true,
  // 条例第二十条: (十二)突发公共事件的应急预案、预警信息及应对情况
  columns: ['statutory-12'],
  record: { name: '防控信息', adjust: { kind: { default: 'notice' } } },
  demo: demoOf(demo),
});
