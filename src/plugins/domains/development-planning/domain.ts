import demo from '../../../../database/seeds/demo/development-planning.json';
import { demoOf } from '../../disclosure/server/demo/entries';
import type { ChoiceSource } from '../../disclosure/server/domain/manifest';
import { standardDomain } from '../../disclosure/server/domain/standard-domain';
import { liveOf } from '../../disclosure/server/read-model/live-of';
import catalogue from './catalogue.json';
import { plan, SLUG } from './plan';
import { readTimeline } from './read-timeline';
import { timelineGraphql } from './timeline-graphql';

/** Plans follow each other across departments: every live one may be a predecessor. */
const plans: ChoiceSource = async (strapi) =>
  (await liveOf(strapi, { kind: 'plan', uid: `plugin::${SLUG}.plan` })).map(({ documentId, title }) => ({
    value: documentId,
    label: title,
  }));

/** 发展规划: a local domain for what the work priorities of 2021 want of plans, past ones included. */
export const domain = standardDomain({
  catalogue,
  local: true,
  // 条例第二十条: (三)国民经济和社会发展规划、专项规划、区域规划及相关政策
  columns: ['statutory-03'],
  types: [plan],
  choices: { plans },
  reads: [
    {
      path: '/timeline',
      summary: '历次五年规划（计划）和缺口',
      read: readTimeline,
      graphql: timelineGraphql,
    },
  ],
  demo: demoOf(demo),
});
