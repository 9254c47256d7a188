import { COVERAGE_SCHEMA } from './coverage';
import { PUBLICATION_ARGS, PUBLICATION_FIELDS } from './publication-fields';

/** Where no installed type fits: the plugin of its domain is gone. */
export const OTHER_PUBLICATION = 'OtherPublication';

/** The schema of the engine: what holds for every domain. Verbs and domains add theirs. */
export const BASE_SCHEMA = `
"日期 YYYY-MM-DD(北京时间)"
scalar Day
"时刻,ISO 8601,带时区偏移"
scalar Instant
scalar JSON

enum PublicationSort {
  "最新发布的在前"
  newest
  "最早发布的在前"
  oldest
  "成文日期最近的在前"
  formed
}

"一条公开信息"
interface Publication {${PUBLICATION_FIELDS}}

type ${OTHER_PUBLICATION} implements Publication {${PUBLICATION_FIELDS}}

type PublicationPage {
  data: [Publication!]!
  meta: PageMeta!
}

type PageMeta {
  "下一页的游标;没有下一页时为空"
  nextCursor: String
  "总数;仅在 count: true 时给出"
  total: Int
}

"附件;size 的单位是字节"
type File {
  name: String!
  url: String!
  mime: String!
  size: Float!
}

"名单的一列;kind:text 文字、amount 金额、date 日期、person-name 姓名、identity-number 身份证号、bank-card 银行卡号、phone 电话、address 住址、village 村(社区)"
type RosterColumn {
  key: String!
  label: String!
  kind: String!
  "可以按它筛选和排序"
  sortable: Boolean!
}

"名单(台账),已按列遮盖个人信息"
type Roster {
  id: ID!
  columns: [RosterColumn!]!
  rowCount: Int!
  sha256: String!
  url: String!
}

type RosterPageMeta {
  columns: [RosterColumn!]!
  rowCount: Int!
  nextCursor: String
  "符合条件的行数;仅在 count: true 时给出"
  total: Int
}

type RosterPage {
  "每行是以列的 key 为名的对象"
  data: [JSON!]!
  meta: RosterPageMeta!
}

type Guide {
  title: String!
  docNumber: String
}

"公开领域"
type Domain {
  code: String!
  slug: String!
  name: String!
  "地方增加的领域"
  local: Boolean!
  leadDepartment: String!
  leadDepartmentName: String!
  guide: Guide!
  "标准目录事项的数量"
  catalogueItems: Int!
  "正在公开的信息的数量"
  publications: Int!
  "标准目录的各个事项"
  items: [CatalogueItem!]!
  "最新公开的信息,至多10条"
  latest(limit: Int = 5): [Publication!]!
}

type Audience {
  public: Boolean!
  specific: String
}

type NewestPublication {
  documentId: ID!
  title: String!
  publishedAt: Instant!
}

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
  "启用日期;从一开始就有的为空"
  since: Day
  "停用日期"
  until: Day
  predecessorsInfo: [CatalogueItem!]!
  successorsInfo: [CatalogueItem!]!
  "核实、更正、拆分、合并、停用的经过,最新的在前"
  history: [CatalogueChange!]!
  "责任部门的代码"
  departments: [String!]!
  "正在公开的信息的数量,含并入本事项的"
  publications: Int!
  newest: NewestPublication
  domainInfo: Domain
  departmentsInfo: [Department!]!
  "最新公开的信息,至多10条"
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
${COVERAGE_SCHEMA}
type Department {
  code: String!
  name: String!
  aliases: [String!]!
  kind: String
  orgCode: String
  validFrom: Day
  validUntil: Day
  successor: String
  "正在公开的信息的数量"
  publications: Int!
  "最新公开的信息,至多10条"
  latest(limit: Int = 5): [Publication!]!
}

"公开栏目"
type Column {
  code: String!
  name: String!
  parent: String
  order: Int!
  article: String
  description: String
  "没有在已公布的文件中核对过"
  toBeConfirmed: Boolean!
}

"公开历史的一个版本"
type Edition {
  editionNo: Int!
  title: String!
  owner: String!
  publishedAt: Instant!
  reason: String
  sha256: String!
}

type AuditPage {
  data: [AuditEntry!]!
  meta: PageMeta!
}

"审计记录"
type AuditEntry {
  seq: Float!
  at: Instant!
  verb: String!
  outcome: String!
  code: String
  actor: JSON
  type: String
  documentId: ID
  owner: String
  version: Int
  editionNo: Int
  reason: String
  details: JSON
  previousHash: String!
  hash: String!
}

type Issue {
  field: String!
  message: String!
}

type DueDate {
  dueOn: Day
  provisional: Boolean!
  steps: [DueStep!]!
}

type DueStep {
  rule: String!
  article: String
  from: String
  startOn: Day
  dueOn: Day
  chosen: Boolean!
  daysOff: [String!]!
}

"一个操作:能否办理,不能办理时是什么原因"
type VerbButton {
  verb: String!
  label: String!
  allowed: Boolean!
  why: String
  reason: String!
}

type HistoryEntry {
  at: Instant!
  verb: String!
  label: String!
  outcome: String!
  by: String
  department: String
  reason: String
}

"一件信息的办理情况"
type Workflow {
  documentId: ID!
  uid: String!
  title: String
  state: String!
  stateName: String!
  live: Boolean!
  version: Int!
  owner: String
  ownerName: String
  indexNo: String
  reviewComment: String
  due: DueDate!
  issues: [Issue!]!
  buttons: [VerbButton!]!
  history: [HistoryEntry!]!
  editions: [Edition!]!
  publicUrl: String
}

"写入之后的情况;删除之后只有 documentId"
type DocumentState {
  documentId: ID!
  state: String
  version: Int
  owner: String
  title: String
  catalogueItem: String
  indexNo: String
  dueOn: Day
}

type Query {
  domains: [Domain!]
  domain(slug: String!): Domain
  "status:in-force(默认,有效的)或 all"
  catalogueItems(domain: String, department: String, status: String): [CatalogueItem!]
  catalogueItem(code: String!): CatalogueItem
  "应公开、按期、迟、缺。period 如 2026、2026-Q3、2026-11,不填为今年;不填领域和部门时只有各领域的合计"
  coverage(domain: String, department: String, period: String): Coverage
  departments: [Department!]
  columns: [Column!]
  publications(${PUBLICATION_ARGS}
  ): PublicationPage
  "已撤回的信息返回错误 WITHDRAWN,details.tombstone 中有理由"
  publication(documentId: ID!): Publication
  "名单的各行。where 以列的 key 为名,值相等;金额、日期可写 {from, to};sort 为列的 key,前面加 - 为倒序"
  roster(
    documentId: ID!
    where: JSON
    q: String
    sort: String
    "每页行数,1至100,不填为20"
    limit: Int
    cursor: String
    count: Boolean
  ): RosterPage
  "公开历史,最新的在前"
  editions(documentId: ID!): [Edition!]
  search(
    q: String!${PUBLICATION_ARGS}
  ): PublicationPage
  "审计记录;须登录:监督、审计人员可见全部,其他人员可见本部门的"
  audit(documentId: ID, limit: Int, cursor: String): AuditPage
  "办理情况;须登录。type 如 <领域>.record"
  workflow(type: String!, documentId: ID!): Workflow
}
`;
