import type { DomainRead } from '../../disclosure/server/domain/manifest';

/** The progress in GraphQL, field by field what REST answers. */
export const inspectionProgressGraphql: NonNullable<DomainRead['graphql']> = {
  field: 'inspectionProgress',
  type: 'EcologicalEnvironmentInspectionProgress',
  typeDefs: `
"中央、省级、市级生态环境保护督察反馈问题的整改进度"
type EcologicalEnvironmentInspectionProgress {
  total: Int!
  completed: Int!
  "超过整改时限而没有完成的"
  overdue: Int!
  levels: [EcologicalEnvironmentInspectionProgressLevel!]!
}

type EcologicalEnvironmentInspectionProgressLevel {
  "central、province、city"
  level: String!
  name: String!
  total: Int!
  completed: Int!
  overdue: Int!
  "平均进度（%）；没有问题时为空"
  progress: Int
  findings: [EcologicalEnvironmentInspectionProgressFinding!]!
}

type EcologicalEnvironmentInspectionProgressFinding {
  documentId: ID!
  title: String!
  url: String!
  level: String!
  issueNo: String!
  measure: String!
  responsibleUnit: String!
  "整改时限"
  rectifyBy: Day!
  progress: Int!
  "not-started、in-progress、completed、closed"
  state: String!
  overdue: Boolean!
}
`,
};
