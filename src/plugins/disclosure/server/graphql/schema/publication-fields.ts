/** The fields that a publication of every type has, as REST answers them; own ones come after. */
export const PUBLICATION_FIELDS = `
  documentId: ID!
  "类型,如 plugin::<领域>.record"
  type: String!
  domain: String!
  "标准目录事项代码,如 D05-03"
  catalogueItem: String
  kind: String!
  "责任部门代码"
  owner: String!
  ownerName: String!
  "索引号"
  indexNo: String!
  "文号"
  docNo: String
  title: String!
  abstract: String
  "成文日期"
  formedOn: Day
  publishedAt: Instant!
  "所在栏目的代码"
  columns: [String!]!
  url: String!
  theme: String
  genre: String
  "有效性：未生效、有效、已修改、废止、失效,由下列日期推算;查询参数 on 可指定日期"
  validity: String
  "施行日期"
  effectiveOn: Day
  "有效期的最后一天"
  validUntil: Day
  "被其他文件修改、废止、宣布失效之日"
  amendedOn: Day
  repealedOn: Day
  lapsedOn: Day
  "所属对象（如所属项目）的 documentId"
  subjectId: ID
  facet: String
  item: String
  "正文,HTML"
  body: String
  attachments: [File!]
  "名单;各行请查询 roster(documentId:)"
  roster: Roster
  "公文排版的下载文件;没有正文和自有字段的为空"
  copies: Copies
  editionNo: Int
  firstPublishedAt: Instant
  "公开期限"
  dueOn: Day
  keywords: String
  "公开对象"
  audience: String
  "公开层级"
  level: String
  "公开方式"
  disclosureMode: String
  "决定类型:行政许可 licence、行政处罚 penalty、行政强制 coercion"
  decisionType: String
  decidedOn: Day
  "修改、废止、清理了哪些文件,被哪些文件修改、废止、清理"
  amends: [PublicationLink!]
  amendedBy: [PublicationLink!]
  repeals: [PublicationLink!]
  repealedBy: [PublicationLink!]
  lapses: [PublicationLink!]
  lapsedBy: [PublicationLink!]
  confirms: [PublicationLink!]
  confirmedBy: [PublicationLink!]
  "解读的文件,以及本文件的解读"
  interprets: [PublicationLink!]
  interpretations: [PublicationLink!]
  "公报刊登的文件,以及刊登本文件的公报"
  prints: [PublicationLink!]
  printedIn: [PublicationLink!]
  "网页的规范地址"
  canonicalUrl: String
  "网页的位置:自顶层栏目到所在栏目"
  breadcrumbs: [Breadcrumb!]
  "网页标签"
  govMeta: GovMeta
  "该类型自有的字段"
  attributes: JSON
  "责任部门"
  department: Department
  domainInfo: Domain
  catalogueItemInfo: CatalogueItem
  columnsInfo: [Column!]!
  "所属对象,如所属项目"
  subject: Publication
  "属于本信息的信息(如项目的各类信息),最新的在前,至多10条;更多请查询 publications(subject:)"
  parts(limit: Int = 5): [Publication!]!
`;

/** Names of the fields above. */
export const PUBLICATION_FIELD_NAMES: ReadonlySet<string> = new Set(
  [...PUBLICATION_FIELDS.matchAll(/^ {2}(\w+)[(:]/gm)].map((match) => String(match[1])),
);

/** Arguments that narrow a list. */
export const FILTERS = `
    catalogueItem: String
    department: String
    kind: String
    theme: String
    genre: String
    validity: String
    "有效性按哪一天推算，不填为今天"
    on: Day
    indexNo: String
    docNo: String
    subject: ID
    "发布日期,自(含)"
    from: Day
    "发布日期,至(含)"
    to: Day`;

const PAGE = `
    sort: PublicationSort
    "每页条数，1至100，不填为20"
    limit: Int
    "上一页 meta.nextCursor 的值"
    cursor: String
    "为 true 时在 meta.total 中给出总数"
    count: Boolean`;

/** Arguments of a list of all domains. */
export const PUBLICATION_ARGS = `
    domain: String
    column: String${FILTERS}${PAGE}`;

/** Arguments of the list of one type. */
export const TYPE_ARGS = `${FILTERS}${PAGE}`;
