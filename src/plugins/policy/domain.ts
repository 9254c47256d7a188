import demo from '../../../database/seeds/demo/policy.json';
import { demoOf } from '../disclosure/server/demo/entries';
import { standardDomain } from '../disclosure/server/domain/standard-domain';
import catalogue from './catalogue.json';
import { cleanupBatch } from './cleanup/cleanup-batch';
import { choices } from './documents/choices';
import { normativeDocument } from './documents/normative-document';
import { expiringGraphql, readExpiring } from './documents/read-expiring';
import { gazetteIssue } from './gazette/gazette-issue';
import { gazetteGraphql, readGazette } from './gazette/read-gazette';
import { interpretation } from './interpretation/interpretation';
import { policyOfficer } from './officers/policy-officer';
import { officersGraphql, readOfficers } from './officers/read-officers';
import { importDemoTexts } from './regulations/corpus/import-demo-texts';
import { legalText } from './regulations/legal-text';
import { regulationReads } from './regulations/reads/regulation-reads';
import { regulationChoices } from './regulations/regulation-choices';

/** 政策文件库: a local domain for what the work priorities of 2021 want of policy documents. */
export const domain = standardDomain({
  catalogue,
  local: true,
  // 条例第二十条: (一)行政法规、规章和规范性文件
  columns: ['statutory-01'],
  types: [normativeDocument, legalText, interpretation, cleanupBatch, gazetteIssue, policyOfficer],
  choices: { ...choices, regulations: regulationChoices },
  reads: [
    {
      path: '/expiring',
      summary: '有效期即将届满的文件和应评估之日',
      read: readExpiring,
      graphql: expiringGraphql,
    },
    { path: '/gazette/:year', summary: '一年的政府公报和目录', read: readGazette, graphql: gazetteGraphql },
    { path: '/officers', summary: '各部门政策专员', read: readOfficers, graphql: officersGraphql },
    ...regulationReads,
  ],
  demo: demoOf(demo),
  beforeDemo: importDemoTexts,
});
