import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { describeRoutes, type RouteDescription } from '../api-description/describe-routes';
import {
  auditQuerySchema,
  catalogueQuerySchema,
  coverageQuerySchema,
  emptyQuerySchema,
  exportQuerySchema,
  publicationDetailQuerySchema,
  publicationQuerySchema,
  searchQuerySchema,
  suggestionQuerySchema,
} from '../read-model/query-schema';
import { rosterQuerySchema } from '../rosters/query';

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const none = emptyQuerySchema;
/** Rows as a row's own answer names them (catalogue/read-row.ts); GraphQL follows them as documents. */
const rowNames = z.array(
  z.object({ code: z.string(), title: z.string().nullable(), status: z.string(), url: z.string() }),
);

const reference = (rest: Omit<RouteDescription, 'tag'>): RouteDescription => ({
  tag: '领域、目录、部门、栏目',
  ...rest,
});
const publication = (rest: Omit<RouteDescription, 'tag'>): RouteDescription => ({
  tag: '公开的信息',
  ...rest,
});

/** Says what the engine's own routes are. */
export const describeEngineRoutes = (strapi: Core.Strapi): void =>
  describeRoutes(strapi, 'disclosure', {
    'GET /domains': reference({ summary: '全部公开领域', query: none, answer: { data: '[Domain!]!' } }),
    'GET /domains/:slug': reference({
      summary: '一个公开领域及其标准目录',
      query: none,
      answer: { data: 'Domain!' },
    }),
    'GET /catalogue-items': reference({
      summary: '标准目录的事项',
      query: catalogueQuerySchema,
      answer: { data: '[CatalogueItem!]!' },
    }),
    'GET /catalogue-items/:code': reference({
      summary: '标准目录的一个事项及其变动经过',
      query: none,
      answer: {
        data: 'CatalogueItem!',
        with: {
          predecessors: rowNames,
          successors: rowNames,
          inForce: rowNames,
          latest: '[Publication!]!',
          url: 'String!',
          publicationsUrl: 'String!',
          domainUrl: 'String!',
        },
      },
    }),
    'GET /coverage': reference({
      summary: '公开覆盖：应公开、按期、迟、缺',
      query: coverageQuerySchema,
      answer: { data: 'Coverage!' },
    }),
    'GET /departments': reference({ summary: '责任部门', query: none, answer: { data: '[Department!]!' } }),
    'GET /columns': reference({ summary: '栏目树及其网页标签', query: none, answer: { data: '[Column!]!' } }),
    'GET /publications': publication({
      summary: '正在公开的信息的列表',
      details: '用 meta.nextCursor 翻页；翻页时其他参数须与第一页相同。',
      query: publicationQuerySchema,
      answer: { page: 'PublicationPage' },
    }),
    'GET /publications/export': publication({
      summary: '把列表导出成文件',
      query: exportQuerySchema,
      answer: { files: [CSV, XLSX, 'application/x-ndjson'] },
    }),
    'GET /publications/:documentId': publication({
      summary: '一条信息的全文、附件、网页标签',
      details: '已撤回的答 410,details 中有理由、日期和承接的信息。',
      query: publicationDetailQuerySchema,
      answer: { data: 'Publication!' },
    }),
    'GET /publications/:documentId/editions': publication({
      summary: '公开历史',
      query: none,
      answer: { data: '[Edition!]!' },
    }),
    'GET /publications/:documentId/page': publication({
      summary: '一条信息的网页',
      details: '没有设门户网页（PAGE_URL）时，订阅、邮件、公众号、网站地图里的链接指向这里。',
      query: none,
      answer: { files: ['text/html'] },
    }),
    'GET /publications/:documentId/roster': publication({
      summary: '名单的各行',
      query: rosterQuerySchema,
      answer: { page: 'RosterPage' },
    }),
    'GET /publications/:documentId/roster.csv': publication({
      summary: '名单（CSV）',
      query: none,
      answer: { files: [CSV] },
    }),
    'GET /publications/:documentId/roster.xlsx': publication({
      summary: '名单（Excel）',
      query: none,
      answer: { files: [XLSX] },
    }),
    'GET /publications/:documentId/copy.docx': publication({
      summary: '公文排版的下载文件（Word）',
      query: none,
      answer: { files: [DOCX] },
    }),
    'GET /publications/:documentId/copy.pdf': publication({
      summary: '公文排版的下载文件（PDF）',
      query: none,
      answer: { files: ['application/pdf'] },
    }),
    'GET /search': publication({ summary: '检索', query: searchQuerySchema, answer: { page: 'SearchPage' } }),
    'GET /search/suggestions': publication({
      summary: '输入时的建议',
      query: suggestionQuerySchema,
      answer: { data: '[SearchSuggestion!]!' },
    }),
    'GET /audit': {
      tag: '部门系统',
      summary: '审计记录：监督、审计人员可见全部，其他人员可见本部门的',
      query: auditQuerySchema,
      answer: { page: 'AuditPage' },
    },
  });
