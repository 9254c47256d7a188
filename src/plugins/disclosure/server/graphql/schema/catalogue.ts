/** The rows of the standard catalogues with their history. */
export const CATALOGUE_SCHEMA = `
"标准目录的一个事项"
type CatalogueItem {
  code: String!
  domain: String!
  seq: Int!
  level1: String
  level2: String
  contentElements: [String!]!
  legalBasis: [String!]!
  timeLimit: String
  publisher: String
  channels: [String!]!
  audience: Audience
  method: [String!]!
  level: JSON
  provenance: String
  "没有在已公布的文件中核对过"
  toBeConfirmed: Boolean!
  note: String
  "有效 in-force、已合并 merged、已拆分 split、已停用 retired"
  status: String!
  "并入本事项或拆分出本事项的事项的代码"
  predecessors: [String!]!
  "承接本事项的事项的代码"
  successors: [String!]!
  "启用日期；从一开始就有的为空"
  since: Day
  "停用日期"
  until: Day
  predecessorsInfo: [CatalogueItem!]!
  successorsInfo: [CatalogueItem!]!
  "核实、更正、拆分、合并、停用的经过，最新的在前"
  history: [CatalogueChange!]!
  "责任部门的代码"
  departments: [String!]!
  "正在公开的信息的数量，含并入本事项的"
  publications: Int!
  newest: NewestPublication
  domainInfo: Domain
  departmentsInfo: [Department!]!
  "最新公开的信息，至多10条"
  latest(limit: Int = 5): [Publication!]!
}

"目录事项的一次变动"
type CatalogueChange {
  at: Instant!
  act: String!
  actName: String!
  reason: String!
  "核实所依据的公开文本"
  evidence: Evidence
  changes: [TextChange!]!
  predecessors: [String!]!
  successors: [String!]!
}

type Evidence {
  title: String!
  docNo: String
  url: String
}

type TextChange {
  field: String!
  label: String!
  before: JSON
  after: JSON
}
`;
