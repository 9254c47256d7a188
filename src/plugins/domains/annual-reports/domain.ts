import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';
import { ROWS } from './common';
import { graphqlPublished, publishedQuerySchema, readPublished } from './reads/published';
import { reportType } from './type/report-type';

/** 政府信息公开工作年度报告: a local domain whose documents count what the others hold. */
export const domain = standardDomain({
  catalogue,
  local: true,
  columns: ['annual-report'],
  types: [reportType],
  // what was reported before this product, as people have it; reports are made in their own type alone
  record: {
    name: '以前年度的报告',
    scopeOf: ({ catalogueItem }) => (catalogueItem === ROWS.earlier ? ROWS.earlier : null),
    scopeHint: `请选择目录事项 ${ROWS.earlier} 以前年度的报告；其他年度报告请在“年度报告”页面编制`,
  },
  reads: [
    {
      path: '/published',
      summary: '已经公布的年度报告及其三张表的数据',
      query: publishedQuerySchema,
      read: readPublished,
      graphql: graphqlPublished,
    },
  ],
});
