import { z } from 'zod';
import type { DomainRead } from '../../../disclosure/server/domain/manifest';
import { liveOf } from '../../../disclosure/server/read-model/live-of';
import { code } from '../../../disclosure/server/read-model/query-schema';
import { KIND, REPORT } from '../common';
import { REPORTS_OF } from '../shared/sections';

export const publishedQuerySchema = z.strictObject({
  year: z
    .string()
    .regex(/^\d{4}$/, 'year 须为四位年份，如 2026')
    .describe('报告的年度，如 2026')
    .optional(),
  department: code('department').describe('部门的代码，如 finance').optional(),
  reportOf: z
    .enum(
      REPORTS_OF.map(({ value }) => value),
      'reportOf 只能是 department 或 district',
    )
    .describe('department 部门的报告、district 区政府的报告')
    .optional(),
});

/** Published reports with the numbers of their tables, the newest year first. */
export const readPublished: DomainRead['read'] = async (strapi, _params, query) => {
  const { year, department, reportOf } = query as z.infer<typeof publishedQuerySchema>;
  const found = await liveOf(
    strapi,
    { kind: KIND, uid: REPORT },
    {
      ...(year ? { facet: year } : {}),
      ...(department ? { owner: department } : {}),
      ...(reportOf ? { item: reportOf } : {}),
    },
  );
  return found
    .map(({ documentId, title, url, owner, ownerName, publishedAt, attributes }) => {
      const { documents, figures, requests, disputes, feeYuan, departments } = (attributes.numbers ??
        {}) as Record<string, unknown>;
      return {
        ...{ documentId, title, url, publishedAt, department: owner, departmentName: ownerName },
        year: Number(attributes.year),
        reportOf: String(attributes.reportOf),
        page: `/api/annual-reports/pages/${documentId}`,
        numbers: { documents, figures, requests, disputes, feeYuan, departments },
        texts: attributes.texts ?? {},
      };
    })
    .sort((a, b) => b.year - a.year);
};

export const graphqlPublished: NonNullable<DomainRead['graphql']> = {
  field: 'published',
  type: '[AnnualReportsPublished!]!',
  args: 'year: String, department: String, reportOf: String',
  typeDefs: `
"一份已经公布的年度报告"
type AnnualReportsPublished {
  documentId: ID!
  title: String!
  url: String!
  "供公众阅读的网页"
  page: String!
  publishedAt: String!
  department: String!
  departmentName: String!
  year: Int!
  "department 部门的报告、district 区政府的报告"
  reportOf: String!
  "三张表的数据：documents、figures（表二）、requests（表三）、disputes（表四），feeYuan（信息处理费，元）"
  numbers: JSON!
  "文字部分"
  texts: JSON!
}
`,
};
