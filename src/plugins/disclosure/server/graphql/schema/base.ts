import { PUBLICATION_ARGS, PUBLICATION_FIELDS } from './publication-fields';

/** Where no installed type fits: the plugin of its domain is gone. */
export const OTHER_PUBLICATION = 'OtherPublication';

/** The schema of the engine: what holds for every domain. Verbs and domains add theirs. */
export const BASE_SCHEMA = `
"日期 YYYY-MM-DD（北京时间）"
scalar Day
"时刻，ISO 8601，带时区偏移"
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
  "下一页的游标；没有下一页时为空"
  nextCursor: String
  "总数；仅在 count: true 时给出"
  total: Int
}

"附件；size 的单位是字节"
type File {
  name: String!
  url: String!
  mime: String!
  size: Float!
}

"下载文件的地址"
type Copies {
  docx: String!
  pdf: String!
}

"前后相关的文件：修改、废止、解读、刊登"
type PublicationLink {
  documentId: ID!
  title: String!
  docNo: String
  "自哪一天起"
  day: Day!
  url: String!
  "false:已撤回，url 处有理由"
  live: Boolean!
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
  "最新公开的信息，至多10条"
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
  "最新公开的信息，至多10条"
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
  "自顶层栏目到本栏目"
  breadcrumbs: [Breadcrumb!]!
  govMeta: GovMeta!
}

"位置中的一个栏目；url 列出其中的信息"
type Breadcrumb {
  code: String!
  name: String!
  url: String!
}

"政府网站网页标签（国办发〔2017〕47号），按规定的顺序"
type GovMeta {
  tags: [GovMetaTag!]!
  "还没有内容的必填标签"
  missing: [String!]!
  "怎样补上"
  note: String
  "可直接放进网页 head 的标签"
  html: String!
}

type GovMetaTag {
  name: String!
  content: String!
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

type Query {
  domains: [Domain!]
  domain(slug: String!): Domain
  "status:in-force（默认，有效的）或 all"
  catalogueItems(domain: String, department: String, status: String): [CatalogueItem!]
  catalogueItem(code: String!): CatalogueItem
  "应公开、按期、迟、缺。period 如 2026、2026-Q3、2026-11，不填为今年；不填领域和部门时只有各领域的合计"
  coverage(domain: String, department: String, period: String): Coverage
  departments: [Department!]
  columns: [Column!]
  publications(${PUBLICATION_ARGS}
  ): PublicationPage
  "已撤回的信息返回错误 WITHDRAWN,details.tombstone 中有理由"
  publication(documentId: ID!, on: Day): Publication
  "名单的各行。where 以列的 key 为名，值相等；金额、日期可写 {from, to};sort 为列的 key，前面加 - 为倒序"
  roster(
    documentId: ID!
    where: JSON
    q: String
    sort: String
    "每页行数，1至100，不填为20"
    limit: Int
    cursor: String
    count: Boolean
  ): RosterPage
  "公开历史，最新的在前"
  editions(documentId: ID!): [Edition!]
  "审计记录；须登录：监督、审计人员可见全部，其他人员可见本部门的"
  audit(documentId: ID, limit: Int, cursor: String): AuditPage
  "办理情况；须登录。type 如 <领域>.record"
  workflow(type: String!, documentId: ID!): Workflow
}
`;
