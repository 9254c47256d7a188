import type { DomainRead } from '../../disclosure/server/domain/manifest';

/** The coverage of a year in GraphQL, field by field what REST answers. */
export const unitCoverageGraphql: NonNullable<DomainRead['graphql']> = {
  field: 'unitCoverage',
  type: 'FiscalBudgetUnitCoverage',
  typeDefs: `
"一个年度的部门和所属单位预决算：谁已公开、谁缺"
type FiscalBudgetUnitCoverage {
  year: Int!
  "应公开的件数"
  expected: Int!
  "已公开的件数，含超期公开的"
  published: Int!
  late: Int!
  missing: Int!
  departments: [FiscalBudgetUnitCoverageDepartment!]!
}

type FiscalBudgetUnitCoverageDepartment {
  code: String!
  name: String!
  expected: Int!
  published: Int!
  late: Int!
  missing: Int!
  units: [FiscalBudgetUnitCoverageUnit!]!
}

"部门汇总（unit 为空）或者一个所属单位；depth 为层级"
type FiscalBudgetUnitCoverageUnit {
  unit: ID
  name: String!
  parent: ID
  depth: Int!
  budget: FiscalBudgetUnitCoverageCell!
  finalAccounts: FiscalBudgetUnitCoverageCell!
}

type FiscalBudgetUnitCoverageCell {
  "published 已公开、late 超期公开、missing 未公开、not-due 未到期"
  state: String!
  publications: [FiscalBudgetUnitCoveragePublication!]!
}

type FiscalBudgetUnitCoveragePublication {
  documentId: ID!
  title: String!
  url: String!
  dueOn: Day
}
`,
};
