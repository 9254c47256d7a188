/** What `GET /api/disclosure/coverage` answers. */
export const COVERAGE_SCHEMA = `
"公开覆盖：应公开 due = 按期 inTime + 迟 late + 缺 missing"
type Coverage {
  period: CoveragePeriod!
  today: Day!
  totals: CoverageFigures!
  domains: [CoverageDomain!]!
  departments: [CoverageDepartment!]!
  rows: [CoverageRow!]!
}

type CoveragePeriod {
  code: String!
  name: String!
  from: Day!
  to: Day!
}

type CoverageFigures {
  due: Int!
  inTime: Int!
  late: Int!
  missing: Int!
  "没有公开过信息的事项；事项可能尚未发生，不计为缺"
  noPublications: Int!
}

type CoverageDomain {
  domain: String!
  code: String!
  name: String!
  totals: CoverageFigures!
  url: String!
}

type CoverageDepartment {
  department: String!
  name: String!
  totals: CoverageFigures!
  oldest: CoverageOldest
  url: String!
}

"缺得最久的一项"
type CoverageOldest {
  code: String!
  title: String!
  what: String!
  dueOn: String!
}

"一个目录事项、一个责任部门"
type CoverageRow {
  code: String!
  domain: String!
  title: String!
  toBeConfirmed: Boolean!
  department: String!
  departmentName: String!
  "现在是不是责任部门"
  responsible: Boolean!
  timeLimit: String
  due: Int!
  inTime: Int!
  late: Int!
  missing: Int!
  noPublications: Boolean!
  items: [CoverageItem!]!
  "怎样算出来的，一行一句"
  explanation: [String!]!
  url: String!
  catalogueItemInfo: CatalogueItem
}

type CoverageItem {
  kind: String!
  title: String!
  documentId: ID
  "类型，如 plugin::<领域>.record"
  uid: String
  url: String
  dueOn: Day
  publishedOn: Day
  state: String!
  explanation: String!
}
`;
