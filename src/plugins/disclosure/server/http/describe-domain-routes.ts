import type { Core } from '@strapi/strapi';
import { describeRoutes, type RouteDescription } from '../api-description/describe-routes';
import type { DomainManifest, DomainRead } from '../domain/manifest';
import type { RegisteredType } from '../domain/registry';
import { emptyQuerySchema } from '../read-model/query-schema';
import { VERBS } from '../types';
import { isWorkflowVerb } from '../verbs';
import { maskSchema, verbSchema, writeSchema } from './body';
import { readQuerySchema } from './read-query';
import { deleteQuerySchema } from './write-query';

const WORKFLOW_VERBS = VERBS.filter(isWorkflowVerb);

/** Says what the routes of a domain are: they follow from its manifest. */
export function describeDomainRoutes(
  strapi: Core.Strapi,
  domain: DomainManifest,
  types: readonly RegisteredType[],
): void {
  const reads = (domain.reads ?? []).map((read) => [`GET ${read.path}`, describeRead(domain, read)] as const);
  describeRoutes(strapi, domain.slug, Object.fromEntries([...reads, ...types.flatMap(typeRoutes)]));
}

const describeRead = (
  domain: DomainManifest,
  { summary, query, isPage, graphql }: DomainRead,
): RouteDescription => ({
  tag: domain.name,
  summary,
  query: query ?? emptyQuerySchema,
  answer: isPage ? { page: graphql?.type ?? 'JSON' } : { data: graphql?.type ?? 'JSON' },
});

function typeRoutes(type: RegisteredType): [string, RouteDescription][] {
  const { domain, manifest, uid, input } = type;
  const all = `/${manifest.plural}`;
  const one = `${all}/:documentId`;
  const known = { tag: domain.name };
  const state = { data: 'DocumentState!' };
  return [
    [
      `GET ${all}`,
      {
        ...known,
        summary: `${manifest.name}：正在公开的`,
        query: readQuerySchema,
        answer: { record: uid, isPage: true },
      },
    ],
    [
      `GET ${one}`,
      {
        ...known,
        summary: `${manifest.name}：一条正在公开的`,
        query: readQuerySchema,
        answer: { record: uid },
      },
    ],
    [
      `POST ${all}`,
      {
        ...known,
        summary: `${manifest.name}：新建草稿`,
        body: writeSchema.extend({ data: input }),
        answer: state,
        status: 201,
      },
    ],
    [
      `PUT ${one}`,
      {
        ...known,
        summary: `${manifest.name}：修改草稿`,
        body: writeSchema.extend({ data: input }),
        answer: state,
      },
    ],
    [
      `DELETE ${one}`,
      {
        ...known,
        summary: `${manifest.name}：删除从未公开过的草稿`,
        query: deleteQuerySchema,
        answer: { nothing: true },
        status: 204,
      },
    ],
    [
      `GET ${one}/workflow`,
      {
        ...known,
        summary: `${manifest.name}：办理情况`,
        query: emptyQuerySchema,
        answer: { data: 'Workflow!' },
      },
    ],
    [
      `POST ${one}/mask-personal-data`,
      { ...known, summary: `${manifest.name}：一键遮盖个人信息`, body: maskSchema, answer: state },
    ],
    [
      `POST ${one}/roster`,
      {
        ...known,
        summary: `${manifest.name}：上传名单`,
        takesFile: true,
        answer: { data: 'JSON' },
        status: 201,
      },
    ],
    [
      `POST ${one}/:verb`,
      {
        ...known,
        summary: `${manifest.name}：办理（提交、审核、发布等）`,
        params: { verb: WORKFLOW_VERBS },
        body: verbSchema,
        answer: state,
      },
    ],
  ];
}
