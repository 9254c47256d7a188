import type { DomainRead } from '../../disclosure/server/domain/manifest';

const PLAN = `
  documentId: ID!
  title: String!
  url: String!
  owner: String!
  ownerName: String!
  "nation、province、city、county、township"
  planLevel: String!
  "economic-social、territorial-spatial、special、regional"
  planType: String!
  periodFrom: Int!
  periodTo: Int!
  approvedBy: String
  adoptedOn: Day
  "上一期规划的 documentId"
  predecessor: ID
  "上一期规划的名称；已撤回的为空"
  predecessorTitle: String
`;

/** The timeline in GraphQL, field by field what REST answers. */
export const timelineGraphql: NonNullable<DomainRead['graphql']> = {
  field: 'timeline',
  type: 'DevelopmentPlanningTimeline',
  typeDefs: `
"历次五年规划（计划）和缺口"
type DevelopmentPlanningTimeline {
  periods: [DevelopmentPlanningTimelinePeriod!]!
  gaps: [DevelopmentPlanningTimelineGap!]!
  "不在这些时期之内的规划"
  others: [DevelopmentPlanningTimelinePlan!]!
}

type DevelopmentPlanningTimelinePeriod {
  code: String!
  "如 十四五"
  name: String!
  from: Int!
  to: Int!
  note: String
  "published 已公开、gap 缺、not-yet 未开始、no-plan 没有五年计划"
  state: String!
  plans: [DevelopmentPlanningTimelinePlan!]!
}

type DevelopmentPlanningTimelineGap {
  code: String!
  name: String!
  from: Int!
  to: Int!
}

type DevelopmentPlanningTimelinePlan {${PLAN}}
`,
};
