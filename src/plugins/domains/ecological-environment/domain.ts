import demo from '../../../../database/seeds/demo/ecological-environment.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import { bulletin } from './bulletin';
import catalogue from './catalogue.json';
import { inspectionFinding } from './inspection-finding';
import { inspectionProgressGraphql } from './inspection-progress-graphql';
import { readInspectionProgress } from './read-inspection-progress';

/** 生态环境: 生态环境领域基层政务公开标准指引(环办厅函〔2019〕672号), bulletins by medium, and what inspections found. */
export const domain = standardDomain({
  catalogue,
  // 条例第二十条: (五)行政许可、(六)行政处罚和行政强制、(十三)环境保护的监督检查
  columns: ['statutory-05', 'statutory-06', 'statutory-13'],
  types: [bulletin, inspectionFinding],
  responsibilities: {
    'ecological-environment/bulletins': ['@lead', 'urban-management'],
    'ecological-environment/inspection-findings': ['@lead'],
  },
  reads: [
    {
      path: '/inspection-progress',
      summary: '中央、省、市督察反馈问题的整改进度',
      read: readInspectionProgress,
      graphql: inspectionProgressGraphql,
    },
  ],
  demo: demoOf(demo),
});
