import type { DomainRead } from '../../disclosure/server/domain/manifest';

/** The chain of a project in GraphQL, field by field what REST answers. */
export const chainGraphql: NonNullable<DomainRead['graphql']> = {
  field: 'chain',
  type: 'MajorConstructionProjectsChain',
  typeDefs: `
"项目的8类信息：每类的各个事项由谁公开、何时到期、是否已公开"
type MajorConstructionProjectsChain {
  project: MajorConstructionProjectsChainProject!
  "应公开的事项数"
  expected: Int!
  "已公开的事项数，含超期公开的"
  published: Int!
  late: Int!
  missing: Int!
  classes: [MajorConstructionProjectsChainClass!]!
}

type MajorConstructionProjectsChainProject {
  documentId: ID!
  title: String!
  projectCode: String
  legalPerson: String
  stage: String
  investment: Float
  owner: String!
  ownerName: String!
  indexNo: String!
  publishedAt: Instant!
}

type MajorConstructionProjectsChainDepartment {
  code: String!
  name: String!
}

"8类信息之一"
type MajorConstructionProjectsChainClass {
  code: String!
  slug: String!
  name: String!
  departments: [MajorConstructionProjectsChainDepartment!]!
  expected: Int!
  published: Int!
  late: Int!
  missing: Int!
  items: [MajorConstructionProjectsChainItem!]!
}

type MajorConstructionProjectsChainItem {
  code: String!
  name: String!
  catalogueItem: String!
  "没有在已公布的文件中核对过"
  toBeConfirmed: Boolean!
  "published 已公开、late 超期公开、missing 未公开、not-applicable 不适用"
  state: String!
  "不适用的理由"
  reason: String
  dueOn: Day
  "未公开且已超期"
  overdue: Boolean!
  departments: [MajorConstructionProjectsChainDepartment!]!
  publications: [MajorConstructionProjectsChainPublication!]!
}

type MajorConstructionProjectsChainPublication {
  documentId: ID!
  title: String!
  owner: String!
  ownerName: String!
  url: String!
  publishedAt: Instant!
  dueOn: Day
  late: Boolean!
}
`,
};
