import type { Core } from '@strapi/strapi';
import { describeRoutes } from '../../../disclosure/server/api-description/describe-routes';
import { emptyQuerySchema } from '../../../disclosure/server/read-model/query-schema';
import { SLUG } from '../common';
import { publishedQuerySchema } from '../reads/published';

const tag = '政府信息公开工作年度报告';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Says what the routes are that no domain has by itself. */
export const describeReportRoutes = (strapi: Core.Strapi): void =>
  describeRoutes(strapi, SLUG, {
    'GET /published': {
      tag,
      summary: '已经公布的年度报告及其三张表的数据',
      details: '年度新的在前。numbers 中表三的行、列用国办公开办函〔2021〕30号的各项，列名见“申请人”的类型。',
      query: publishedQuerySchema,
      answer: { data: '[AnnualReportsPublished!]!' },
    },
    'GET /pages': {
      tag,
      summary: '已经公布的年度报告的页面',
      query: publishedQuerySchema,
      answer: { files: ['text/html'] },
    },
    'GET /pages/:documentId': {
      tag,
      summary: '一份年度报告的页面',
      query: emptyQuerySchema,
      answer: { files: ['text/html'] },
    },
    'GET /published/:documentId/xlsx': {
      tag,
      summary: '一份年度报告的三张表',
      query: emptyQuerySchema,
      answer: { files: [XLSX] },
    },
  });
