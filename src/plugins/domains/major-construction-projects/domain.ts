import type { CatalogueRow, DomainManifest } from '../../disclosure/server/domain/manifest';
import catalogue from './catalogue.json';
import { chainGraphql } from './chain-graphql';
import { choices } from './choices';
import { demoEntries } from './demo';
import { SLUG } from './items';
import { project } from './project';
import { readChain } from './read-chain';
import { record } from './record';
import responsibilities from './responsibilities.json';

/** 重大建设项目: projects, and what 国办发〔2017〕94号 wants published of each in 8 classes. */
export const majorConstructionProjects: DomainManifest = {
  code: catalogue.code,
  slug: SLUG,
  name: catalogue.name,
  local: false,
  leadDepartment: catalogue.leadDepartment,
  guide: catalogue.guide,
  // 条例第二十条第(十)项: 重大建设项目的批准和实施情况
  columns: ['statutory-10'],
  catalogue: catalogue.items as CatalogueRow[],
  types: [project, record],
  responsibilities,
  choices,
  demo: demoEntries,
  reads: [
    {
      path: '/projects/:documentId/chain',
      summary: '项目全链条：54项信息各由谁负责、何时到期、已公开、迟、缺',
      read: (strapi, { documentId }) => readChain(strapi, String(documentId)),
      graphql: chainGraphql,
    },
  ],
};
